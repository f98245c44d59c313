import { refusedBy } from '../../db/refused.ts';
import {
  type AccountKey,
  CalendarError,
  type CalendarOwner,
  type EventType,
} from '../../integrations/scheduling/port.ts';
import { checkCalendar } from './checks.ts';
import { changesTo, OFFER_MINUTES } from './domain.ts';
import { type CalendarDeps, keyOf, newWebhookSecret, webhookUrl } from './look.ts';
import {
  connectionOf,
  dropOffer,
  dropOpenSlots,
  endConnection,
  isTakenByAnother,
  keepOffer,
  type Offer,
  offerOf,
  saveConnection,
} from './queries.ts';

/** Connecting a calendar: what the panel's page and the operator's command do alike. */

/** An account that was read, and what can be booked of it. */
export interface Account {
  owner: CalendarOwner;
  eventTypes: EventType[];
}

export type ConnectRefusal =
  /** cal.com does not know the key. */
  | 'key-refused'
  /** It did not answer, or not as it should. */
  | 'no-answer'
  /** It answered and would not do what was asked. */
  | 'not-allowed'
  /** The team's key sees no such account, or nothing of it. */
  | 'nobody'
  /** Another interviewer is connected to it. */
  | 'taken'
  /** It is not the account that is connected. */
  | 'another-account'
  /** The event type is there no more. */
  | 'gone'
  /** The team's key can't make an event type in a member's account. */
  | 'not-made';
type Refused = { refused: ConnectRefusal };

/** An event type of the account, or a new one under this slug. */
export type Choice = { eventTypeId: number } | { make: string };

/** Reads whose account a key speaks for, and what can be booked of it. */
export async function readAccount(deps: CalendarDeps, key: AccountKey): Promise<Account | Refused> {
  return answered(deps, async () => {
    const owner = await deps.scheduling.owner(key);
    const eventTypes = await deps.scheduling.eventTypes(key, owner.username);
    if ('memberOfTeam' in key && eventTypes.length === 0) return { refused: 'nobody' };
    return { owner, eventTypes };
  });
}

/**
 * Connects an interviewer to an event type: makes it or puts it right, has cal.com tell us of its changes,
 * keeps the key sealed and checks the whole. Nothing is changed on cal.com for an account somebody else has.
 */
export async function connect(
  deps: CalendarDeps,
  interviewerId: string,
  key: AccountKey,
  { owner, eventTypes }: Account,
  choice: Choice,
): Promise<{ eventTypeSlug: string } | Refused> {
  const { db, scheduling, secrets } = deps;
  const given = 'eventTypeId' in choice ? eventTypes.find(({ id }) => id === choice.eventTypeId) : null;
  if (given === undefined) return { refused: 'gone' };
  const { username } = owner;
  const wanted = { username, ...(given && { eventTypeId: given.id }) };
  if (await isTakenByAnother(db, interviewerId, wanted)) return { refused: 'taken' };
  if (!given && 'memberOfTeam' in key) return { refused: 'not-made' };

  const before = await connectionOf(db, interviewerId);
  // Bookings refer to their connection: another key or event type for the same interviewer keeps its id.
  const id = before?.id ?? crypto.randomUUID();
  const secret = newWebhookSecret();
  const url = webhookUrl(deps, id);
  const ready = await answered(deps, async () => {
    const chosen = given ?? (await scheduling.makeEventType(key, (choice as { make: string }).make));
    if (changesTo(chosen).length > 0) await scheduling.repairEventType(key, chosen);
    await scheduling.subscribe(key, chosen.id, url, secret);
    return { chosen };
  });
  if ('refused' in ready) return ready;

  const { chosen } = ready;
  try {
    await db.transaction().execute(async (trx) => {
      await saveConnection(trx, interviewerId, {
        ...{ id, username, eventTypeId: chosen.id, eventTypeSlug: chosen.slug },
        ...{ accountName: owner.name?.slice(0, 200) ?? null, accountTimeZone: owner.timeZone },
        apiKeySealed: 'apiKey' in key ? secrets.seal(key.apiKey) : null,
        webhookSecretSealed: secrets.seal(secret),
        verifiedAt: deps.now(),
      });
      await dropOffer(trx, interviewerId);
      await deps.jobs.enqueue(trx, 'calendar.read', { interviewerId });
    });
  } catch (error) {
    if (refusedBy(error) !== 'unique') throw error;
    return { refused: 'taken' };
  }
  if (before && !before.disconnectedAt && before.eventTypeId !== chosen.id) {
    await quietly(deps, () => scheduling.unsubscribe(key, before.eventTypeId, url));
  }
  await checkCalendar(deps, interviewerId);
  return { eventTypeSlug: chosen.slug };
}

