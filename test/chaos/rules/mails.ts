import type { Violation } from '../check.ts';
import type { Evidence, MailRow } from '../evidence.ts';

/** What `last_error` of a mail says that was settled without being sent: what it was to say is no longer so. */
const NOT_SENT = /^not sent/;
/** Mails of what can't be undone: there is no time at which they are not to be sent any more. */
const ALWAYS_SO = [
  'apology',
  'cancelled-candidate',
  'cancelled-interviewer',
  'claim-granted',
  'claim-notice',
];
/** Mails of a session that takes place, or did. */
const OF_A_SESSION = ['candidate-confirmation', 'interviewer-notice'];
const STANDS = ['confirmed', 'completed'];

/**
 * Every mail at least once and once only, and none that nobody owed. Mails about a calendar's connection are
 * never due in a run: cal.com stumbles there and says no to nobody, which must not disconnect anybody.
 */
export function checkMails({ ours, mailbox, now }: Evidence): Violation[] {
  const found: Violation[] = [];
  const arrived = new Set(mailbox.map(({ messageId }) => idOf(messageId)));
  const standing = new Set(ours.bookings.filter(({ state }) => STANDS.includes(state)).map(({ id }) => id));
  for (const row of ours.mails) {
    if (!row.sent_at || arrived.has(row.id)) continue;
    const isDue =
      ALWAYS_SO.includes(row.kind) || (OF_A_SESSION.includes(row.kind) && standing.has(row.booking_id));
    if (isSettledUnsent(row) && !isDue) continue;
    const how = isSettledUnsent(row)
      ? 'was given up though it is due'
      : 'is marked as sent and never arrived';
    found.push({
      rule: 'mail lost',
      bookingId: row.booking_id,
      what: `${row.kind} ${row.occasion} ${how}`,
    });
  }
  for (const [key, rows] of Map.groupBy(
    ours.mails,
    (row) => `${row.kind} ${row.occasion}`.trim() + row.booking_id,
  )) {
    if (rows.length > 1) {
      const [first] = rows;
      found.push({
        rule: 'mail twice',
        bookingId: first?.booking_id ?? null,
        what: `${key.replace(first?.booking_id ?? '', '')} is owed ${rows.length} times`,
      });
    }
  }
  const owed = new Set(ours.mails.map(({ id }) => id));
  for (const { messageId, subject } of mailbox) {
    if (owed.has(idOf(messageId))) continue;
    found.push({ rule: 'mail of nobody', bookingId: null, what: `${messageId} “${subject}” was never owed` });
  }
  return [...found, ...missing(ours), ...reportReminders({ ours, now })];
}

/** What has happened to a booking says which mails there have to be. */
function missing(ours: Evidence['ours']): Violation[] {
  const kinds = Map.groupBy(ours.mails, ({ booking_id }) => booking_id);
  const has = (bookingId: string, kind: string) =>
    kinds.get(bookingId)?.some((row) => row.kind === kind) ?? false;
  const wasConfirmed = new Set(
    ours.history.filter(({ to_state }) => to_state === 'confirmed').map(({ booking_id }) => booking_id),
  );
  const expected = ours.bookings.flatMap(({ id, state, end_reason }) => [
    ...(wasConfirmed.has(id)
      ? [
          [id, 'candidate-confirmation'],
          [id, 'interviewer-notice'],
        ]
      : []),
    ...(state === 'released' ? [[id, 'apology']] : []),
    ...(state === 'cancelled' ? [[id, 'cancelled-candidate']] : []),
    ...(state === 'cancelled' && end_reason !== 'interviewer-absent' ? [[id, 'cancelled-interviewer']] : []),
  ]);
  const granted = ours.claims
    .filter(({ state }) => state === 'granted')
    .flatMap(({ booking_id }) => [
      [booking_id, 'claim-granted'],
      [booking_id, 'claim-notice'],
    ]);
  return [...expected, ...granted]
    .filter(([id = '', kind = '']) => !has(id, kind))
    .map(([bookingId = null, kind]) => ({ rule: 'mail lost', bookingId, what: `${kind} was never owed` }));
}

const HOUR_MS = 3_600_000;
/** Hours after a session's end by which a round has reminded of its report, or told the operator of it. */
const REMINDED_BY = 25;
const TOLD_BY = 49;
/** What ended longer ago than so many hours may have been given up. */
const GIVEN_UP = 14 * 24 - 25;

/**
 * Nobody writes reports in a run: every session that stands is reminded of once, and no other is. One that is called
 * off afterwards, since the interviewer says that they were not there, stood when it was reminded of.
 */
function reportReminders({ ours, now }: Pick<Evidence, 'ours' | 'now'>): Violation[] {
  const found: Violation[] = [];
  const say = (rule: string, bookingId: string, what: string) => found.push({ rule, bookingId, what });
  const claimed = new Set(ours.claims.map(({ booking_id }) => booking_id));
  for (const { id, state, ends_at, ended_at, absent, refunded_cents } of ours.bookings) {
    const stands = STANDS.includes(state);
    const stoodUntil = stands ? now.getTime() : (ended_at?.getTime() ?? 0);
    const hours = (stoodUntil - ends_at.getTime()) / HOUR_MS;
    const isReminded = ours.mails.some((row) => row.booking_id === id && row.kind === 'report-reminder');
    const isTold = ours.alerts.some((row) => row.booking_id === id && row.kind === 'report-overdue');
    if (isReminded && hours < 24) say('mail of nobody', id, `report-reminder, ${state}`);
    if (isTold && hours < 48) say('mail of nobody', id, `report-overdue, ${state}`);
    if (!stands || absent || refunded_cents > 0 || claimed.has(id) || hours > GIVEN_UP) continue;
    if (hours > REMINDED_BY && !isReminded) say('mail lost', id, 'report-reminder was never owed');
    if (hours > TOLD_BY && !isTold) say('mail lost', id, 'the operator was not told of a report');
  }
  return found;
}

/** Messages that came once more under the same Message-ID: killed between the server's 250 and our commit. */
export function repeatsOf(mailbox: Evidence['mailbox']): number {
  return mailbox.length - new Set(mailbox.map(({ messageId }) => messageId)).size;
}

const isSettledUnsent = ({ last_error }: MailRow) => NOT_SENT.test(last_error ?? '');

/** The row's id out of `<id@host>`. */
const idOf = (messageId: string) => /^<([^@]+)@/.exec(messageId)?.[1] ?? messageId;
