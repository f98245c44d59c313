import type { Db } from '../../db/connect.ts';
import { isUuid } from '../../db/uuid.ts';
import { CalendarError, type CalendarOwner, TRIAL } from '../../integrations/scheduling/port.ts';
import {
  CHECK_HOURS,
  changesTo,
  contradicts,
  isBroken,
  newsOf,
  OFFER_MINUTES,
  type Passing,
  type Seen,
  troubleIn,
  UNANSWERED_MINUTES,
} from './domain.ts';
import { type CalendarDeps, keyOf, lookAtConnection, newWebhookSecret, webhookUrl } from './look.ts';
import {
  type Connection,
  connectionOf,
  dropOldOffers,
  dropOpenSlots,
  dueForCheck,
  findConnection,
  isTakenByAnother,
  lockConnection,
  noteDelivered,
  noteUnanswered,
  saveCheck,
  saveWebhookSecret,
} from './queries.ts';

const MINUTE = 60_000;
/** Connections that one round queues: far below cal.com's limit of requests a minute, with what each asks. */
const ROUND = 60;

/** Queues a check of every connection that was not checked for a day, and forgets keys nobody went on with. */
export async function queueChecks(deps: CalendarDeps): Promise<void> {
  const ago = (minutes: number) => new Date(deps.now().getTime() - minutes * MINUTE);
  await dropOldOffers(deps.db, ago(OFFER_MINUTES));
  const due = await dueForCheck(deps.db, {
    since: ago(CHECK_HOURS * 60),
    tried: ago(UNANSWERED_MINUTES),
    limit: ROUND,
  });
  const payloads = due.map((interviewerId) => ({ interviewerId }));
  if (payloads.length > 0) await deps.jobs.enqueueAll(deps.db, 'calendar.check', payloads);
}

/** Checks an interviewer's connection and keeps what was seen. A cal.com that does not answer changes nothing. */
export async function checkCalendar(
  deps: CalendarDeps,
  interviewerId: string,
): Promise<'checked' | 'unanswered' | 'none'> {
  const connection = await connectionOf(deps.db, interviewerId);
  if (!connection || connection.disconnectedAt) return 'none';
  const look = await lookAtConnection(deps, connection);
  if (!look) {
    await noteUnanswered(deps.db, connection.id, deps.now());
    return 'unanswered';
  }
  await keepCheck(deps, connection, look);
  return 'checked';
}

/** What was seen, what is wrong now, and who is told of it: all or nothing. */
async function keepCheck(
  deps: CalendarDeps,
  looked: Connection,
  { seen, owner }: { seen: Seen; owner: CalendarOwner | null },
): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const before = await lockConnection(db, looked.id);
    // Connected anew or ended meanwhile: what was seen is of what was before.
    if (!before || before.disconnectedAt || before.verifiedAt.getTime() !== looked.verifiedAt.getTime())
      return;
    const trouble = troubleIn(seen);
    const news = newsOf(before.trouble, trouble);
    await saveCheck(db, before.id, {
      ...{ checkedAt: now, seen, trouble },
      ...(await namesNow(db, before, { seen, owner })),
      accountName: owner?.name ?? before.accountName,
      accountTimeZone: owner?.timeZone ?? before.accountTimeZone,
      troubleSince: trouble && (news === 'broken' ? now : (before.troubleSince ?? now)),
      troubleEndedAt: news === 'works' ? now : before.troubleEndedAt,
    });
    if (isBroken(trouble)) await dropOpenSlots(db, before.interviewerId);
    else if (isBroken(before.trouble)) {
      await deps.jobs.enqueue(db, 'calendar.read', { interviewerId: before.interviewerId });
    }
    if (!news) return;
    for (const to of ['interviewer', 'operator'] as const) {
      await deps.jobs.enqueue(db, 'calendar.mail', { connectionId: before.id, news, to });
    }
  });
}

