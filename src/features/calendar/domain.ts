/** An interviewer's calendar: what a check of its connection sees, and what that means. */

/** What is wrong with a connection. With the first two nobody can book; the last can be put right by us. */
export type Trouble = 'key-refused' | 'event-type-gone' | 'needs-repair';

/** Whether nobody can book: cal.com said no to the key, or has the event type no more. */
export const isBroken = (trouble: Trouble | null): boolean =>
  trouble === 'key-refused' || trouble === 'event-type-gone';

/** Something that can be booked of an account, as far as it matters. */
export interface EventTypeSeen {
  id: number;
  slug: string;
  title: string;
  minutes: number;
  otherLengths: boolean;
  asksFirst: boolean;
  pendingBlocks: boolean;
  guests: boolean;
}

/** What a check saw when cal.com answered. */
export type Seen =
  | { kind: 'key-refused' }
  | {
      kind: 'account';
      /** Null: the account has it no more. */
      eventType: EventTypeSeen | null;
      /** `off`: there, but not as it has to be. Null where there is no event type to look at. */
      webhook: 'right' | 'off' | 'none' | null;
      /** Whether a delivery that we sent to our own address was taken in. */
      trial: boolean;
      /** Starts that can be booked in the next weeks, and the first of them; null where nobody could say. */
      free: { count: number; next: string | null } | null;
    };

export const CHECKS = [
  'key',
  'event-type',
  'length',
  'confirmation',
  'pending',
  'guests',
  'webhook',
  'deliveries',
  'times',
] as const;
export type CheckName = (typeof CHECKS)[number];
/** `unknown`: could not be looked at, for what is wrong above it. */
export type Verdict = 'good' | 'bad' | 'unknown';

/** A session's length, on cal.com as here. */
export const MINUTES = 90;
/** A delivery of cal.com's own within so many days says as much as a trial. */
const DELIVERY_DAYS = 30;
const DAY_MS = 86_400_000;

/** Each check with its verdict. `deliveredAt`: when cal.com last sent something. */
export function judge(
  seen: Seen,
  { deliveredAt, now }: { deliveredAt: Date | null; now: Date },
): Record<CheckName, Verdict> {
  const all = (verdict: Verdict) =>
    Object.fromEntries(CHECKS.map((name) => [name, verdict])) as Record<CheckName, Verdict>;
  if (seen.kind === 'key-refused') return { ...all('unknown'), key: 'bad' };
  const { eventType, webhook, trial, free } = seen;
  if (!eventType) return { ...all('unknown'), key: 'good', 'event-type': 'bad' };
  const is = (right: boolean): Verdict => (right ? 'good' : 'bad');
  const isLately = deliveredAt !== null && now.getTime() - deliveredAt.getTime() < DELIVERY_DAYS * DAY_MS;
  return {
    key: 'good',
    'event-type': 'good',
    length: is(eventType.minutes === MINUTES && !eventType.otherLengths),
    confirmation: is(eventType.asksFirst),
    // What never waits can't block anything either.
    pending: is(eventType.asksFirst && eventType.pendingBlocks),
    guests: is(!eventType.guests),
    webhook: is(webhook === 'right'),
    deliveries: webhook === 'none' ? 'unknown' : is(trial || isLately),
    times: free === null ? 'unknown' : is(free.count > 0),
  };
}

/** What "Repair" puts right on cal.com. */
export const REPAIRABLE: readonly CheckName[] = ['length', 'confirmation', 'pending', 'guests', 'webhook'];

/** What of an event type would be changed to take interviews; empty for one that is right. */
export function changesTo(eventType: EventTypeSeen): CheckName[] {
  const seen: Seen = { kind: 'account', eventType, webhook: 'right', trial: true, free: null };
  const verdicts = judge(seen, { deliveredAt: null, now: new Date(0) });
  return REPAIRABLE.filter((name) => verdicts[name] === 'bad');
}

/**
 * What a check says is wrong, worst first. That no time is free, or that our own trial got lost on its way,
 * is shown and is nobody's emergency: bookings are also found without deliveries.
 */
