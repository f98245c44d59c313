import type { Context } from 'hono';
import type { Booking, EventType, User } from '../model.ts';
import type { World } from '../world.ts';
import { unauthorized } from './answers.ts';

/** Who asks: one user by their own key, or the team by its key, which acts for every member. */
export type Caller = { user: User } | { team: true };

export const BAD_KEY = 'ApiAuthStrategy - api key - Your api key is not valid';

/** The caller, `undefined` without credentials, or the 401 for wrong ones. */
export function callerOf(world: World, c: Context): Caller | undefined | Response {
  const header = c.req.header('authorization');
  if (!header) return undefined;
  const key = header.replace(/^Bearer\s+/i, '');
  if (world.teamKey !== null && key === world.teamKey) return { team: true };
  const user = world.users.find(({ apiKey }) => apiKey === key);
  return user ? { user } : unauthorized(c, BAD_KEY);
}

/** The caller, or the 401 that asks for one. */
export function requiredCaller(world: World, c: Context): Caller | Response {
  return (
    callerOf(world, c) ??
    unauthorized(c, 'No authentication method provided. Either pass an API key as Bearer token')
  );
}

/** A caller that is one user: some doors, like "me", make no sense for a team. */
export function requiredUser(world: World, c: Context): User | Response {
  const caller = requiredCaller(world, c);
  if (caller instanceof Response) return caller;
  return 'user' in caller ? caller.user : unauthorized(c, 'A team key has no profile of its own');
}

export function mayManage(caller: Caller, eventType: EventType): boolean {
  return 'team' in caller || caller.user.id === eventType.ownerId;
}

export function hosts(caller: Caller, booking: Booking): boolean {
  return 'team' in caller || caller.user.id === booking.hostId;
}
