import { formatPrice } from '../../../ui/price.tsx';
import { cancelsFree, freeUntil } from '../change-domain.ts';
import type { Booking } from '../domain.ts';
import type { MoneyBack } from '../mail-domain.ts';
import { POLICY } from '../policy.ts';
import { deadline } from '../words.ts';
import type { MailInput } from './mail.ts';

/** What several mails say, said the same way in each. */

const NOT_REMINDED = 'You would rather not be reminded? Write to';

export const WHY_CANDIDATE =
  'You get this because you booked an interview. Something wrong? Answer this mail or write to';
export const WHY_CANDIDATE_REMINDED = `You get this because you booked an interview. ${NOT_REMINDED}`;

export const whyInterviewer = (candidate: string): string =>
  `You get this because ${candidate} booked you. Questions? Write to`;
export const whyInterviewerReminded = (candidate: string): string =>
  `You get this because ${candidate} booked you. Your account says which mails you get. Questions? Write to`;

/** "$150" of a booking's currency. */
export const amount = ({ price }: Pick<Booking, 'price'>, cents: number): string =>
  formatPrice({ cents, currency: price.currency });

export const paid = (booking: Pick<Booking, 'price'>): string => formatPrice(booking.price);

const SHOWS = `How soon it shows is up to your bank: at once, or within ${POLICY.refundBusinessDays} business days.`;

/** To the candidate: how to get out of it, until when for nothing, to the instant, and what it costs then. */
export function gettingOut({ booking, now }: MailInput): string {
  const until = deadline(freeUntil(booking), booking.candidate.timeZone);
  if (cancelsFree(booking, now)) {
    return `Move it or cancel it on your booking’s page. Free, and all ${paid(booking)} back, until ${until}. After that the price is kept.`;
  }
  return `Moving it, or canceling it with the price back, was possible until ${until}. You can still cancel on your booking’s page, and the price of ${paid(booking)} is kept.`;
}

/** To the candidate: what becomes of their money. */
export function moneyWords({ booking }: Pick<MailInput, 'booking'>, money: MoneyBack): string {
  switch (money.kind) {
    case 'kept':
      return `The price of ${paid(booking)} is kept. Canceling was free until ${deadline(freeUntil(booking), booking.candidate.timeZone)}, as agreed when you booked.`;
    case 'back':
      return money.before > 0
        ? `${amount(booking, money.cents)} goes back to the card you paid with. ${amount(booking, money.before)} of your ${paid(booking)} was given back before. ${SHOWS}`
        : `All ${amount(booking, money.cents)} goes back to the card you paid with. Nothing for you to do. ${SHOWS}`;
    case 'returned':
      return `All ${amount(booking, money.cents)} was given back to the card you paid with before. ${SHOWS}`;
    case 'stuck':
      return `${amount(booking, money.cents)} is yours, but the refund did not go through yet. A person is on it, and writes to you.`;
  }
}

/** To the interviewer: the same, in a sentence. */
export function theirMoney(booking: Booking, money: MoneyBack, candidate: string): string {
  switch (money.kind) {
    case 'kept':
      return `The price of ${paid(booking)} is kept: the time for canceling free of charge was over.`;
    case 'back':
      return money.before > 0
        ? `${candidate} gets the rest back, ${amount(booking, money.cents)} of ${paid(booking)}.`
        : `${candidate} gets all ${amount(booking, money.cents)} back.`;
    case 'returned':
      return `${candidate} had been given all ${amount(booking, money.cents)} back before.`;
    case 'stuck':
      return `${candidate} is owed ${amount(booking, money.cents)}. The refund did not go through yet, and a person is on it.`;
  }
}

/** The reference, which is what people read out. */
export const referenceRow = ({ booking }: Pick<MailInput, 'booking'>) =>
  ['Reference', booking.reference, 'reading'] as const;
