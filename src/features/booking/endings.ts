import type { Booking, EndReason } from './domain.ts';
import { POLICY } from './policy.ts';

/** Why a booking came to nothing, in words: what happened, and what it means for the money. */
export interface Ending {
  title: string;
  text: string;
  money: string;
}

const UNTOUCHED = 'Nothing was charged. There is no pending amount to wait for.';
const LET_GO =
  'We keep none of it. What your bank set aside is let go; had any of it been taken, all of it is refunded. Some banks need a few days to show that.';

/** `interviewer` is the name to use in a sentence. */
export function endingOf(booking: Pick<Booking, 'state' | 'endReason'>, interviewer: string): Ending {
  if (booking.state === 'cancelled' || !booking.endReason) {
    return { title: 'This booking is canceled.', text: 'The time is free again.', money: LET_GO };
  }
  return endingFor(booking.endReason, interviewer);
}

export function endingFor(reason: EndReason, interviewer: string): Ending {
  switch (reason) {
    case 'hold-expired':
      return {
        title: 'The half hour ran out.',
        text: 'We could hold the time no longer without a payment, so it is back on the board.',
        money: UNTOUCHED,
      };
    case 'slot-refused':
      return {
        title: 'That time slipped away.',
        text: `When your payment arrived, ${interviewer}’s calendar could no longer give you that time. We are sorry: you did everything right.`,
        money: LET_GO,
      };
    case 'slot-unanswered':
      return {
        title: 'The calendar never said yes.',
        text: `We asked ${interviewer}’s calendar for ${POLICY.firmingMinutes} minutes and got no answer we could rely on. We are sorry: you did everything right.`,
        money: LET_GO,
      };
    case 'amount-differs':
      return {
        title: 'The amounts did not match.',
        text: 'What Stripe reported was not the price you were shown, so we stopped. A person is looking at it.',
        money: LET_GO,
      };
    case 'payment-lapsed':
      return {
        title: 'The payment did not hold.',
        text: 'Your bank or Stripe took the authorization back before we could confirm your time.',
        money: LET_GO,
      };
  }
}
