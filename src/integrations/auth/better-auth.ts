import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Logger } from 'pino';
import type { Db } from '../../db/connect.ts';
import type { Secrets } from '../../secrets.ts';
import type { Auth, SignedInUser } from '../../web/auth.ts';

const DAY = 24 * 60 * 60;

/** What a password must measure, in characters. */
export const PASSWORD = { shortest: 10, longest: 128 } as const;

/**
 * Sign-in by e-mail and password on our own tables. None of better-auth's routes is mounted: what a
 * request can do is what {@link Auth} says.
 */
export function createAuth(parts: { db: Db; secrets: Secrets; publicUrl: URL; log: Logger }): Auth {
  const secure = parts.publicUrl.protocol === 'https:';
  // __Host- binds the cookie to this very host; browsers take it over https only.
  const cookieName = secure ? '__Host-session' : 'session';
  const auth = betterAuth(options(parts, { name: cookieName, secure }));
  const sessionCookies = (headers: Headers): string[] =>
    headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));

  return {
    async currentUser(headers) {
      if (!headers.get('cookie')?.includes(`${cookieName}=`)) return null;
      const found = await auth.api.getSession({ headers });
      return found && toUser(found.user);
    },

    async signIn({ email, password, headers }) {
      try {
        const { headers: answer } = await auth.api.signInEmail({
          body: { email: email.trim(), password },
          headers: only(headers, 'user-agent'),
          returnHeaders: true,
        });
        // The session this browser had until now ends: nobody goes on with an id from before.
        await auth.api.signOut({ headers: only(headers, 'cookie') });
        return { cookies: sessionCookies(answer) };
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null;
        throw error;
      }
    },

    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: only(headers, 'cookie'),
        returnHeaders: true,
      });
      return { cookies: sessionCookies(answer) };
    },

    async createUser({ email, name, password, role }) {
      if (password.length < PASSWORD.shortest || password.length > PASSWORD.longest) {
        throw new Error(`A password has ${PASSWORD.shortest} to ${PASSWORD.longest} characters.`);
      }
      const context = await auth.$context;
      const hash = await context.password.hash(password);
      const user = await context.internalAdapter.createUser(
        { email: email.trim().toLowerCase(), emailVerified: true, name, role },
        { method: 'email-password' },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      });
      return { id: user.id, name: user.name, email: user.email, role };
    },
  };
}

function options(
  { db, secrets, publicUrl, log }: { db: Db; secrets: Secrets; publicUrl: URL; log: Logger },
  cookie: { name: string; secure: boolean },
) {
  return {
    baseURL: publicUrl.origin,
    secret: secrets.authKey,
    telemetry: { enabled: false },
    // Kysely's CamelCasePlugin already puts its field names into our columns.
    database: { db, type: 'postgres' as const },
    user: {
      modelName: 'users',
      additionalFields: { role: { type: 'string' as const, required: true, input: false } },
    },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    session: {
      modelName: 'sessions',
      // Seven days after the password was typed a session ends, however busy it was.
      expiresIn: 7 * DAY,
      disableSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.shortest,
      maxPasswordLength: PASSWORD.longest,
    },
    advanced: {
      database: { generateId: false as const },
      // Its own prefix would be __Secure-.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: cookie.secure },
      cookies: { session_token: { name: cookie.name } },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'warn' as const,
      // Its further arguments may hold an address or a row; the message alone is enough.
      log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) =>
        log[level]({ part: 'auth' }, message),
    },
  };
}

function toUser(user: { id: string; name: string; email: string; role?: unknown }): SignedInUser {
  const role = user.role === 'operator' ? 'operator' : 'interviewer';
  return { id: user.id, name: user.name, email: user.email, role };
}

/** These headers of a request and no other: better-auth sees what it needs. */
function only(headers: Headers, ...names: string[]): Headers {
  const kept = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value) kept.set(name, value);
  }
  return kept;
}
