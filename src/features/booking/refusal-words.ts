import { formatCents } from '../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../ui/time.tsx';
import {
  type Claim,
  type ClaimKind,
  type ClaimRefusal,
  claimableFrom,
  guaranteeEnds,
} from '../guarantee/domain.ts';
import { type ChangeRefusal, freeUntil } from './change-domain.ts';
import type { Booking } from './domain.ts';
import { latestRefund, type RefundLine } from './receipt-domain.ts';
import { refundWords } from './refund-words.ts';

/** A refusal as a page says it: what is so, and what to do about it. */
export interface RefusalWords {
  title: string;
  text: string;
}

/** What somebody wanted who is refused. */
export type Wish = 'move' | 'cancel' | 'rewrite' | 'answer';

const say = (booking: Booking, at: Date): string => {
  const zone = booking.candidate.timeZone;
  return `${formatInstant(at, zone)}, ${zonePlace(zone)}`;
};

/** Why a change can't be made, and what can be done instead. */
export function changeRefusalWords(
  refused: ChangeRefusal | 'already-read' | 'no-proposal',
  wish: Wish,
  booking: Booking,
  { name, contact }: { name: string; contact: string },
): RefusalWords {
  const stays = `It stays on ${say(booking, booking.startsAt)}.`;
  switch (refused) {
    case 'cut-off':
      return {
        title: 'It is too late to move it.',
        text: `Moving was free until ${say(booking, freeUntil(booking))}. ${stays} ${name} can still propose another time: write to ${contact}, and we ask.`,
      };
    case 'started':
      return wish === 'rewrite'
        ? { title: 'It has begun.', text: `What ${name} reads is settled now. Say the rest out loud.` }
        : {
            title: 'It has begun.',
            text: `It began ${say(booking, booking.startsAt)}, so it can no longer be ${wish === 'cancel' ? 'canceled' : 'moved'}. If nobody came, or it was not worth it, ask for your money on your booking’s page.`,
          };
    case 'over':
    case 'already-paid':
      return {
        title: 'It is over.',
        text: 'There is nothing left to change. If it was not worth it, ask for your money on your booking’s page.',
      };
    case 'ended':
      return {
        title: 'This booking has ended.',
        text: 'There is nothing left to change. Your booking’s page says why, and where the money is.',
      };
    case 'already-read':
      return {
        title: `${name} has read it.`,
        text: `So it stays as it is. What has changed since, say at the start of the call, or write to ${contact}.`,
      };
    case 'no-proposal':
      return {
        title: 'There is no such proposal any more.',
        text: `It was answered, taken back, or replaced by another one. ${stays} Your booking’s page shows what is open.`,
      };
    case 'too-late':
      return {
        title: 'That time has passed.',
        text: `The proposed time is over. ${stays}`,
      };
    case 'not-started':
    case 'not-confirmed':
    case 'not-paid':
    case 'hold-expired':
    case 'details-missing':
      return {
        title: 'It is not booked yet.',
        text: 'There is nothing to change before it is paid and confirmed. Your booking’s page says what is missing.',
      };
  }
}

/** Why the money can't be asked for, and what can be done instead. */
export function claimRefusalWords(
  refused: ClaimRefusal,
  kind: ClaimKind,
  booking: Booking,
  { name, contact }: { name: string; contact: string },
): RefusalWords {
  const days = booking.terms.guaranteeDays;
  switch (refused) {
    case 'not-over':
      return {
        title: kind === 'nobody-came' ? 'Wait a moment longer.' : 'It is not over yet.',
        text:
          kind === 'nobody-came'
            ? `Calls begin late. If nobody is there at ${say(booking, claimableFrom(booking, 'nobody-came'))}, say so then, and all of it goes back.`
            : `You can ask from ${say(booking, booking.endsAt)} until ${say(booking, guaranteeEnds(booking))}. If nobody comes, you can say so from ${say(booking, claimableFrom(booking, 'nobody-came'))}.`,
      };
    case 'window-closed':
      return {
        title: 'The guarantee has ended.',
        text: `You could ask for ${days} ${days === 1 ? 'day' : 'days'}, until ${say(booking, guaranteeEnds(booking))}. If something kept you from it, write to ${contact}. A person reads it.`,
      };
    case 'already-claimed':
      return {
        title: 'You have asked already.',
        text: 'Once is enough. Your booking’s page says what was decided, and where the money is.',
      };
    case 'already-refunded':
      return {
        title: 'All of it went back already.',
        text: `There is nothing left of ${formatCents(booking.price)} to return. The receipt says when it was sent.`,
      };
    case 'disputed':
      return {
        title: 'Your bank is deciding this.',
        text: `You asked your bank to take the money back. Until it has decided, we do not send it a second time. If that was a mistake, tell your bank, then write to ${contact}.`,
      };
    case 'candidate-absent':
      return {
        title: `${name} waited for you.`,
        text: `They say that you did not come, and then the price is kept. If that is wrong, write to ${contact}. A person looks at it.`,
      };
    case 'ended':
      return {
        title: 'This session did not take place.',
        text: 'So there is nothing to judge. Your booking’s page says where the money is.',
      };
  }
}

/** What came of a claim, and where the money is. */
export function claimWords(
  claim: Claim,
  booking: Booking,
  {
    refunds,
    hasOpenDispute,
    contact,
  }: { refunds: readonly RefundLine[]; hasOpenDispute: boolean; contact: string },
): RefusalWords {
  const asked = `You asked on ${say(booking, claim.claimedAt)}.`;
  const refund = latestRefund(refunds);
  switch (claim.state) {
    case 'granted':
      return {
        title: `${formatCents(booking.price)} goes back.`,
        text: `${asked} ${refund ? refundWords(refund, booking, hasOpenDispute) : 'We are sending it.'}`,
      };
    case 'queued':
      return {
        title: 'A person reads it.',
        text: `${asked} You have asked for another interview’s price before, so a person decides this one. You get a mail either way. ${formatCents(booking.price)} stays where it is until then.`,
      };
    case 'declined':
      return {
        title: 'A person read it, and said no.',
        text: `${asked} The price is kept. If you see it differently, write to ${contact}.`,
      };
  }
}
