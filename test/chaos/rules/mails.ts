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
export function checkMails({ ours, mailbox }: Evidence): Violation[] {
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
  return [...found, ...missing(ours)];
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

/** Messages that came once more under the same Message-ID: killed between the server's 250 and our commit. */
export function repeatsOf(mailbox: Evidence['mailbox']): number {
  return mailbox.length - new Set(mailbox.map(({ messageId }) => messageId)).size;
}

const isSettledUnsent = ({ last_error }: MailRow) => NOT_SENT.test(last_error ?? '');

/** The row's id out of `<id@host>`. */
const idOf = (messageId: string) => /^<([^@]+)@/.exec(messageId)?.[1] ?? messageId;
