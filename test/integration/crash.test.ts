import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { connectDemoCalendars, loadDemo } from '../../db/demo/load.ts';
import { connect } from '../../src/db/connect.ts';
import { createAuth } from '../../src/integrations/auth/better-auth.ts';
import { deriveSecrets } from '../../src/secrets.ts';
import { Candidate } from '../support/candidate.ts';
import { freePort } from '../support/ports.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';
import { type FarSide, startFarSide } from '../support/world.ts';

// The production server as its own process, killed with SIGKILL where it hurts and started again.

const root = join(import.meta.dirname, '../..');
const INTERVIEWER = 'mara-lindqvist';

let far: FarSide;
let server: ChildProcess | undefined;

afterEach(async () => {
  server?.kill('SIGKILL');
  await far.stop();
});

async function startServer(): Promise<void> {
  const env = { ...process.env, ...far.env };
  server = spawn(join(root, 'node_modules/.bin/node'), ['dist/server/serve.js'], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const up = async () => (await fetch(`${far.env.PUBLIC_URL}/up`).catch(() => null))?.ok;
  await until(up, { seconds: 30, what: 'the server is up' });
}

async function killServer(): Promise<void> {
  const gone = new Promise((resolve) => server?.once('exit', resolve));
  server?.kill('SIGKILL');
  await gone;
}

async function prepare(): Promise<ReturnType<typeof connect>['db']> {
  const port = await freePort();
  far = await startFarSide(inject('postgres'), port);
  // "localhost" may be ::1 or 127.0.0.1; one name for both sides.
  far.env.PUBLIC_URL = `http://127.0.0.1:${port}`;
  far.env.MAIL_FROM = 'Interviews <interviews@508-test.dev>';
  far.env.OPERATOR_EMAIL = 'operator@508-test.dev';
  far.env.STRIPE_SECRET_KEY = 'sk_test_0123456789';
  const { db } = connect(far.env.DATABASE_URL ?? '', { max: 2 });
  const secrets = deriveSecrets(far.env.SECRET_KEY ?? '');
  const log = pino({ level: 'silent' });
  await loadDemo(db, createAuth({ db, secrets, publicUrl: new URL(far.env.PUBLIC_URL), log }));
  await connectDemoCalendars(db, secrets, { calcom: far.calcom.url, site: far.env.PUBLIC_URL });
  return db;
}

describe('a server killed after the payment and before the capture', () => {
  it.each([
    ['while cal.com is asked to confirm', 'calcom', 'POST .*/confirm$', /confirm$/],
    ['while Stripe is asked to capture', 'stripe', 'POST /v1/payment_intents/…/capture', /capture$/],
  ] as const)(
    '%s, ends after a restart in one booking, one capture, one set of mails',
    async (_when, side, match, path) => {
      const db = await prepare();
      await startServer();
      const world = {
        ...far,
        site: far.env.PUBLIC_URL ?? '',
        clock: { now: () => new Date(), advance() {} },
      };
      const candidate = new Candidate(world);
      const id = await candidate.hold(INTERVIEWER);
      await candidate.giveDetails(id);
      const session = await candidate.checkout(id);

      // The answer would come so late that the process is dead by then.
      await far[side].post('faults', { api: { match, mode: 'slow', delayMs: 20_000 } });
      await candidate.pay(session);
      await until(
        async () => {
          const { requests } = await far[side].state();
          return (
            requests.some((request) => path.test(request.path)) ||
            (await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst())
              ?.state === 'authorised'
          );
        },
        { what: 'the server is in the middle of it' },
      );
      await killServer();
      await far[side].clearFaults();
      const before = await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
      expect(before?.state).toBe('authorised');

      await startServer();
      await until(
        async () => {
          const row = await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
          return row?.state === 'confirmed';
        },
        { seconds: 30, what: 'the booking is confirmed' },
      );
      await until(async () => (await far.mail.messages()).length === 2, { what: 'both mails' });
      const { intents, captured } = await moneyOf(world, id);
      expect(intents.map(({ status }) => status)).toEqual(['succeeded']);
      expect(captured).toBe(180_00);
      const mails = await db
        .selectFrom('mails')
        .select(['kind', 'sentAt'])
        .where('bookingId', '=', id)
        .execute();
      expect(mails.map(({ kind }) => kind).sort()).toEqual(['candidate-confirmation', 'interviewer-notice']);
      expect((await far.mail.messages()).length).toBe(2);
      await db.destroy();
    },
    120_000,
  );
});
