import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { type AuthParts, type CookieNames, options } from './options.ts';

/** better-auth with our options: its calls, and what they are typed as. */
export const library = (parts: AuthParts, names: CookieNames) => betterAuth(options(parts, names));
export type Library = ReturnType<typeof library>;

/** What the library answered, or the code it refused with. Anything else is a fault. */
export async function unlessRefused<T>(answer: Promise<T>): Promise<T | { refusal: string }> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { refusal: error.body?.code ?? '' };
  }
}

/** The Set-Cookie headers of these cookies, out of an answer's. */
export function cookiesOf(headers: Headers, ...names: string[]): string[] {
  return headers.getSetCookie().filter((cookie) => names.some((name) => cookie.startsWith(`${name}=`)));
}

/** These headers of a request and no other: better-auth sees what it needs. */
export function only(headers: Headers, ...names: string[]): Headers {
  const kept = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}