/** Account and event type under the names they have there by now: the booking page is found by them. */
async function namesNow(
  db: Db,
  { interviewerId, username, eventTypeSlug }: Connection,
  { seen, owner }: { seen: Seen; owner: CalendarOwner | null },
): Promise<Pick<Connection, 'username' | 'eventTypeSlug'>> {
  const slug = seen.kind === 'account' ? seen.eventType?.slug : undefined;
  const isTheirs = owner !== null && !(await isTakenByAnother(db, interviewerId, owner));
  return { username: isTheirs ? owner.username : username, eventTypeSlug: slug ?? eventTypeSlug };
}

export type Repair = 'done' | 'no-answer' | 'refused' | 'none';

/**
 * Puts right on cal.com what can be put right there: the event type and the webhook. Then checks again.
 * `refused`: cal.com said no, and the check says to what.
 */
export async function repairCalendar(deps: CalendarDeps, interviewerId: string): Promise<Repair> {
  const connection = await connectionOf(deps.db, interviewerId);
  if (!connection || connection.disconnectedAt) return 'none';
  try {
    await putRight(deps, connection);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    deps.log.warn({ connection: connection.id, error: error.message }, 'calendar could not be repaired');
    const outcome = await checkCalendar(deps, interviewerId);
    return outcome === 'unanswered' || !error.permanent ? 'no-answer' : 'refused';
  }
  return (await checkCalendar(deps, interviewerId)) === 'checked' ? 'done' : 'no-answer';
}

async function putRight(deps: CalendarDeps, connection: Connection): Promise<void> {
  const { scheduling } = deps;
  const key = keyOf(deps, connection);
  if (!key) return;
  const { username } = await scheduling.owner(key);
  const all = await scheduling.eventTypes(key, username);
  const eventType = all.find(({ id }) => id === connection.eventTypeId);
  if (!eventType) return;
  if (changesTo(eventType).length > 0) await scheduling.repairEventType(key, eventType);
  const secret = await secretToUse(deps, connection.id);
  await scheduling.subscribe(key, eventType.id, webhookUrl(deps, connection.id), secret);
}

/** The secret there is, or a new one where it can't be opened any more: the same for two repairs at once. */
async function secretToUse({ db, secrets }: CalendarDeps, id: string): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const connection = await lockConnection(trx, id);
    const kept = connection && secrets.open(connection.webhookSecretSealed);
    const secret = kept ?? newWebhookSecret();
    if (kept === null) await saveWebhookSecret(trx, id, secrets.seal(secret));
    return secret;
  });
}

/** cal.com said something of a connection in passing: where that is news, a check is due at once. */
export async function answerSeen(
  { db, jobs }: Pick<CalendarDeps, 'db' | 'jobs'>,
  connectionId: string,
  said: Passing,
): Promise<void> {
  const connection = await findConnection(db, connectionId);
  if (!connection || connection.disconnectedAt || !contradicts(connection.trouble, said)) return;
  await jobs.enqueue(db, 'calendar.check', { interviewerId: connection.interviewerId });
}

/**
 * What cal.com signs this connection's deliveries with. Null where there is no such connection, it has ended, or it
 * was made under another SECRET_KEY: then a check is due, which says so.
 */
export async function deliverySecret(deps: CalendarDeps, connectionId: string): Promise<string | null> {
  const connection = isUuid(connectionId) ? await findConnection(deps.db, connectionId) : null;
  if (!connection || connection.disconnectedAt) return null;
  const secret = deps.secrets.open(connection.webhookSecretSealed);
  if (secret === null) await answerSeen(deps, connectionId, 'secret-lost');
  return secret;
}

/** cal.com has told us something of a connection. Our own trial says nothing about cal.com. */
export async function deliverySeen(
  { db, now }: Pick<CalendarDeps, 'db' | 'now'>,
  connectionId: string,
  type: string,
): Promise<void> {
  if (type !== TRIAL) await noteDelivered(db, connectionId, now());
}
