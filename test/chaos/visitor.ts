import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage.ts';

/** How often somebody presses again while the site does not answer, and how long they wait in between. */
const TRIES = 8;
const PAUSE_MS = 400;

/** A browser without eyes: keeps cookies, follows nothing, presses again when the site does not answer. */
export interface Visitor {
  get(path: string): Promise<Response | null>;
  post(path: string, fields: Record<string, string>): Promise<Response | null>;
}

export function createVisitor(stage: Pick<Stage, 'site'>): Visitor {
  const jar = new Map<string, string>();
  const once = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('Origin', stage.site);
    const response = await fetch(new URL(path, stage.site), { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const persistent = async (path: string, init: () => RequestInit) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const response = await once(path, init()).catch(() => null);
      if (response && response.status < 500) return response;
      await response?.body?.cancel();
      await pause(PAUSE_MS);
    }
    return null;
  };
  return {
    get: (path) => persistent(path, () => ({})),
    post: (path, fields) =>
      persistent(path, () => {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields)) body.append(name, value);
        return { method: 'POST', body };
      }),
  };
}

/** Presses a button behind the door of the run (see door.ts). */
export async function press(
  stage: Pick<Stage, 'site'>,
  command: string,
  bookingId: string,
  fields: Record<string, string> = {},
): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries++) {
    const response = await fetch(`${stage.site}/_chaos/${command}/${bookingId}`, {
      method: 'POST',
      body: JSON.stringify(fields),
    }).catch(() => null);
    if (response && response.status < 500) return response.json();
    await response?.body?.cancel();
    await pause(PAUSE_MS);
  }
  return null;
}
