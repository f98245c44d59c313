import { formatCents } from '../../ui/price.tsx';
import type { BookingState, EndReason } from '../booking/domain.ts';
import type { DeskBooking } from './domain.ts';

/** Where the candidate's money is, for someone who has to answer the phone: what Stripe says comes first. */
export function moneyWords({
  state,
  money,
  price: { currency },
}: Pick<DeskBooking, 'state' | 'money' | 'price'>): string {
  if (money.captured === 0) return UNTAKEN[state];
  const taken = `Taken ${formatCents({ cents: money.captured, currency })}`;
  return money.refunded === 0
    ? taken
    : `${taken}, given back ${formatCents({ cents: money.refunded, currency })}`;
}

const UNTAKEN: Record<BookingState, string> = {
  held: 'Nothing asked yet',
  checkout: 'At Stripe, nothing held',
  authorised: 'Held, not taken',
  confirmed: 'Stripe has not told yet',
  completed: 'Stripe has not told yet',
  expired: 'Never held',
  released: 'Hold let go',
  cancelled: 'Stripe has not told yet',
};

const ENDS: Record<EndReason, string> = {
  'hold-expired': 'the hold ran out',
  'slot-refused': 'cal.com said no',
  'slot-unanswered': 'cal.com did not answer',
  'too-late': 'the calendar said yes after the start',
  'candidate-cancelled': 'the candidate canceled',
  'interviewer-cancelled': 'the interviewer canceled',
  'operator-cancelled': 'the co-op canceled',
  'interviewer-absent': 'the interviewer did not come',
  'amount-differs': 'the amount did not match',
  'payment-lapsed': 'the payment lapsed',
};

/** Why a booking ended without an interview. */
export const endWords = (reason: EndReason): string => ENDS[reason];

/** What the reconciler put right, by the kind it is counted under. */
const REPAIRS: Record<string, string> = {
  'record-authorisation': 'A payment nobody told us of',
  'confirm-slot': 'A calendar not asked to confirm',
  capture: 'Money held and not taken',
  'record-confirmation': 'A confirmation not written down',
  'let-money-go': 'Money held for nothing',
  'record-money': 'Money that differed from Stripe’s record',
  'record-dispute': 'A dispute nobody told us of',
  'owe-refund': 'Money owed and not written down',
  refund: 'A refund owed and not asked for',
  'refuse-refund': 'A refund that can’t be made',
  'ask-for-move': 'An agreed time the calendar was not asked for',
  'follow-move': 'A move on cal.com nobody told us of',
  'follow-cancellation': 'A cancelation on cal.com nobody told us of',
  'lost-event': 'A webhook Stripe could not deliver',
};

export const repairWords = (kind: string): string => REPAIRS[kind] ?? kind;

/** A mail's kind as a person says it. */
export function mailWords(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
