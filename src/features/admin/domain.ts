import type { BookingDetails, BookingState, EndReason, ResumeInfo, Terms } from '../booking/domain.ts';
import { MINUTE, POLICY } from '../booking/policy.ts';
import { isBroken, type Trouble } from '../calendar/domain.ts';
import type { Claim } from '../guarantee/domain.ts';
import type { Price, Standing } from '../interviewers/domain.ts';

/** Whose panel it is. */
export interface PanelOwner {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  portraitId: string | null;
  standing: Standing;
  /** Paused by themselves, and so theirs to put back. */
  pausedByOwner: boolean;
  /** Whether a cal.com calendar answers for them; without one nobody can pick a time. */
  isConnected: boolean;
  /** What is wrong with that calendar; null where nothing is, or there is none. */
  calendarTrouble: Trouble | null;
}

/** Whether candidates find this interviewer and can pick a time. */
export function isBookable(owner: PanelOwner): boolean {
  return owner.standing === 'live' && owner.isConnected && !isBroken(owner.calendarTrouble);
}

/** One interview in the list. */
export interface AgendaEntry {
  id: string;
  startsAt: Date;
  endsAt: Date;
  state: BookingState;
  candidate: { name: string; timeZone: string };
  subject: string | null;
  technologies: string[];
  meetingUrl: string | null;
  readAt: Date | null;
  endReason: EndReason | null;
  /** Who did not come, as the interviewer told it. */
  absent: 'candidate' | 'interviewer' | null;
  /** Raised when the session moved, and when it was called off. */
  sequence: number;
  price: Price;
  /** Taken and given back, as Stripe last told it. Cents. */
  money: { captured: number; refunded: number };
  claim: Claim['state'] | null;
  /** The written feedback: begun, or with the candidate. */
  report: 'draft' | 'sent' | null;
  /** The time proposed instead, where an answer is waited for. */
  proposedAt: Date | null;
}

/** Everything about one booking that its interviewer may see. */
export interface BookedInterview extends AgendaEntry {
  reference: string;
  candidate: { name: string; email: string; timeZone: string };
  terms: Terms;
  confirmedAt: Date;
  endedAt: Date | null;
  /** What who called it off wrote to the other. */
  endNote: string;
  /** What the interviewer wrote when they had read everything. */
  readNote: string;
  details: BookingDetails | null;
  resume: ResumeInfo | null;
}

/** Whether the session was moved: being called off raises the same number once. */
export const wasMoved = ({ sequence, state }: Pick<AgendaEntry, 'sequence' | 'state'>): boolean =>
  sequence > (state === 'cancelled' ? 1 : 0);

/** What is left of the candidate's money, in cents: what goes back when the interviewer cancels. */
export const moneyLeft = ({ money, price }: Pick<AgendaEntry, 'money' | 'price'>): number =>
  (money.captured || price.cents) - money.refunded;

/** Whether the report on a session should have been with the candidate by now. */
export const isOverdue = ({ endsAt }: Pick<AgendaEntry, 'endsAt'>, now: Date): boolean =>
  now.getTime() >= endsAt.getTime() + POLICY.reportReminderHours * 60 * MINUTE;

/** `owed`: the candidate waits for a word that the details were read. `late`: that time is over. */
export type Reading = 'confirmed' | 'owed' | 'late';

export function readingOf(booking: Pick<BookedInterview, 'readAt' | 'state' | 'endsAt'>, now: Date): Reading {
  if (booking.readAt) return 'confirmed';
  return booking.state === 'confirmed' && now < booking.endsAt ? 'owed' : 'late';
}

/** The link to the call, if it is one a browser may follow. */
export function callAddress(meetingUrl: string | null): string | null {
  if (!meetingUrl || !URL.canParse(meetingUrl)) return null;
  const url = new URL(meetingUrl);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** "Theo", to speak of a candidate without the whole name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] || name;
}

/** A calendar day where someone lives. */
export interface Day {
  key: string;
  number: string;
  /** "Today, Thursday", "Friday", or "Friday, December" in another month. */
  name: string;
}

/** The entries under the days they start on, in the order they came. */
export function byDay<Entry extends Pick<AgendaEntry, 'startsAt'>>(
  entries: readonly Entry[],
  zone: string,
  now: Date,
): { day: Day; entries: Entry[] }[] {
  const groups = Map.groupBy(entries, (entry) => dateIn(entry.startsAt, zone).toString());
  return [...groups.values()].map((group) => ({
    day: dayOf(group[0]?.startsAt ?? now, zone, now),
    entries: group,
  }));
}

function dayOf(at: Date, zone: string, now: Date): Day {
  const date = dateIn(at, zone);
  const today = dateIn(now, zone);
  const weekday = date.toLocaleString('en-US', { weekday: 'long' });
  const month = date.toLocaleString('en-US', { month: 'long' });
  const sameMonth = date.month === today.month && date.year === today.year;
  const name = date.equals(today) ? `Today, ${weekday}` : sameMonth ? weekday : `${weekday}, ${month}`;
  return { key: date.toString(), number: String(date.day), name };
}

function dateIn(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

export type DurationUnit = 'd' | 'h' | 'm';

/** A length of time as one or two readings: 14 m, 2 h 12 m, 3 d 4 h. */
export function readings(milliseconds: number): [number, DurationUnit][] {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return [[minutes, 'm']];
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return withoutZero([hours, 'h'], [minutes % 60, 'm']);
  return withoutZero([Math.floor(hours / 24), 'd'], [hours % 24, 'h']);
}

/** "2 h 12 m" */
export function formatReadings(milliseconds: number): string {
  return readings(milliseconds)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}

function withoutZero(large: [number, DurationUnit], small: [number, DurationUnit]): [number, DurationUnit][] {
  return small[0] === 0 ? [large] : [large, small];
}

const WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** "Four", and figures from thirteen on. Stands at the start of a sentence. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}
