import type { EventType, UserInput } from '../../sandbox/calcom/control.ts';
import type { FarSide } from './far-side.ts';

/** What an interviewer does on cal.com's own pages, to their account there. */
export function accountsOn({ calcom }: Pick<FarSide, 'calcom'>) {
  const api = (username: string, method: string, path: string, body?: object) =>
    userOf(username).then(({ apiKey }) =>
      fetch(`${calcom.url}/v2/${path}`, {
        method,
        headers: {
          ...{ Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
          'cal-api-version': '2024-06-14',
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  const control = (path: string, body: object) =>
    fetch(`${calcom.url}/_sandbox/${path}`, { method: 'PUT', body: JSON.stringify(body) });

  async function userOf(username: string) {
    const user = (await calcom.state()).users.find((one) => one.username === username);
    if (!user) throw new Error(`cal.com knows no ${username}`);
    return user;
  }

  async function eventTypeOf(username: string, slug = 'interview'): Promise<EventType> {
    const [user, { eventTypes }] = await Promise.all([userOf(username), calcom.state()]);
    const found = eventTypes.find((one) => one.ownerId === user.id && one.slug === slug);
    if (!found) throw new Error(`${username} has no ${slug}`);
    return found;
  }

  return {
    eventTypeOf,
    /** Makes an account there; its key is `cal_key_` and the name. */
    async signUp(username: string, eventTypes: UserInput['eventTypes'] = []): Promise<string> {
      const apiKey = `cal_key_${username}`;
      const schedule = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }];
      await control(`users/${username}`, {
        ...{ name: `${username} There`, email: `${username}@cal.test`, timeZone: 'Asia/Taipei' },
        ...{ apiKey, schedule, eventTypes },
      });
      return apiKey;
    },
    /** Deletes the key and makes another; the new one. */
    async newKey(username: string, apiKey = `cal_other_${username}`): Promise<string> {
      const { id: _, username: __, ...rest } = await userOf(username);
      await control(`users/${username}`, { ...rest, apiKey });
      return apiKey;
    },
    teamKey: (key: string | null) => control('team-key', { key }),
    async change(username: string, wish: object, slug = 'interview'): Promise<void> {
      await api(username, 'PATCH', `event-types/${(await eventTypeOf(username, slug)).id}`, wish);
    },
    async deleteEventType(username: string, slug = 'interview'): Promise<void> {
      await api(username, 'DELETE', `event-types/${(await eventTypeOf(username, slug)).id}`);
    },
    async deleteWebhooks(username: string): Promise<void> {
      const { id, webhooks } = await eventTypeOf(username);
      for (const hook of webhooks) await api(username, 'DELETE', `event-types/${id}/webhooks/${hook.id}`);
    },
  };
}
