import { formatCents } from '../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../ui/time.tsx';
import { absenceFrom, absenceUntil, type ChangeRefusal } from '../booking/change-domain.ts';
import { POLICY } from '../booking/policy.ts';
import { type BookedInterview, firstName, moneyLeft } from './domain.ts';

/** What happens to whom when a key is pressed, printed above the key. */
export interface Consequence {
  who: string;
  what: string;
}

interface Setting {
  booking: BookedInterview;
  zone: string;
}

/** When the interviewer calls it off. */
export function cancelConsequences({ booking }: Setting): Consequence[] {
  const first = firstName(booking.candidate.name);
  return [
    { who: first, what: `${moneyBack(booking)} They get one mail with your note in it.` },
    { who: 'You', what: 'Your earnings for this one: $0. The session leaves your calendar.' },
    { who: 'The time', what: 'Free at once, on your calendar and on the list.' },
  ];
}

/** When the interviewer proposes another time. */
export function proposalConsequences({ booking, zone }: Setting): Consequence[] {
  const first = firstName(booking.candidate.name);
  const now = formatInstant(booking.startsAt, zone);
  return [
    {
      who: first,
      what: 'Gets one mail with the time and your words, and says yes or keeps the time they have.',
    },
    {
      who: 'The session',
      what: `Stays on ${now} until ${first} says yes. Only then is your calendar asked.`,
    },
    { who: 'Money', what: 'Nothing moves. The price stays what it was.' },
    ...(booking.proposedAt
      ? [{ who: 'Before', what: `This takes the place of ${formatInstant(booking.proposedAt, zone)}.` }]
      : []),
  ];
}

/** When the candidate did not come. */
export function candidateAbsentConsequences({ booking }: Setting): Consequence[] {
  const first = firstName(booking.candidate.name);
  const kept = formatCents({ cents: moneyLeft(booking), currency: booking.price.currency });
  return [
    { who: first, what: 'Gets nothing back, and one mail that says so. The guarantee does not cover it.' },
    { who: 'You', what: `The ${kept} stay paid. The hour was yours to give, and you gave it.` },
  ];
}

/** When the interviewer did not come. */
export function ownAbsenceConsequences({ booking }: Setting): Consequence[] {
  const first = firstName(booking.candidate.name);
  return [
    { who: first, what: `${moneyBack(booking)} They get one mail with your note in it.` },
    { who: 'You', what: 'Your earnings for this one: $0.' },
  ];
}

function moneyBack(booking: BookedInterview): string {
  const left = moneyLeft(booking);
  if (left <= 0) return 'Has all of the money back already.';
  const amount = formatCents({ cents: left, currency: booking.price.currency });
  return `Gets ${amount} back today. Some banks take a few days to show it.`;
}

/** Why a change can't be made, and what is true instead. */
export function refusalWords(refusal: ChangeRefusal, { booking, zone }: Setting): string {
  const at = (instant: Date) => `${formatInstant(instant, zone)} in ${zonePlace(zone)}`;
  switch (refusal) {
    case 'ended':
      return 'This interview was called off before. There is nothing left to change.';
    case 'over':
      return `The session ended on ${at(booking.endsAt)}. What is over can’t be canceled or moved.`;
    case 'started':
      return `The session began on ${at(booking.startsAt)}. It can’t be moved any more.`;
    case 'not-started':
      return `It is too early to say that. From ${at(absenceFrom(booking))} you can: calls begin late.`;
    case 'too-late':
      return `That had to be said within ${POLICY.absenceDays} days, until ${at(absenceUntil(booking))}. Write to the co-op.`;
    case 'cut-off':
      return `Within ${booking.terms.freeCancelHours} hours of the start it can’t be moved for nothing.`;
    case 'hold-expired':
    case 'details-missing':
    case 'not-paid':
    case 'already-paid':
    case 'not-confirmed':
      return 'This booking is not confirmed, so there is nothing to change yet.';
  }
}
