import fc from 'fast-check';
import type { Fate, SmallWorld } from './convergence.world.fixture.ts';
import { MINUTE } from './policy.ts';

// What can happen to a booking, in the order that chance gives it: the stories that the properties are about.

/** Something that happens, by its name. */
export type Event = [name: string, happen: (world: SmallWorld) => void];

const event = (name: string, happen: (world: SmallWorld) => void) => fc.constant<Event>([name, happen]);
const fate = fc.constantFrom<Fate>('done', 'done', 'answer-lost', 'never-arrived');

/** What we do ourselves, in any order, well or badly. */
const ours: [number, fc.Arbitrary<Event>][] = [
  [6, event('look', (world) => world.look())],
  [6, fate.map((how): Event => [`act: ${how}`, (world) => world.act(how)])],
  [1, event('crash', (world) => world.crash())],
  [2, event('a round of the loop', (world) => world.converge())],
];
/** What a well-meaning world does around us. */
const friendly: [number, fc.Arbitrary<Event>][] = [
  [3, fc.integer({ min: 0, max: 40 }).map((by): Event => [`${by} min`, (world) => world.advance(by)])],
  [
    4,
    fc
      .constantFrom('done', 'done', 'answer-lost', 'never-arrived', 'killed')
      .map((how): Event => [`to checkout: ${how}`, (world) => world.goToCheckout(how as Fate)]),
  ],
  [4, event('pay', (world) => world.pay())],
  [1, event('pay, the bank thinks', (world) => world.pay({ bankThinks: true }))],
  [1, event('the bank says yes', (world) => world.bankDecides(true))],
  [1, event('the host accepts', (world) => world.calendar.hostAccepts())],
  [1, event('stripe falls silent', (world) => answer(world, { stripe: false }))],
  [1, event('stripe answers', (world) => answer(world, { stripe: true }))],
  [1, event('the calendar falls silent', (world) => answer(world, { calendar: false }))],
  [1, event('the calendar answers', (world) => answer(world, { calendar: true }))],
];
/** What can spoil a booking for good. */
const hostile: [number, fc.Arbitrary<Event>][] = [
  [1, event('pay too little', (world) => world.pay({ cents: 149_99 }))],
  [1, event('the bank says no', (world) => world.bankDecides(false))],
  [1, event('the authorisation lapses', (world) => world.authorisationLapses())],
  [2, event('the host refuses', (world) => world.calendar.hostRefuses())],
];
/** What people do to a booking once they have it, here and over there. */
const later: [number, fc.Arbitrary<Event>][] = [
  [1, fc.integer({ min: 1, max: 90 }).map((by): Event => [`${by} h`, (world) => world.advance(by * 60)])],
  [1, event('the candidate cancels', (world) => world.cancel('candidate'))],
  [1, event('the interviewer cancels', (world) => world.cancel('interviewer'))],
  [1, event('the candidate cancels on cal.com', (world) => world.calendar.callOff('candidate'))],
  [1, event('the interviewer cancels on cal.com', (world) => world.calendar.callOff('interviewer'))],
  [2, when('the candidate moves it', (world, at) => world.calendar.move('candidate', at))],
  [2, when('the interviewer moves it', (world, at) => world.calendar.move('interviewer', at))],
  [2, when('both agree on', (world, at) => world.agree(at))],
  [1, when('somebody else books', (world, at) => world.rivalBooks(at))],
  [1, event('the guarantee is claimed', (world) => claim(world))],
  [1, event('a refund comes back', (world) => world.stripe.failRefund())],
  [1, event('the operator tries again', (world) => world.oweRefund('operator'))],
  [1, event('half is refunded at stripe', (world) => world.stripe.refund(null, 75_00))],
  [1, event('all is refunded at stripe', (world) => world.stripe.refund(null, 150_00))],
  [1, event('the bank disputes', (world) => dispute(world, 'needs_response', true))],
  [1, event('the dispute is won', (world) => dispute(world, 'won', false))],
];

function when(name: string, happen: (world: SmallWorld, at: number) => unknown): fc.Arbitrary<Event> {
  return fc
    .integer({ min: 1, max: 4 })
    .map((days) => [
      `${name} ${days} days on`,
      (world) => void happen(world, Date.parse('2026-11-19T20:00:00Z') + days * 1440 * MINUTE),
    ]);
}

function claim(world: SmallWorld): void {
  const { state, money } = world.booking;
  if (state === 'completed' && money.refunded < money.captured) world.oweRefund('guarantee');
}

function dispute(world: SmallWorld, status: string, isOpen: boolean): void {
  if (world.stripe.captured === 0 || (!isOpen && !world.stripe.dispute)) return;
  const { captured: amountCents } = world.stripe;
  world.stripe.dispute = { id: 'dp_1', status, reason: 'general', amountCents, openedAt: world.date, isOpen };
}

function answer(world: SmallWorld, who: { stripe?: boolean; calendar?: boolean }): void {
  world.stripe.answers = who.stripe ?? world.stripe.answers;
  world.calendar.answers = who.calendar ?? world.calendar.answers;
}

// Chance alone seldom gets far, so a story begins somewhere on the way: claimed, at Stripe, paid, held on
// the card, firm on the calendar, captured; or with its time up and Stripe still taking payments.
const steps = (count: number): Event[] =>
  Array.from({ length: count }, () => [
    'a step',
    (world) => {
      world.look();
      world.act();
    },
  ]);
const toCheckout: Event = ['to checkout', (world) => world.goToCheckout('done')];
const timeUp: Event[] = [
  ['stripe ends its sessions late', (world) => Object.assign(world.stripe, { isLate: 120 })],
  toCheckout,
  ['37 min', (world) => world.advance(37)],
];
const paid: Event[] = [toCheckout, ['pay', (world) => world.pay()]];
const beginning = fc.constantFrom<Event[]>(
  [],
  [toCheckout],
  timeUp,
  ...[0, 1, 2, 3].map((n) => [...paid, ...steps(n)]),
);

const story = (parts: [number, fc.Arbitrary<Event>][]) =>
  fc
    .tuple(
      beginning,
      fc.array(fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary }))), { maxLength: 40 }),
    )
    .map(([first, then]) => [...first, ...then]);

export const everything = story([...ours, ...friendly, ...hostile]);
export const kindly = story([...ours, ...friendly]);
// These begin with a booking that is confirmed already: there is no end of what can happen to it.
const confirmed: Event[] = [...paid, ['it is confirmed', (world) => world.converge()]];
const over: Event[] = [
  ['the session is over', (world) => world.advance(4_600)],
  ['it is completed', (world) => world.converge()],
];
const afterwards = fc
  .tuple(fc.constantFrom([], [], over), story([...ours, ...later, ...friendly]))
  .map(([first, events]) => [...confirmed, ...first, ...events]);
export const anything = fc.oneof(everything, afterwards);
