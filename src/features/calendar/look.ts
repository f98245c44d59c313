import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Deps } from '../../deps.ts';
import { type AccountKey, CalendarError, type CalendarOwner } from '../../integrations/scheduling/port.ts';
import { urls } from '../../urls.ts';
import { FREE_DAYS, type Seen } from './domain.ts';
import type { Connection } from './queries.ts';

export type CalendarDeps = Pick<Deps, 'db' | 'config' | 'secrets' | 'scheduling' | 'log' | 'now' | 'jobs'>;

/** Free times are the least of what is looked at: a page does not wait longer for them. */
const FREE_TIMEOUT_MS = 6_000;
const DAY_MS = 86_400_000;

/** Where cal.com is to tell of a connection's changes. */
export const webhookUrl = ({ config }: Pick<Deps, 'config'>, connectionId: string): string =>
  new URL(urls.calcomWebhook(connectionId), config.publicUrl).href;

/** What cal.com is to sign a connection's deliveries with. */
export const newWebhookSecret = (): string => randomBytes(24).toString('base64url');

/** What speaks for a connection's account; null when it was sealed under another SECRET_KEY. */
export function keyOf(
  { secrets }: Pick<Deps, 'secrets'>,
  { username, apiKeySealed }: Pick<Connection, 'username' | 'apiKeySealed'>,
): AccountKey | null {
  if (!apiKeySealed) return { memberOfTeam: username };
  const apiKey = secrets.open(apiKeySealed);
  return apiKey === null ? null : { apiKey };
}

/**
 * Everything a check wants to know of a connection, and whose account it is by now. Null when cal.com does
 * not answer, or not as it should: that says nothing about the connection.
 */
export async function lookAtConnection(
  deps: CalendarDeps,
  connection: Connection,
): Promise<{ seen: Seen; owner: CalendarOwner | null } | null> {
  const key = keyOf(deps, connection);
  if (!key) return { seen: { kind: 'key-refused' }, owner: null };
  try {
    const owner = await deps.scheduling.owner(key);
    return { seen: await lookAtAccount(deps, connection, key, owner), owner };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    if (error.refused === 'key') return { seen: { kind: 'key-refused' }, owner: null };
    deps.log.warn({ connection: connection.id, error: error.message }, 'calendar could not be checked');
    return null;
  }
}

async function lookAtAccount(
  deps: CalendarDeps,
  connection: Connection,
  key: AccountKey,
  owner: CalendarOwner,
): Promise<Seen> {
  const all = await deps.scheduling.eventTypes(key, owner.username);
  const eventType = all.find(({ id }) => id === connection.eventTypeId) ?? null;
  if (!eventType) return { kind: 'account', eventType, webhook: null, trial: false, free: null };
  const [{ webhook, trial }, free] = await Promise.all([
    lookAtWebhook(deps, connection, key),
    lookAtTimes(deps, connection, key),
  ]);
  return { kind: 'account', eventType, webhook, trial, free };
}

async function lookAtWebhook(deps: CalendarDeps, connection: Connection, key: AccountKey) {
  const url = webhookUrl(deps, connection.id);
  const secret = deps.secrets.open(connection.webhookSecretSealed);
  const found = await deps.scheduling.subscription(key, connection.eventTypeId, url);
  if (!found) return { webhook: 'none', trial: false } as const;
  const fits = secret !== null && (found.secret === null || found.secret === secret);
  return {
    webhook: found.active && found.complete && fits ? ('right' as const) : ('off' as const),
    trial: secret !== null && (await deps.scheduling.tryDelivery(url, secret)),
  };
}

async function lookAtTimes(deps: CalendarDeps, connection: Connection, key: AccountKey) {
  const access = {
    username: connection.username,
    eventTypeId: connection.eventTypeId,
    apiKey: 'apiKey' in key ? key.apiKey : null,
  };
  const from = deps.now();
  const until = new Date(from.getTime() + FREE_DAYS * DAY_MS);
  const starts = await Promise.race([
    deps.scheduling.freeSlots(access, from, until).catch(unanswered),
    delay(FREE_TIMEOUT_MS, null, { ref: false }),
  ]);
  return starts && { count: starts.length, next: starts[0]?.toISOString() ?? null };
}

function unanswered(error: unknown): null {
  if (error instanceof CalendarError) return null;
  throw error;
}
