import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, test } from 'vitest';
import { noAssets } from '../../../web/assets.fixture.ts';
import type { Shell } from '../../../web/env.ts';
import type { ClaimRefusal } from '../../guarantee/domain.ts';
import { aBooking } from '../booking.fixture.ts';
import { cancelAsCandidate, cancelsFree, refuseMove } from '../change-domain.ts';
import { readWatch, standingOf, watchMove, watchWords } from '../move-watch-domain.ts';
import { goingBack, keptCents, latestRefund, type RefundLine } from '../receipt-domain.ts';
import { refundWords } from '../refund-words.ts';
import { changeRefusalWords, claimRefusalWords } from '../refusal-words.ts';
import { CancellationDialog, CancellationPage } from './cancellation-page.tsx';
import { Ended } from './ended.tsx';
import { MoneyBackDialog } from './money-back-page.tsx';
import { Plans } from './plans.tsx';
import { Receipt } from './receipt.tsx';
import { Worth } from './worth.tsx';

const interviewer = {
  slug: 'adaeze-okonkwo',
  name: 'Adaeze Okonkwo',
  headline: 'Frontend',
  portraitId: null,
  timeZone: 'Africa/Lagos',
  subjects: [],
  technologies: [],
};
const booking = aBooking({
  state: 'confirmed',
  confirmedAt: new Date('2026-11-16T18:31:00Z'),
  money: { captured: 150_00, refunded: 0 },
});
const CUT_OFF = new Date('2026-11-18T20:00:00Z');
const plus = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);
const people = { name: 'Adaeze', contact: 'help@508.dev' };
const html = (node: VNode) => renderToString(node);
const refund = (more: Partial<RefundLine> = {}): RefundLine => ({
  cause: 'guarantee',
  amountCents: 150_00,
  state: 'owed',
  requestedAt: new Date('2026-11-17T12:00:00Z'),
  settledAt: null,
  ...more,
});

describe('the instant until which canceling and moving are free', () => {
  it('still counts, and a thousandth later does not', () => {
    expect(cancelAsCandidate(booking, '', CUT_OFF)).toMatchObject({ refund: 'candidate-cancelled' });
    expect(cancelAsCandidate(booking, '', plus(CUT_OFF, 1))).toMatchObject({ refund: null });
    expect(refuseMove(booking, CUT_OFF)).toBeNull();
    expect(refuseMove(booking, plus(CUT_OFF, 1))).toBe('cut-off');
    expect(
      cancelsFree({ ...booking, terms: { ...booking.terms, freeCancelHours: 0 } }, booking.startsAt),
    ).toBe(true);
  });

  it('is printed above the key, with the money to the cent, and what it costs later', () => {
    const before = html(<Plans {...{ booking, interviewer }} now={CUT_OFF} contact="help@508.dev" />);
    expect(before).toContain('You get $150.00 back');
    expect(before).toContain('Free until Wed Nov 18, 15:00, New York.');
    expect(before.indexOf('You get $150.00')).toBeLessThan(before.indexOf('Cancel and refund'));
    const late = html(<Plans {...{ booking, interviewer }} now={plus(CUT_OFF, 1)} contact="help@508.dev" />);
    expect(late).toContain('It is past that. The price is kept');
    expect(late).toContain('Cancel, price kept');
    expect(late).not.toContain('Pick another time');
  });

  it('offers nothing once the session has begun', () => {
    const props = { booking, interviewer, now: booking.startsAt, contact: 'help@508.dev' };
    expect(html(<Plans {...props} />)).toBe('');
  });

  it('says in the form what the page promised', () => {
    const dialog = html(<CancellationDialog {...{ booking, interviewer }} now={CUT_OFF} />);
    expect(dialog).toContain('<dialog');
    expect(dialog).toContain('name="terms" value="free"');
    const late = html(<CancellationDialog {...{ booking, interviewer }} now={plus(CUT_OFF, 1)} />);
    expect(late).toContain('name="terms" value="kept"');
  });
});

describe('the receipt', () => {
  it('adds up: a refund that failed is neither back nor on its way', () => {
    const refunds = [refund({ state: 'failed' }), refund({ state: 'pending', amountCents: 100_00 })];
    expect(goingBack(refunds)).toBe(100_00);
    expect(keptCents(booking, refunds)).toBe(50_00);
    expect(latestRefund(refunds)?.state).toBe('pending');
    expect(latestRefund([])).toBeNull();
    const receipt = html(<Receipt {...{ booking, interviewer, refunds }} />);
    for (const part of [
      '$150.00',
      '−$150.00',
      'did not go through',
      '−$100.00',
      'on its way',
      '$50.00',
      '508-7K2QD',
    ])
      expect(receipt).toContain(part);
  });

  it.each([
    ['owed', 'We are asking Stripe to send it now.'],
    ['pending', 'the bank has not answered yet'],
    ['succeeded', 'went back to your card: Tue Nov 17, 07:00, New York'],
    ['failed', 'did not go through. A person here is looking at it.'],
  ] as const)('says of a refund that is %s what is true of it', (state, words) => {
    expect(refundWords(refund({ state }), booking)).toContain(words);
    expect(refundWords(refund({ state }), booking)).toContain('$150.00');
  });

  it('of money that a bank takes back already, says that it is not sent twice', () => {
    expect(refundWords(refund({ state: 'failed' }), booking, true)).toContain('not sent a second time');
  });
});

