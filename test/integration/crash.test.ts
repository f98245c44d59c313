import { afterEach, describe, expect, inject, it } from 'vitest';
import { Candidate } from '../support/candidate.ts';
import { type ProductionSite, prepareProduction } from '../support/production.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { until } from '../support/until.ts';

// The production server as its own process, killed with SIGKILL where it hurts and started again.

const INTERVIEWER = 'mara-lindqvist';

let production: ProductionSite;

afterEach(() => production.stop());

describe('a server killed after the payment and before the capture', () => {
  it.each([
    ['while cal.com is asked to confirm', 'calcom', 'POST .*/confirm$', 'come'],
    ['while Stripe is asked to capture', 'stripe', 'POST /v1/payment_intents/…/capture', 'come'],
    ['and no signal comes before or after', 'calcom', 'POST .*/confirm$', 'are lost'],
  ] as const)(
    'scenario 19: %s, ends after a restart in one booking, one capture, one set of mails',
    async (_when, side, match, signals) => {
      production = await prepareProduction(inject('postgres'));
      const { far, db, site } = production;
      await production.start();
      const clock = { now: () => new Date(), advance() {} };
      const candidate = new Candidate({ ...far, site, clock });
      const id = await candidate.hold(INTERVIEWER);
      await candidate.giveDetails(id);
      const session = await candidate.checkout(id);
      const stateOf = async () => {
        const row = await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
        return row?.state;
      };

      const loseSignals = async () => {
        if (signals === 'come') return;
        for (const one of [far.stripe, far.calcom]) await one.post('faults', { webhooks: { drop: true } });
      };
      await loseSignals();
      // The answer would come so late that the process is dead by then.
      await far[side].post('faults', { api: { match, mode: 'slow', delayMs: 8_000 } });
      await candidate.pay(session);
      if (signals === 'are lost') await candidate.get(`/bookings/${id}/thanks`);
      await until(async () => (await stateOf()) === 'authorised', {
        what: 'the server is in the middle of it',
      });
      await production.kill();
      await far[side].clearFaults();
      await loseSignals();
      expect(await stateOf()).toBe('authorised');

      await production.start();
      await until(async () => (await stateOf()) === 'confirmed', { what: 'it is confirmed' });
      await until(async () => (await far.mail.messages()).length === 2, { what: 'both mails' });
      const { intents, captured } = await moneyOf(far, id);
      expect(intents.map(({ status }) => status)).toEqual(['succeeded']);
      expect(captured).toBe(180_00);
      const mails = await db.selectFrom('mails').select(['kind']).where('bookingId', '=', id).execute();
      expect(mails.map(({ kind }) => kind).sort()).toEqual(['candidate-confirmation', 'interviewer-notice']);
      expect(await far.mail.messages()).toHaveLength(2);
    },
    120_000,
  );
});
