import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { aBooking } from './booking.fixture.ts';
import type { BookingState } from './domain.ts';
import {
  authorise,
  callOff,
  complete,
  confirm,
  giveUp,
  markAbsent,
  moveTo,
  openCheckout,
} from './events-domain.ts';
import { type BookingEvent, TRANSITIONS, transition } from './state-machine-domain.ts';

const NOW = new Date('2026-11-16T18:00:00Z');
const states = Object.keys(TRANSITIONS) as BookingState[];
const events = Object.keys(TRANSITIONS.held) as BookingEvent[];

/** Every way that leads somewhere; all others are refused. */
const WAYS: [BookingState, BookingEvent, BookingState][] = [
  ['held', 'checkout-opened', 'checkout'],
  ['held', 'hold-expired', 'expired'],
  ['checkout', 'checkout-opened', 'checkout'],
  ['checkout', 'authorised', 'authorised'],
  ['checkout', 'hold-expired', 'expired'],
  ['checkout', 'not-firmed', 'released'],
  ['authorised', 'authorised', 'authorised'],
  ['authorised', 'confirmed', 'confirmed'],
  ['authorised', 'not-firmed', 'released'],
  ['confirmed', 'confirmed', 'confirmed'],
  ['confirmed', 'moved', 'confirmed'],
  ['confirmed', 'candidate-cancelled', 'cancelled'],
  ['confirmed', 'interviewer-cancelled', 'cancelled'],
  ['confirmed', 'operator-cancelled', 'cancelled'],
  ['confirmed', 'interviewer-absent', 'cancelled'],
  ['confirmed', 'candidate-absent', 'confirmed'],
  ['confirmed', 'session-ended', 'completed'],
  ['completed', 'interviewer-absent', 'cancelled'],
  ['completed', 'candidate-absent', 'completed'],
  ['completed', 'session-ended', 'completed'],
];

const ENDED: BookingState[] = ['expired', 'released', 'cancelled'];

describe('the state machine', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
    'decides a %s booking to which "%s" happens',
    (state, event) => {
      const way = WAYS.find(([from, by]) => from === state && by === event);
      const decided = transition(state, event);
      if (way) expect(decided).toEqual({ next: way[2] });
      else expect(decided).toHaveProperty('refused');
    },
  );

  it('lets nothing happen to a booking that has ended', () => {
    for (const state of ENDED) {
      for (const event of events) expect(transition(state, event)).toEqual({ refused: 'ended' });
    }
  });

  it('takes no way back: what is paid is never unpaid, what is over never begins again', () => {
    const rank: Record<BookingState, number> = {
      ...{ held: 0, checkout: 1, authorised: 2, confirmed: 3, completed: 4 },
      ...{ expired: 5, released: 5, cancelled: 5 },
    };
    for (const [from, , next] of WAYS) expect(rank[next]).toBeGreaterThanOrEqual(rank[from]);
  });

  it('is drawn in docs/booking.md as it is', async () => {
    const page = await readFile(new URL('../../../docs/booking.md', import.meta.url), 'utf8');
    const drawn = [...page.matchAll(/^ {4}(\w+) --> (\w+): (.+)$/gm)].flatMap(([, from, next, by]) =>
      (by ?? '').split(' / ').map((event) => [from, event, next].join(' ')),
    );
    const meant = states.flatMap((from) =>
      events.flatMap((event) => {
        const decided = transition(from, event);
        return 'next' in decided && decided.next !== from ? [[from, event, decided.next].join(' ')] : [];
      }),
    );
    expect(drawn.sort()).toEqual(meant.sort());
  });
});

describe('a change', () => {
  const at = (state: BookingState) => aBooking({ state });

  it.each([
    ['openCheckout', () => openCheckout(at('expired'), {} as never, NOW)],
    ['authorise', () => authorise(at('held'), 'pi_1', NOW)],
    ['confirm', () => confirm(at('checkout'), null, NOW)],
    ['giveUp', () => giveUp(at('confirmed'), 'hold-expired', 'hold-expired', NOW)],
    ['callOff', () => callOff(at('authorised'), 'candidate-cancelled', '', NOW)],
    ['moveTo', () => moveTo(at('completed'), { uid: 'x', startsAt: NOW, endsAt: NOW, meetingUrl: null })],
    ['markAbsent', () => markAbsent(at('cancelled'))],
    ['complete', () => complete(at('authorised'))],
  ])('%s is refused where the machine refuses its event', (_name, change) => {
    expect(change()).toHaveProperty('refused');
  });

  it('a move keeps price, reference and reading, and raises the invitation’s number', () => {
    const before = aBooking({
      state: 'confirmed',
      sequence: 2,
      readAt: NOW,
      meetingUrl: 'https://a.example',
    });
    const slot = { uid: 'new', startsAt: NOW, endsAt: new Date(NOW.getTime() + 1), meetingUrl: null };
    expect(moveTo(before, slot)).toEqual({
      next: { ...before, calcomUid: 'new', startsAt: slot.startsAt, endsAt: slot.endsAt, sequence: 3 },
    });
  });

  it('calling it off keeps the note for the other side, and raises the invitation’s number', () => {
    const before = aBooking({ state: 'confirmed' });
    expect(callOff(before, 'interviewer-cancelled', 'Ill, sorry.', NOW)).toEqual({
      next: {
        ...before,
        ...{ state: 'cancelled', endReason: 'interviewer-cancelled', endedAt: NOW },
        ...{ endNote: 'Ill, sorry.', sequence: 1 },
      },
    });
  });

  it('is confirmed with the price as what was taken', () => {
    expect(confirm(at('authorised'), null, NOW)).toMatchObject({
      next: { state: 'confirmed', money: { captured: 150_00, refunded: 0 } },
    });
  });
});
