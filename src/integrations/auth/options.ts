import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '../../db/connect.ts';
import { PASSWORD } from '../../features/account/password-domain.ts';
import type { Secrets } from '../../secrets.ts';
import { newRecoveryCodes } from './recovery-codes.ts';

const DAY = 24 * 60 * 60;

export interface AuthParts {
  db: Db;
  secrets: Secrets;
  publicUrl: URL;
  log: Logger;
}

/** How long a session lives: by itself, and when nobody uses it. */
export const SESSION = { seconds: 30 * DAY, idleSeconds: 7 * DAY } as const;

/** What the app shows beside its codes. */
const ISSUER = '508.dev Interview Service';

/** How better-auth is set up: our tables, our cookies, no sign-up. */
export function options({ db, secrets, publicUrl, log }: AuthParts, names: CookieNames) {
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
      // Counted from when the password was typed, however busy the session was.
      expiresIn: SESSION.seconds,
      disableSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.shortest,
      maxPasswordLength: PASSWORD.longest,
    },
    plugins: [
      twoFactor({
        issuer: ISSUER,
        schema: { twoFactor: { modelName: 'secondFactors' } },
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
      }),
      opensSessions,
    ],
    advanced: {
      database: { generateId: false as const },
      // Its own prefix would be __Secure-.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: names.secure },
      cookies: { session_token: { name: names.session }, two_factor: { name: names.code } },
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

/** The cookies that are set. __Host- binds them to this very host; browsers take that over https only. */
export interface CookieNames {
  secure: boolean;
  session: string;
  /** Between the password and the code. */
  code: string;
}

export function cookieNames(publicUrl: URL): CookieNames {
  const secure = publicUrl.protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  return { secure, session: `${prefix}session`, code: `${prefix}second-factor` };
}

/** The library opens sessions at its own routes only; passkeys come through ours. */
const opensSessions = {
  id: 'opens-sessions',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new Error('There is no such user.');
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json(null);
      },
    ),
  },
};
