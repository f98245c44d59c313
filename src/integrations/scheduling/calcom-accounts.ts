import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { type ApiAnswer, type ApiAuth, BRISK, calcomApi } from './calcom-api.ts';
import { eventTypes, me, oneEventType, toEventType, webhooks } from './calcom-shapes.ts';
import { type AccountKey, CalendarError, type Scheduling, type Subscription, TRIAL } from './port.ts';

/** The version that the shapes of event types were read from. Webhooks and "me" have none. */
const VERSION = '2024-06-14';

const TRIGGERS = [
  'BOOKING_REQUESTED',
  'BOOKING_CREATED',
  'BOOKING_REJECTED',
  'BOOKING_CANCELLED',
  'BOOKING_RESCHEDULED',
  'BOOKING_NO_SHOW_UPDATED',
];

/** What an event type needs so that nothing is sold twice: pending slots block, and we say yes. */
const WANTED = {
  lengthInMinutes: 90,
  disableGuests: true,
  confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true },
};
const TITLE = 'Practice interview and feedback';
const DELIVERY_TIMEOUT_MS = 5_000;

type Accounts = Pick<
  Scheduling,
  | 'owner'
  | 'eventTypes'
  | 'makeEventType'
  | 'repairEventType'
  | 'subscription'
  | 'subscribe'
  | 'unsubscribe'
  | 'tryDelivery'
>;

/** Accounts, their event types and webhooks. An answer of a shape we don't know counts as none. */
export function calcomAccounts(
  apiUrl: URL,
  keyOf: (access: { username: string; apiKey: string | null }) => string,
): Accounts {
  const api = calcomApi(apiUrl, BRISK);
  const authOf = (account: AccountKey): ApiAuth => ({
    key: 'apiKey' in account ? account.apiKey : keyOf({ username: account.memberOfTeam, apiKey: null }),
    version: VERSION,
  });
  const read = <S extends z.ZodType>(shape: S, answer: ApiAnswer): z.infer<S> => {
    const parsed = shape.safeParse(api.ok(answer));
    if (parsed.success) return parsed.data;
    throw new CalendarError('cal.com answered with something of an unknown shape', {
      permanent: false,
      cause: parsed.error,
    });
  };
  const hooksOf = async (auth: ApiAuth, eventTypeId: number, url: string) => {
    const all = read(webhooks, await api.get(`event-types/${eventTypeId}/webhooks`, auth)).data;
    return all.filter(({ subscriberUrl }) => subscriberUrl === url);
  };
  const endAll = async (auth: ApiAuth, eventTypeId: number, url: string) => {
    for (const { id } of await hooksOf(auth, eventTypeId, url)) {
      api.ok(await api.send('DELETE', `event-types/${eventTypeId}/webhooks/${id}`, auth));
    }
  };

  return {
    async owner(account) {
      // "me" tells of the team, not of the member that its key speaks for.
      if ('memberOfTeam' in account) return { username: account.memberOfTeam, name: null, timeZone: null };
      const { username, name, timeZone } = read(me, await api.get('me', authOf(account))).data;
      return { username, name: name ?? null, timeZone: timeZone ?? null };
    },

    async eventTypes(account, username) {
      const query = new URLSearchParams({ username });
      const answer = await api.get(`event-types?${query}`, authOf(account));
      return answer.status === 404 ? [] : read(eventTypes, answer).data.map(toEventType);
    },

    async makeEventType(account, slug) {
      const body = { ...WANTED, title: TITLE, slug };
      return toEventType(
        read(oneEventType, await api.send('POST', 'event-types', authOf(account), body)).data,
      );
    },

    async repairEventType(account, { id, otherLengths }) {
      const body = { ...WANTED, ...(otherLengths && { lengthInMinutesOptions: [WANTED.lengthInMinutes] }) };
      return toEventType(
        read(oneEventType, await api.send('PATCH', `event-types/${id}`, authOf(account), body)).data,
      );
    },

    async subscription(account, eventTypeId, url): Promise<Subscription | null> {
      const [hook] = await hooksOf(authOf(account), eventTypeId, url);
      if (!hook) return null;
      return {
        active: hook.active,
        complete: TRIGGERS.every((trigger) => hook.triggers.includes(trigger)),
        secret: hook.secret ?? null,
      };
    },

    async subscribe(account, eventTypeId, url, secret) {
      const auth = authOf(account);
      await endAll(auth, eventTypeId, url);
      const body = { active: true, subscriberUrl: url, triggers: TRIGGERS, secret };
      api.ok(await api.send('POST', `event-types/${eventTypeId}/webhooks`, auth, body));
    },

    unsubscribe: (account, eventTypeId, url) => endAll(authOf(account), eventTypeId, url),

    async tryDelivery(url, secret) {
      const body = JSON.stringify({ triggerEvent: TRIAL, createdAt: new Date().toISOString() });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Cal-Signature-256': signature },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS),
        });
        await answer.body?.cancel();
        return answer.ok;
      } catch {
        return false;
      }
    },
  };
}
