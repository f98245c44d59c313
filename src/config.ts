import { z } from 'zod';
import type { Terms } from './features/booking/domain.ts';
import { POLICY } from './features/booking/policy.ts';

/** The three jobs a process can have: serve pages, work off jobs, or both. */
export type Role = 'web' | 'worker' | 'all';

/** Everything the environment decides, read once and passed on as plain values. */
export interface Config {
  port: number;
  publicUrl: URL;
  databaseUrl: string;
  secretKey: string;
  role: Role;
  stripe: { secretKey: string; webhookSecret: string; apiUrl: URL | null };
  calcom: { apiUrl: URL; origin: URL; embedUrl: URL; teamKey: string | null };
  smtpUrl: string;
  mailFrom: string;
  operatorEmail: string;
  /** What candidates are promised from now on; a booking keeps what it was made with. */
  /** What the co-op keeps of a price. */
  coopSharePercent: number;
  terms: Terms;
}

/** The environment does not describe a server that may run; `problems` names each variable. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The configuration is incomplete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address starting with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const NO_PORT = 'must be a port number';
const port = z.coerce.number(NO_PORT).int(NO_PORT).min(0, NO_PORT).max(65535, NO_PORT);

const whole = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};

const web = url(['http:', 'https:']).transform((value) => new URL(value));

/** Values that stand in `.env.example` or belong to the sandbox: fine for development, never in public. */
const placeholder = /change-?me|example\.(com|org)|sandbox|development/i;

const isLoopback = (address: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);

const environment = z.object({
  PORT: port.default(5080),
  PUBLIC_URL: web,
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  SECRET_KEY: z.string().min(32, 'must have at least 32 random characters (openssl rand -base64 32)'),
  STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_/, 'must be a Stripe secret key (sk_… or rk_…)'),
  STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_.{8,}/, 'must be the webhook signing secret (whsec_…)'),
  STRIPE_API_URL: web.optional(),
  CALCOM_API_URL: web.default(new URL('https://api.cal.com')),
  CALCOM_ORIGIN: web.default(new URL('https://app.cal.com')),
  CALCOM_EMBED_URL: web.default(new URL('https://app.cal.com/embed/embed.js')),
  CALCOM_API_KEY: z.string().min(8, 'must be a cal.com API key').optional(),
  SMTP_URL: url(['smtp:', 'smtps:']),
  MAIL_FROM: z.string().regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must be an address, or Name <address>'),
  OPERATOR_EMAIL: z.email('must be an e-mail address'),
  FREE_CANCEL_HOURS: whole(0, 720).default(POLICY.freeCancelHours),
  GUARANTEE_DAYS: whole(0, 365).default(POLICY.guaranteeDays),
  COOP_SHARE_PERCENT: whole(0, 100).default(POLICY.coopSharePercent),
  ROLE: z.enum(['web', 'worker', 'all'], 'must be web, worker or all').default('all'),
});

/**
 * Reads and checks the environment. Refuses (throws {@link ConfigError}) what is missing or malformed
 * and, unless `allowPlaceholders`, what still is a default: a public server must not run on those.
 */
export function readConfig(
  env: Record<string, string | undefined>,
  options: { allowPlaceholders?: boolean } = {},
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
      }),
    );
  }
  const problems = options.allowPlaceholders ? [] : defaultsIn(given, parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function defaultsIn(
  given: Record<string, string | undefined>,
  values: z.infer<typeof environment>,
): string[] {
  const secrets = [
    'PUBLIC_URL',
    'SECRET_KEY',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'CALCOM_API_KEY',
    'MAIL_FROM',
    'OPERATOR_EMAIL',
  ];
  const problems = secrets
    .filter((name) => placeholder.test(given[name] ?? ''))
    .map((name) => `${name} still has its example value`);
  if (values.PUBLIC_URL.protocol !== 'https:' && !isLoopback(values.PUBLIC_URL)) {
    problems.push('PUBLIC_URL must start with https:// (http:// is for this machine only)');
  }
  return problems;
}

function toConfig(values: z.infer<typeof environment>): Config {
  return {
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    databaseUrl: values.DATABASE_URL,
    secretKey: values.SECRET_KEY,
    role: values.ROLE,
    stripe: {
      secretKey: values.STRIPE_SECRET_KEY,
      webhookSecret: values.STRIPE_WEBHOOK_SECRET,
      apiUrl: values.STRIPE_API_URL ?? null,
    },
    calcom: {
      apiUrl: values.CALCOM_API_URL,
      origin: values.CALCOM_ORIGIN,
      embedUrl: values.CALCOM_EMBED_URL,
      teamKey: values.CALCOM_API_KEY ?? null,
    },
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    operatorEmail: values.OPERATOR_EMAIL,
    coopSharePercent: values.COOP_SHARE_PERCENT,
    terms: { freeCancelHours: values.FREE_CANCEL_HOURS, guaranteeDays: values.GUARANTEE_DAYS },
  };
}
