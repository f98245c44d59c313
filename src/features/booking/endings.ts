import type { Booking, EndReason } from './domain.ts';
import { POLICY } from './policy.ts';

/** Why a booking came to nothing, in words: what happened, and what it means for the money. */
export interface Ending {
  title: string;
  text: string;
  money: string;
}

const LET_GO =
  'We keep none of it. What your bank set aside is let go; had any of it been taken, all of it is refunded. Some banks need a few days to show that.';

const REFUNDED = 'All of it goes back to your card. Some banks need a few days to show that.';

/** What an unpaid end means for the money, for those who never saw Stripe's page and those who did. */
export function unpaidMoney({ checkout }: Pick<Booking, 'checkout'>): string {
  return checkout
    ? 'Nothing was charged. Should your bank have set something aside at the last moment, it is let go.'
    : 'Nothing was charged. There is no pending amount to wait for.';
}

/** `interviewer` is the name to use in a sentence. */
export function endingOf(
  booking: Pick<Booking, 'state' | 'endReason' | 'checkout'>,
  interviewer: string,
): Ending {
  if (!booking.endReason) {
    return { title: 'This booking is canceled.', text: 'The time is free again.', money: LET_GO };
  }
  return { money: LET_GO, ...endingFor(booking.endReason, interviewer, unpaidMoney(booking)) };
}

function endingFor(
  reason: EndReason,
  interviewer: string,
  unpaid: string,
): Omit<Ending, 'money'> & Partial<Ending> {
  switch (reason) {
    case 'hold-expired':
      return {
        title: 'The half hour ran out.',
        text: 'We could hold the time no longer without a payment, so it is back on the board.',
        money: unpaid,
      };
    case 'slot-refused':
      return {
        title: 'That time slipped away.',
        text: `When your payment arrived, ${interviewer}’s calendar could no longer give you that time. We are sorry: you did everything right.`,
      };
    case 'slot-unanswered':
      return {
        title: 'The calendar never said yes.',
        text: `We asked ${interviewer}’s calendar for ${POLICY.firmingMinutes} minutes and got no answer we could rely on. We are sorry: you did everything right.`,
      };
    case 'too-late':
      return {
        title: 'It was confirmed too late.',
        text: `${interviewer}’s calendar said yes only after the session should have begun. We are sorry: you did everything right.`,
      };
    case 'candidate-cancelled':
      return { title: 'You canceled this interview.', text: 'The time is free again.' };
    case 'interviewer-cancelled':
      return {
        title: `${interviewer} canceled this interview.`,
        text: 'That is on our side, so all of your money goes back.',
        money: REFUNDED,
      };
    case 'operator-cancelled':
      return {
        title: 'We canceled this interview.',
        text: 'That is on our side, so all of your money goes back.',
        money: REFUNDED,
      };
    case 'interviewer-absent':
      return {
        title: `${interviewer} did not come.`,
        text: 'We are sorry. That hour and a half was yours, and it was wasted.',
        money: REFUNDED,
      };
    case 'amount-differs':
      return {
        title: 'The amounts did not match.',
        text: 'What Stripe reported was not the price you were shown, so we stopped. A person is looking at it.',
      };
    case 'payment-lapsed':
      return {
        title: 'The payment did not hold.',
        text: 'Your bank or Stripe took the authorization back before we could confirm your time.',
      };
  }
}