export function troubleIn(seen: Seen): Trouble | null {
  if (seen.kind === 'key-refused') return 'key-refused';
  if (!seen.eventType) return 'event-type-gone';
  if (changesTo(seen.eventType).length > 0 || seen.webhook !== 'right') return 'needs-repair';
  return null;
}

const WEIGHT: Record<Trouble, number> = { 'needs-repair': 1, 'event-type-gone': 2, 'key-refused': 2 };
const weightOf = (trouble: Trouble | null): number => (trouble ? WEIGHT[trouble] : 0);

/** Whom a change is news for: told once when it breaks or gets worse, and once when all is well again. */
export function newsOf(before: Trouble | null, after: Trouble | null): 'broken' | 'works' | null {
  if (weightOf(after) > weightOf(before)) return 'broken';
  return before !== null && after === null ? 'works' : null;
}

/**
 * What cal.com says of a connection in passing, when it is asked for something else; `secret-lost`: what it tells us
 * can't be verified any more.
 */
export type Passing = 'key' | 'missing' | 'key-works' | 'event-type-there' | 'secret-lost';

/** Whether that is not what the last check found, so that another one is due. */
export function contradicts(trouble: Trouble | null, said: Passing): boolean {
  if (said === 'key') return trouble !== 'key-refused';
  if (said === 'secret-lost') return trouble === null;
  if (said === 'key-works') return trouble === 'key-refused';
  // Without its key nobody can say what became of the event type.
  if (said === 'missing') return !isBroken(trouble);
  return trouble === 'event-type-gone';
}

/** A key as cal.com makes them: one word, with some room for accounts of one's own server. */
export const KEY = { shortest: 8, longest: 200, pattern: /^[\w.-]+$/ } as const;
/** A cal.com username, "adaeze" of cal.com/adaeze. */
export const USERNAME = { longest: 100, pattern: /^[\w.+-]+$/ } as const;

export type KeyProblem = 'empty' | 'too-short' | 'too-long' | 'not-one-word';

/** What is wrong with a pasted key, before anybody is asked. */
export function keyProblem(key: string): KeyProblem | null {
  if (key === '') return 'empty';
  if (key.length > KEY.longest) return 'too-long';
  if (!KEY.pattern.test(key)) return 'not-one-word';
  return key.length < KEY.shortest ? 'too-short' : null;
}

/** "adaeze" of whatever was typed: the name, "@adaeze", "cal.com/adaeze" or the whole address. Null for none. */
export function usernameFrom(typed: string): string | null {
  const name = typed
    .trim()
    .replace(/^(https?:\/\/)?((www|app)\.)?cal\.com\//i, '')
    .replace(/^@/, '')
    .split(/[/?#]/)[0];
  return name && name.length <= USERNAME.longest && USERNAME.pattern.test(name) ? name : null;
}

/** Slugs we make an event type under, the first that is free. */
const OWN_SLUGS = ['interview', 'practice-interview', 'interview-508'] as const;

/** The slug that a new event type would get; null when all are taken. */
export function slugToMake(eventTypes: readonly Pick<EventTypeSeen, 'slug'>[]): string | null {
  return OWN_SLUGS.find((slug) => !eventTypes.some((one) => one.slug === slug)) ?? null;
}

/** Which is chosen from the start: the one in use, one that is right already, one of our making, or a new one. */
export function likeliest(eventTypes: readonly EventTypeSeen[], currentId: number | null): number | 'new' {
  const found =
    eventTypes.find(({ id }) => id === currentId) ??
    eventTypes.find((one) => changesTo(one).length === 0) ??
    eventTypes.find(({ slug }) => slug === OWN_SLUGS[0]);
  return found?.id ?? 'new';
}

/** How long a key that was read waits for its event type to be chosen. */
export const OFFER_MINUTES = 30;
/** How often a connection is checked by itself. */
export const CHECK_HOURS = 24;
/** A check that got no answer is repeated after so long. */
export const UNANSWERED_MINUTES = 50;
/** How far ahead free times are looked for. */
export const FREE_DAYS = 28;
/** Event types that are offered to choose from. */
export const MOST_EVENT_TYPES = 50;