test('a canceled session says what happened, where the money is, and when there is another time', () => {
  const canceled = { ...booking, state: 'cancelled', endReason: 'interviewer-cancelled' } as const;
  const props = { interviewer, nextStarts: [new Date('2026-11-20T20:00:00Z')], now: CUT_OFF };
  const ended = { ...canceled, endedAt: CUT_OFF, endNote: 'The flu. Sorry.' };
  const page = html(<Ended {...props} booking={ended} refunds={[refund()]} />);
  for (const part of [
    'Adaeze canceled this interview.',
    '$150.00 goes back',
    'The flu. Sorry.',
    'Fri Nov 20, 15:00',
  ])
    expect(page).toContain(part);
  const kept = { ...ended, endReason: 'candidate-cancelled' } as const;
  const late = html(<Ended {...props} booking={kept} refunds={[]} />);
  expect(late).toContain('The price is kept: $150.00. Canceling was free until Wed Nov 18, 15:00, New York.');
});

describe('a move that is waited for', () => {
  const since = new Date('2026-11-16T20:00:00Z');
  const watch = watchMove(booking, false, since);

  it('travels in the address, and nothing else there is one', () => {
    expect(readWatch(watchWords(watch))).toEqual(watch);
    for (const words of [
      undefined,
      '',
      'x',
      '1.2.3.c',
      `${watchWords(watch)}.1`,
      '-1.1763582400.1763582400.c',
    ])
      expect(readWatch(words)).toBeNull();
  });

  it('is told by the booking alone', () => {
    const moved = { ...booking, startsAt: plus(booking.startsAt, 1), sequence: 1 };
    expect(standingOf(watch, booking, false, since)).toBe('moving');
    expect(standingOf(watch, moved, false, since)).toBe('moved');
    expect(standingOf(watch, { ...booking, sequence: 2 }, false, since)).toBe('kept');
    expect(standingOf(watch, booking, false, plus(since, 121_000))).toBe('silent');
    const proposed = { ...watch, byProposal: true };
    expect(standingOf(proposed, booking, true, since)).toBe('moving');
    expect(standingOf(proposed, booking, false, since)).toBe('kept');
  });
});

test('every refusal has a sentence of its own that says what to do', () => {
  const refusals: ClaimRefusal[] = [
    'not-over',
    'window-closed',
    'already-claimed',
    'already-refunded',
    'disputed',
    'candidate-absent',
    'ended',
  ];
  const said = refusals.map((refused) => claimRefusalWords(refused, 'not-worth-it', booking, people));
  expect(new Set(said.map(({ title }) => title)).size).toBe(refusals.length);
  expect(changeRefusalWords('cut-off', 'move', booking, people).text).toContain(
    'Wed Nov 18, 15:00, New York',
  );
  expect(changeRefusalWords('started', 'rewrite', booking, people).text).not.toContain('moved');
});

test('the second press asks what happened only where two things can be said', () => {
  const props = { booking, interviewer, kind: 'nobody-came' as const };
  expect(html(<MoneyBackDialog {...props} kinds={['nobody-came']} />)).toContain('type="hidden" name="kind"');
  expect(html(<MoneyBackDialog {...props} kinds={['not-worth-it', 'nobody-came']} />)).toContain(
    'type="radio"',
  );
});

test('the guarantee counts its days, and names its last instant in the candidate’s zone', () => {
  const props = {
    booking,
    interviewer,
    details: null,
    resume: null,
    refunds: [],
    proposal: null,
    claim: null,
    hasOpenDispute: false,
    reportAt: null,
    isReviewed: false,
    moving: null,
    nextStarts: [],
    contact: 'help@508.dev',
  };
  const worth = html(<Worth {...props} now={plus(booking.endsAt, 25 * 3_600_000)} />);
  expect(worth).toContain('aria-label="Day 2 of 7"');
  expect(worth).toContain('Thu Nov 26, 16:30, New York');
  expect(html(<Worth {...props} now={booking.startsAt} />)).toBe('');
});

test('cancellation without JavaScript is a page of its own with the same form', () => {
  const shell: Shell = {
    assets: noAssets,
    publicUrl: new URL('https://interviews.508.dev'),
    path: '/',
    theme: 'auto',
    isFirstVisit: false,
    sampleData: false,
    contact: 'help@508.dev',
    terms: booking.terms,
  };
  const page = html(<CancellationPage {...{ shell, booking, interviewer }} now={CUT_OFF} problem="late" />);
  expect(page).toContain('method="post"');
  expect(page).toContain('Nothing was canceled yet.');
});
