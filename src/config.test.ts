import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

/** A production environment without one placeholder. */
const production = {
  PUBLIC_URL: 'https://interviews.508.dev',
  DATABASE_URL: 'postgres://app:s3cret@db:5432/interviews',
  SECRET_KEY: 'kW3nHcYvX7q0uT4rS9bE2mZ6pA8dJ1fL',
  STRIPE_SECRET_KEY: 'sk_live_51Habcdefghijklmnop',
  STRIPE_WEBHOOK_SECRET: 'whsec_Zm9ydHktdHdv',
  SMTP_URL: 'smtps://user:pass@mail.508.dev:465',
  MAIL_FROM: '508.dev Interview Service <interviews@508.dev>',
  OPERATOR_EMAIL: 'help@508.dev',
};
const REQUIRED = Object.keys(production);

type Environment = Record<string, string | undefined>;

function problemsOf(env: Environment, options = {}): string[] {
  try {
    readConfig(env, options);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
const changed = (changes: Environment) => problemsOf({ ...production, ...changes });

describe('an environment that is complete', () => {
  it('is read into plain values, with cal.com itself and port 5080 where nothing else is said', () => {
    expect(readConfig(production)).toEqual({
      port: 5080,
      publicUrl: new URL('https://interviews.508.dev'),
      databaseUrl: production.DATABASE_URL,
      secretKey: production.SECRET_KEY,
      role: 'all',
      stripe: {
        secretKey: production.STRIPE_SECRET_KEY,
        webhookSecret: production.STRIPE_WEBHOOK_SECRET,
        apiUrl: null,
      },
      calcom: {
        apiUrl: new URL('https://api.cal.com'),
        origin: new URL('https://app.cal.com'),
        embedUrl: new URL('https://app.cal.com/embed/embed.js'),
        teamKey: null,
      },
      smtpUrl: production.SMTP_URL,
      mailFrom: production.MAIL_FROM,
      operatorEmail: production.OPERATOR_EMAIL,
      coopSharePercent: 20,
      terms: { freeCancelHours: 24, guaranteeDays: 7 },
    });
  });

  it('may say more', () => {
    const config = readConfig({
      ...production,
      PORT: '8080',
      ROLE: 'worker',
      STRIPE_API_URL: 'http://127.0.0.1:5081',
      CALCOM_API_KEY: 'cal_live_0123456789',
      FREE_CANCEL_HOURS: '48',
      GUARANTEE_DAYS: '14',
      COOP_SHARE_PERCENT: '15',
    });
    expect(config).toMatchObject({
      coopSharePercent: 15,
      terms: { freeCancelHours: 48, guaranteeDays: 14 },
      port: 8080,
      role: 'worker',
      stripe: { apiUrl: new URL('http://127.0.0.1:5081') },
      calcom: { teamKey: 'cal_live_0123456789' },
    });
  });
});

describe('a variable that is missing', () => {
  it.each(REQUIRED)('is named: %s', (name) => {
    expect(changed({ [name]: undefined })).toEqual([`${name} is missing`]);
    expect(changed({ [name]: '' })).toEqual([`${name} is missing`]);
    expect(changed({ [name]: '  ' })).toEqual([`${name} is missing`]);
  });

  it('is named together with every other one, in the message as well', () => {
    expect(problemsOf({})).toEqual(REQUIRED.map((name) => `${name} is missing`));
    expect(() => readConfig({})).toThrow(/DATABASE_URL is missing\n[\s\S]*OPERATOR_EMAIL is missing/);
  });
});

describe('a variable that is malformed', () => {
  it.each([
    ['PORT', 'eighty'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'interviews.508.dev'],
    ['PUBLIC_URL', 'ftp://interviews.508.dev'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://app@db/interviews'],
    ['DATABASE_URL', 'db'],
    ['SECRET_KEY', 'only-31-characters-long-0123456'],
    ['STRIPE_SECRET_KEY', 'pk_live_51Habcdefghijklmnop'],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_short'],
    ['STRIPE_WEBHOOK_SECRET', 'sk_live_51Habcdefghijklmnop'],
    ['STRIPE_API_URL', 'api.stripe.com'],
    ['CALCOM_API_URL', 'api.cal.com'],
    ['CALCOM_ORIGIN', 'app.cal.com'],
    ['CALCOM_EMBED_URL', 'embed.js'],
    ['CALCOM_API_KEY', 'short'],
    ['SMTP_URL', 'mail.508.dev:587'],
    ['SMTP_URL', 'https://mail.508.dev'],
    ['MAIL_FROM', '508.dev'],
    ['MAIL_FROM', 'a@508.dev\nBcc: everyone@508.dev'],
    ['OPERATOR_EMAIL', 'operator'],
    ['ROLE', 'boss'],
  ])('is named with what it must be, and its value is not repeated: %s=%j', (name, value) => {
    const problems = changed({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must `));
    expect(problems[0]).not.toContain(value);
  });
});

describe('a default in public', () => {
  /** The examples as .env.example has them, without the # before. */
  const examples = Object.fromEntries(
    readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, value = ''] = /^# ([A-Z_]+)=(.*)$/.exec(line) ?? [];
        return name ? [[name, value.replace(/^"|"$/g, '')]] : [];
      }),
  );

  it('has an example for every variable there is', () => {
    expect(Object.keys(examples)).toEqual(expect.arrayContaining(REQUIRED));
  });

  it.each([
    'SECRET_KEY',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'CALCOM_API_KEY',
    'MAIL_FROM',
    'OPERATOR_EMAIL',
  ])('is refused by name: the example of %s', (name) => {
    expect(changed({ [name]: examples[name] })).toEqual([`${name} still has its example value`]);
  });

  it.each([
    ['STRIPE_SECRET_KEY', 'sk_test_sandbox'],
    ['SECRET_KEY', 'development-only-0123456789-0123456789'],
    ['SECRET_KEY', 'ChangeMe-ChangeMe-ChangeMe-ChangeMe-ChangeMe'],
    ['PUBLIC_URL', 'https://interviews.example.com'],
    ['OPERATOR_EMAIL', 'me@example.org'],
  ])('is refused by name: %s=%s', (name, value) => {
    expect(changed({ [name]: value })).toEqual([`${name} still has its example value`]);
  });

  it('is fine in development', () => {
    expect(problemsOf({ ...production, ...examples }, { allowPlaceholders: true })).toEqual([]);
  });
});

describe('the public address', () => {
  it.each([
    'http://interviews.508.dev',
    'http://localhost.508.dev',
    'http://127.0.0.1.508.dev',
    'http://10.0.0.1',
  ])('must be https: not %s', (address) => {
    expect(changed({ PUBLIC_URL: address })).toEqual([expect.stringMatching(/^PUBLIC_URL .*https:\/\//)]);
  });

  it.each(['http://localhost:5080', 'http://127.0.0.1', 'http://[::1]:5080', 'https://508.dev'])(
    'may be %s',
    (address) => {
      expect(changed({ PUBLIC_URL: address })).toEqual([]);
    },
  );
});
