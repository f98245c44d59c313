import type { Price, Tag } from '../interviewers/domain.ts';

/**
 * Where a booking stands. `held`: the slot is claimed, details are wanted. `checkout`: the candidate is
 * at Stripe. `authorised`: the money is held on the card, cal.com has not yet said yes. `confirmed`:
 * cal.com said yes and the money was captured. The last four are ends.
 */
export type BookingState =
  | 'held'
  | 'checkout'
  | 'authorised'
  | 'confirmed'
  | 'completed'
  | 'expired'
  | 'released'
  | 'cancelled';

/** Why a booking ended without an interview. */
export type EndReason =
  | 'hold-expired'
  | 'slot-refused'
  | 'slot-unanswered'
  | 'too-late'
  | 'amount-differs'
  | 'payment-lapsed'
  | 'candidate-cancelled'
  | 'interviewer-cancelled'
  | 'operator-cancelled'
  | 'interviewer-absent';

/** What the candidate was promised when they booked; a later change of policy does not touch it. */
export interface Terms {
  /** Hours before the start until which canceling costs nothing. */
  freeCancelHours: number;
  /** Days from the end of the session in which the guarantee is honored. */
  guaranteeDays: number;
}

export interface Booking {
  id: string;
  /** Raised by every change: what was decided on an older one is decided anew. */
  revision: number;
  /** SEQUENCE of the invitation: raised when the session moves or is called off. */
  sequence: number;
  /** What people read out, e.g. 508-7K2QD. */
  reference: string;
  interviewerId: string;
  state: BookingState;
  startsAt: Date;
  endsAt: Date;
  calcomConnectionId: string | null;
  calcomUid: string;
  calendarReleasedAt: Date | null;
  meetingUrl: string | null;
  /** The rate the candidate saw; a later change of rate does not touch it. */
  price: Price;
  terms: Terms;
  /** Taken from the card, and given back, as Stripe last told it. Cents. */
  money: { captured: number; refunded: number };
  /** n of the idempotency keys that take the money or let it go. */
  moneyAttempt: number;
  candidate: { name: string; email: string; timeZone: string };
  holdExpiresAt: Date;
  /** How many Checkout sessions were asked for; each has a number of its own. */
  checkoutAttempts: number;
  checkout: Checkout | null;
  paymentIntentId: string | null;
  confirmedAt: Date | null;
  authorisedAt: Date | null;
  readAt: Date | null;
  /** What the interviewer wrote to the candidate then. */
  readNote: string;
  endedAt: Date | null;
  endReason: EndReason | null;
  /** What who called it off wrote to the other. */
  endNote: string;
  /** Who did not come, as the interviewer told it. */
  absent: 'candidate' | 'interviewer' | null;
}

/** One attempt at a Checkout session. `sessionId` is null until Stripe answered. */
export interface Checkout {
  attempt: number;
  startedAt: Date;
  expiresAt: Date;
  sessionId: string | null;
  url: string | null;
}

/** What the candidate told the interviewer. */
export interface BookingDetails {
  background: string;
  subject: string;
  technologies: string[];
  /** What specifically they would like to be interviewed on. */
  focus: string;
  targetCompanies: string;
  notes: string;
}

/** A stored resume, without its bytes. */
export interface ResumeInfo {
  filename: string;
  /** Bytes. */
  size: number;
}

/** The interviewer as the booking's pages show them. */
export interface BookedInterviewer {
  slug: string;
  name: string;
  headline: string;
  portraitId: string | null;
  timeZone: string;
  subjects: Tag[];
  technologies: Tag[];
}

export const LIVE_STATES: readonly BookingState[] = ['held', 'checkout', 'authorised', 'confirmed'];

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

/** Minutes of a booking's slot on cal.com: 60 of interview and 30 of feedback. */
export const SLOT_MINUTES = 90;

export type Decision<Why extends string = Refusal> = { next: Booking } | { refused: Why };

function move(booking: Booking, event: BookingEvent, change: Partial<Booking>): Decision {
  const led = transition(booking.state, event);
  return 'refused' in led ? led : { next: { ...booking, ...change, state: led.next } };
}

/** Stripe made the session of this attempt: the hold is set, once, to `holdExpiresAt`. */
export const openCheckout = (booking: Booking, checkout: Checkout, holdExpiresAt: Date): Decision =>
  move(booking, 'checkout-opened', { checkout, holdExpiresAt });

/** The money is held on the card. */
export const authorise = (booking: Booking, intentId: string, now: Date): Decision =>
  move(booking, 'authorised', { paymentIntentId: intentId, authorisedAt: now });

/** cal.com said yes and the money was captured. */
export const confirm = (booking: Booking, meetingUrl: string | null, now: Date): Decision =>
  move(booking, 'confirmed', {
    meetingUrl,
    confirmedAt: now,
    money: { ...booking.money, captured: booking.price.cents },
  });

/** Nobody paid, or what was paid could not be confirmed; what is owed to others is settled afterwards. */
export const giveUp = (
  booking: Booking,
  event: 'hold-expired' | 'not-firmed',
  reason: EndReason,
  now: Date,
): Decision => move(booking, event, { endReason: reason, endedAt: now });

/** It does not take place, or did not. `note` is for the other side. */
export const callOff = (
  booking: Booking,
  event: 'candidate-cancelled' | 'interviewer-cancelled' | 'operator-cancelled' | 'interviewer-absent',
  note: string,
  now: Date,
): Decision =>
  move(booking, event, {
    endReason: event,
    endedAt: now,
    endNote: note,
    sequence: booking.sequence + 1,
    ...(event === 'interviewer-absent' && { absent: 'interviewer' }),
  });

/** The same session at another time: same price, same invitation with a higher SEQUENCE. */
export const moveTo = (
  booking: Booking,
  slot: { uid: string; startsAt: Date; endsAt: Date; meetingUrl: string | null },
): Decision =>
  move(booking, 'moved', {
    calcomUid: slot.uid,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    meetingUrl: slot.meetingUrl ?? booking.meetingUrl,
    sequence: booking.sequence + 1,
  });

/** The interviewer says that the candidate did not come. */
export const markAbsent = (booking: Booking): Decision =>
  move(booking, 'candidate-absent', { absent: 'candidate' });

/** The ninety minutes are over. */
export const complete = (booking: Booking): Decision => move(booking, 'session-ended', {});