/**
 * Takes a key in from the panel. One of the account that is connected takes the old one's place at once;
 * otherwise it waits, sealed, until its owner has chosen an event type.
 */
export async function giveKey(
  deps: CalendarDeps,
  interviewerId: string,
  key: AccountKey,
): Promise<{ done: 'renewed' | 'offered' } | Refused> {
  const account = await readAccount(deps, key);
  if ('refused' in account) return account;
  const { owner, eventTypes } = account;
  if (await isTakenByAnother(deps.db, interviewerId, owner)) return { refused: 'taken' };
  const current = await connectionOf(deps.db, interviewerId);
  if (current && !current.disconnectedAt) {
    const { eventTypeId } = current;
    if (eventTypes.some(({ id }) => id === eventTypeId)) {
      const renewed = await connect(deps, interviewerId, key, account, { eventTypeId });
      return 'refused' in renewed ? renewed : { done: 'renewed' };
    }
    if (owner.username.toLowerCase() !== current.username.toLowerCase())
      return { refused: 'another-account' };
  }
  await keepOffer(deps.db, interviewerId, {
    username: owner.username,
    accountName: owner.name?.slice(0, 200) ?? null,
    accountTimeZone: owner.timeZone,
    apiKeySealed: 'apiKey' in key ? deps.secrets.seal(key.apiKey) : null,
    offeredAt: deps.now(),
  });
  return { done: 'offered' };
}

/** The key that waits for its event type, while it does. */
export const waitingOffer = ({ db, now }: CalendarDeps, interviewerId: string): Promise<Offer | null> =>
  offerOf(db, interviewerId, new Date(now().getTime() - OFFER_MINUTES * 60_000));

/** The account whose event type is to be chosen: of the key that waits, else of the connection. Null for none. */
export async function accountToChoose(
  deps: CalendarDeps,
  interviewerId: string,
): Promise<{ key: AccountKey; account: Account | Refused } | null> {
  const connection = await connectionOf(deps.db, interviewerId);
  const given =
    (await waitingOffer(deps, interviewerId)) ??
    (connection && !connection.disconnectedAt ? connection : null);
  if (!given) return null;
  const key = keyOf(deps, given);
  if (!key) return null;
  return { key, account: await readAccount(deps, key) };
}

/**
 * Ends a connection: nobody new can book, the key is forgotten, and cal.com is asked to stop telling us.
 * Whatever cal.com answers, it is ended here.
 */
export async function disconnect(deps: CalendarDeps, interviewerId: string): Promise<void> {
  const connection = await connectionOf(deps.db, interviewerId);
  if (!connection || connection.disconnectedAt) return;
  const key = keyOf(deps, connection);
  await deps.db.transaction().execute(async (db) => {
    await endConnection(db, connection.id, deps.now());
    await dropOpenSlots(db, interviewerId);
    await dropOffer(db, interviewerId);
  });
  if (!key) return;
  await quietly(deps, () =>
    deps.scheduling.unsubscribe(key, connection.eventTypeId, webhookUrl(deps, connection.id)),
  );
}

/** What cal.com answers, or why it has not done what was asked. */
async function answered<T>(deps: CalendarDeps, ask: () => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    // The message names what was asked and what was answered, never the key.
    deps.log.warn({ error: error.message }, 'calendar could not be connected');
    if (error.refused === 'key') return { refused: 'key-refused' };
    if (error.refused === 'missing') return { refused: 'gone' };
    return { refused: error.permanent ? 'not-allowed' : 'no-answer' };
  }
}

/** Tidies up on cal.com; what it answers changes nothing here. */
async function quietly(deps: CalendarDeps, ask: () => Promise<void>): Promise<void> {
  await answered(deps, async () => {
    await ask();
    return {};
  });
}
