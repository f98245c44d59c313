import { formatClock, formatDay, formatInstant, formatSpan, zoneLabel, zonePlace } from '../../ui/time.tsx';
import { SESSION } from '../interviewers/domain.ts';
import type { Booking } from './domain.ts';
import { MINUTE } from './policy.ts';

/** What somebody is called in a sentence: the first word of their name. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

/** When the interview turns into feedback: the 60 line. */
export const feedbackStarts = (booking: Pick<Booking, 'startsAt'>): Date =>
  new Date(booking.startsAt.getTime() + SESSION.interviewMinutes * MINUTE);

/** The session in one zone, every way the pages and mails say it. */
export interface SessionWords {
  /** "New York, UTC−5" */
  zone: string;
  /** "New York" */
  place: string;
  /** "Thursday, November 19" */
  day: string;
  /** "Thursday" */
  weekday: string;
  /** "Thu Nov 19, 15:00" */
  instant: string;
  /** "15:00–16:30" */
  span: string;
  start: string;
  turn: string;
  end: string;
}

export function sessionWords(booking: Pick<Booking, 'startsAt' | 'endsAt'>, zone: string): SessionWords {
  const { startsAt, endsAt } = booking;
  const day = formatDay(startsAt, zone);
  return {
    zone: zoneLabel(zone, startsAt),
    place: zonePlace(zone),
    day,
    weekday: day.split(',')[0] ?? day,
    instant: formatInstant(startsAt, zone),
    span: formatSpan(startsAt, endsAt, zone),
    start: formatClock(startsAt, zone),
    turn: formatClock(feedbackStarts(booking), zone),
    end: formatClock(endsAt, zone),
  };
}

/** "Wednesday, November 18, 15:00 (New York, UTC−5)": an instant that somebody has to keep. */
export const deadline = (at: Date, zone: string): string =>
  `${formatDay(at, zone)}, ${formatClock(at, zone)} (${zoneLabel(zone, at)})`;

/** Until when the candidate can still pay: Stripe's session closes a little before the hold does. */
export function payableUntil({ holdExpiresAt, checkout }: Booking): Date {
  return checkout && checkout.expiresAt < holdExpiresAt ? checkout.expiresAt : holdExpiresAt;
}
