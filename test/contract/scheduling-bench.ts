import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { State, UserInput } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import { calcomScheduling } from '../../src/integrations/scheduling/calcom.ts';

/**
 * What the contract tests of our side of cal.com share: one stand-in a test file, emptied before each test, and
 * the port to it. Importing this registers the hooks.
 */

export const TEAM_KEY = 'cal_team_key_0123456789';
export const OWN_KEY = 'cal_own_key_0123456789';
export const OWN = { apiKey: OWN_KEY };

export let calcom: Awaited<ReturnType<typeof startCalcom>>;

beforeAll(async () => {
  calcom = await startCalcom({ port: 0 });
});
afterAll(() => calcom.close());
beforeEach(() => control('POST', 'reset', {}));

export const control = (method: string, path: string, body?: object) =>
  fetch(`${calcom.url}/_sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
export const state = async () => (await (await control('GET', 'state')).json()) as State;
export const scheduling = (teamKey: string | null = null) =>
  calcomScheduling({ apiUrl: new URL(calcom.url), teamKey });

export async function addAccount(eventTypes: UserInput['eventTypes'] = []): Promise<void> {
  await control('PUT', 'users/alice', {
    name: 'Alice',
    email: 'alice@example.com',
    timeZone: 'Europe/Berlin',
    apiKey: OWN_KEY,
    schedule: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
    eventTypes,
  });
}
