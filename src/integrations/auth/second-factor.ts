import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { CodeRefusal, Cookies, SecondFactor } from '../../web/auth.ts';
import { cookiesOf, type Library, only, unlessRefused } from './library.ts';
import type { AuthParts, CookieNames } from './options.ts';
import { readRecoveryCode } from './recovery-codes.ts';

const APP_CODE = /^\d{6}$/;

/** The library's plugin behind our port; sealed set-up and single use of a code are ours. */
export function secondFactor(auth: Library, { db, secrets }: AuthParts, names: CookieNames): SecondFactor {
  const codesOf = async (userId: string): Promise<string[]> =>
    (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes;

  return {
    async state(userId) {
      const row = await rowOf(db, userId, true);
      return row && { since: row.createdAt, codesLeft: (await codesOf(userId)).length };
    },

    async begin({ user, password, headers }) {
      await db
        .deleteFrom('secondFactors')
        .where('userId', '=', user.id)
        .where('verified', '=', false)
        .execute();
      const done = await unlessRefused(
        auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers: only(headers, 'cookie') }),
      );
      if ('refusal' in done || !('totpURI' in done)) return false;
      await db
        .updateTable('secondFactors')
        .set({ setupSealed: secrets.seal(done.totpURI) })
        .where('userId', '=', user.id)
        .execute();
      return true;
    },

    async pending(user) {
      const row = await rowOf(db, user.id, false);
      const uri = row?.setupSealed ? secrets.open(row.setupSealed) : null;
      return uri === null ? null : { uri };
    },

    async confirm({ user, code, headers }) {
      if (!(await rowOf(db, user.id, false))) return null;
      const done = await unlessRefused(
        auth.api.verifyTOTP({
          body: { code: digitsOf(code) },
          headers: only(headers, 'cookie', 'user-agent'),
          returnHeaders: true,
        }),
      );
      if ('refusal' in done) return null;
      await takeCode(db, user.id, digitsOf(code));
      await db
        .updateTable('secondFactors')
        .set({ setupSealed: null, createdAt: new Date() })
        .where('userId', '=', user.id)
        .execute();
      return {
        cookies: cookiesOf(done.headers, names.session),
        recoveryCodes: await codesOf(user.id),
      };
    },

    async renewCodes({ password, headers }) {
      const done = await unlessRefused(
        auth.api.generateBackupCodes({ body: { password }, headers: only(headers, 'cookie') }),
      );
      return 'refusal' in done ? null : done.backupCodes;
    },

    async turnOff({ password, headers }) {
      const done = await unlessRefused(
        auth.api.disableTwoFactor({
          body: { password },
          headers: only(headers, 'cookie', 'user-agent'),
          returnHeaders: true,
        }),
      );
      return 'refusal' in done ? null : { cookies: cookiesOf(done.headers, names.session) };
    },
  };
}

/** See {@link import('../../web/auth.ts').Auth.signInByCode}. */
export async function signInByCode(
  auth: Library,
  { db }: AuthParts,
  names: CookieNames,
  { code, headers }: { code: string; headers: Headers },
): Promise<(Cookies & { usedRecoveryCode: boolean }) | { refused: CodeRefusal }> {
  const challenge = cookieIn(headers, names.code);
  if (!challenge) return { refused: 'over' };
  // Without a session's cookie, so that the library opens one instead of looking at that.
  const given = only(headers, 'user-agent');
  given.set('cookie', challenge);
  const typed = digitsOf(code);
  const isAppCode = APP_CODE.test(typed);
  const done = await unlessRefused(
    isAppCode
      ? auth.api.verifyTOTP({ body: { code: typed }, headers: given, returnHeaders: true })
      : auth.api.verifyBackupCode({
          body: { code: readRecoveryCode(code) },
          headers: given,
          returnHeaders: true,
        }),
  );
  if ('refusal' in done) return { refused: reasonOf(done.refusal) };
  const cookies = cookiesOf(done.headers, names.session, names.code);
  if (isAppCode && !(await takeCode(db, done.response.user.id, typed))) {
    await auth.api.signOut({ headers: new Headers({ cookie: cookieOf(cookies, names.session) }) });
    return { refused: 'over' };
  }
  return { cookies, usedRecoveryCode: !isAppCode };
}

/** Takes somebody's second factor off, without asking them. */
export async function forgetSecondFactor(db: Db, userId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('secondFactors').where('userId', '=', userId).execute();
    await transaction
      .updateTable('users')
      .set({ twoFactorEnabled: false })
      .where('id', '=', userId)
      .execute();
  });
}

/** Notes a code as used. False where it was already: whoever saw it being typed comes too late. */
async function takeCode(db: Db, userId: string, code: string): Promise<boolean> {
  const result = await db
    .updateTable('secondFactors')
    .set({ lastCode: code, lastCodeAt: sql`now()` })
    .where('userId', '=', userId)
    .where((or) =>
      or.or([
        or('lastCode', 'is distinct from', code),
        or('lastCodeAt', '<', sql<Date>`now() - interval '2 minutes'`),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function rowOf(db: Db, userId: string, verified: boolean) {
  return (
    (await db
      .selectFrom('secondFactors')
      .select(['createdAt', 'setupSealed'])
      .where('userId', '=', userId)
      .where('verified', '=', verified)
      .$if(!verified, (rows) => rows.where('createdAt', '>', sql<Date>`now() - interval '15 minutes'`))
      .executeTakeFirst()) ?? null
  );
}

const REASONS: Record<string, CodeRefusal> = {
  INVALID_TWO_FACTOR_COOKIE: 'over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'over',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
};
const reasonOf = (refusal: string): CodeRefusal => REASONS[refusal] ?? 'wrong';

/** As apps show codes, with a gap in the middle, and as people type them. */
const digitsOf = (code: string): string => code.replace(/[\s-]/g, '');

function cookieIn(headers: Headers, name: string): string | null {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`)) ?? null;
}

const cookieOf = (cookies: string[], name: string): string =>
  cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(';', 1)[0] ?? '';
