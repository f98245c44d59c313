import type { BookingState } from './domain.ts';

/** What can happen to a booking. */
export type BookingEvent =
  /** Stripe opened the Checkout session. */
  | 'checkout-opened'
  /** The money is held on the card. */
  | 'authorised'
  /** cal.com said yes and the money was captured. */
  | 'confirmed'
  /** Nobody paid in time. */
  | 'hold-expired'
  /** Paid, and the slot could not be made firm or the payment did not hold. */
  | 'not-firmed'
  | 'moved'
  | 'candidate-cancelled'
  | 'interviewer-cancelled'
  /** The co-op calls it off. */
  | 'operator-cancelled'
  | 'interviewer-absent'
  | 'candidate-absent'
  /** The ninety minutes are over. */
  | 'session-ended';

export type Refusal =
  | 'hold-expired'
  | 'already-paid'
  | 'ended'
  | 'details-missing'
  | 'not-paid'
  | 'not-confirmed'
  | 'over';

export type Transition = { next: BookingState } | { refused: Refusal };

const to = (next: BookingState): Transition => ({ next });
const no = (refused: Refusal): Transition => ({ refused });

const ended: Record<BookingEvent, Transition> = {
  'checkout-opened': no('ended'),
  authorised: no('ended'),
  confirmed: no('ended'),
  'hold-expired': no('ended'),
  'not-firmed': no('ended'),
  moved: no('ended'),
  'candidate-cancelled': no('ended'),
  'interviewer-cancelled': no('ended'),
  'operator-cancelled': no('ended'),
  'interviewer-absent': no('ended'),
  'candidate-absent': no('ended'),
  'session-ended': no('ended'),
};

/** The state machine: every event in every state is decided. Drawn in docs/booking.md from this table. */
export const TRANSITIONS: Record<BookingState, Record<BookingEvent, Transition>> = {
  held: {
    'checkout-opened': to('checkout'),
    authorised: no('not-paid'),
    confirmed: no('not-paid'),
    'hold-expired': to('expired'),
    'not-firmed': no('not-paid'),
    moved: no('not-confirmed'),
    'candidate-cancelled': no('not-confirmed'),
    'interviewer-cancelled': no('not-confirmed'),
    'operator-cancelled': no('not-confirmed'),
    'interviewer-absent': no('not-confirmed'),
    'candidate-absent': no('not-confirmed'),
    'session-ended': no('not-confirmed'),
  },
  checkout: {
    'checkout-opened': to('checkout'),
    authorised: to('authorised'),
    confirmed: no('not-paid'),
    'hold-expired': to('expired'),
    'not-firmed': to('released'),
    moved: no('not-confirmed'),
    'candidate-cancelled': no('not-confirmed'),
    'interviewer-cancelled': no('not-confirmed'),
    'operator-cancelled': no('not-confirmed'),
    'interviewer-absent': no('not-confirmed'),
    'candidate-absent': no('not-confirmed'),
    'session-ended': no('not-confirmed'),
  },
  authorised: {
    'checkout-opened': no('already-paid'),
    authorised: to('authorised'),
    confirmed: to('confirmed'),
    'hold-expired': no('already-paid'),
    'not-firmed': to('released'),
    // Canceled while it is made firm: minutes later it is one or the other, and can be canceled or is gone.
    moved: no('not-confirmed'),
    'candidate-cancelled': no('not-confirmed'),
    'interviewer-cancelled': no('not-confirmed'),
    'operator-cancelled': no('not-confirmed'),
    'interviewer-absent': no('not-confirmed'),
    'candidate-absent': no('not-confirmed'),
    'session-ended': no('not-confirmed'),
  },
  confirmed: {
    'checkout-opened': no('already-paid'),
    authorised: no('already-paid'),
    confirmed: to('confirmed'),
    'hold-expired': no('already-paid'),
    'not-firmed': no('already-paid'),
    moved: to('confirmed'),
    'candidate-cancelled': to('cancelled'),
    'interviewer-cancelled': to('cancelled'),
    'operator-cancelled': to('cancelled'),
    'interviewer-absent': to('cancelled'),
    'candidate-absent': to('confirmed'),
    'session-ended': to('completed'),
  },
  completed: {
    'checkout-opened': no('already-paid'),
    authorised: no('already-paid'),
    confirmed: no('already-paid'),
    'hold-expired': no('already-paid'),
    'not-firmed': no('already-paid'),
    moved: no('over'),
    'candidate-cancelled': no('over'),
    'interviewer-cancelled': no('over'),
    'operator-cancelled': no('over'),
    // Said afterwards: all of the money goes back.
    'interviewer-absent': to('cancelled'),
    'candidate-absent': to('completed'),
    'session-ended': to('completed'),
  },
  expired: ended,
  released: ended,
  cancelled: ended,
};

/** Where an event leads from a state, or why it can't happen there. */
export const transition = (state: BookingState, event: BookingEvent): Transition => TRANSITIONS[state][event];
