import { PASSWORD } from '../../features/account/password-domain.ts';
import type { Auth, CurrentUser } from '../../web/auth.ts';
import { cookiesOf, library, only, unlessRefused } from './library.ts';
import { type AuthParts, cookieNames, SESSION } from './options.ts';
import { passkeyCeremonies } from './passkeys.ts';
import { forgetSecondFactor, secondFactor, signInByCode } from './second-factor.ts';

const SECOND = 1000;
/** How old what is known of a session's last use may be. */
const SEEN_EVERY = 5 * 60 * SECOND;

/**
 * Sign-in on our own tables. None of better-auth's routes is mounted: what a request can do is what
 * {@link Auth} says. Its clock is the system's; so are the limits of sessions.
 */
export function createAuth(parts: AuthParts): Auth {
  const { db } = parts;
  const names = cookieNames(parts.publicUrl);
  const auth = library(parts, names);
  const endEarlier = (headers: Headers) => auth.api.signOut({ headers: only(headers, 'cookie') });

  return {
    async currentUser(headers) {
      if (!headers.get('cookie')?.includes(`${names.session}=`)) return null;
      const found = await auth.api.getSession({ headers: only(headers, 'cookie') });
      if (!found) return null;
      const { id, updatedAt } = found.session;
      const unused = Date.now() - updatedAt.getTime();
      if (unused > SESSION.idleSeconds * SECOND) {
        await db.deleteFrom('sessions').where('id', '=', id).execute();
        return null;
      }
      if (unused > SEEN_EVERY) {
        await db.updateTable('sessions').set({ updatedAt: new Date() }).where('id', '=', id).execute();
      }
      return toUser(found.user, id);
    },

    async signIn({ email, password, headers }) {
      const done = await unlessRefused(
        auth.api.signInEmail({
          body: { email: email.trim(), password },
          headers: only(headers, 'user-agent'),
          returnHeaders: true,
        }),
      );
      if ('refusal' in done) return null;
      if ('twoFactorRedirect' in done.response) {
        return { cookies: cookiesOf(done.headers, names.code), asksForCode: true };
      }
      // The session this browser had until now ends: nobody goes on with an id from before.
      await endEarlier(headers);
      return { cookies: cookiesOf(done.headers, names.session), asksForCode: false };
    },

    async signInByCode(input) {
      const result = await signInByCode(auth, parts, names, input);
      if (!('refused' in result)) await endEarlier(input.headers);
      return result;
    },

    async openSession(userId, headers) {
      const { headers: answer } = await auth.api.openSession({
        body: { userId },
        headers: only(headers, 'user-agent'),
        returnHeaders: true,
      });
      await endEarlier(headers);
      return { cookies: cookiesOf(answer, names.session) };
    },

    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({
        headers: only(headers, 'cookie'),
        returnHeaders: true,
      });
      return { cookies: cookiesOf(answer, names.session) };
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

    async restore(email, lost) {
      const context = await auth.$context;
      const found = await context.internalAdapter.findUserByEmail(email.trim().toLowerCase());
      if (!found) return false;
      const { id } = found.user;
      if (lost === 'second-factor') await forgetSecondFactor(db, id);
      else {
        const hash = await context.password.hash(lost.password);
        await context.internalAdapter.updatePassword(id, hash);
      }
      await context.internalAdapter.deleteUserSessions(id);
      return true;
    },

    async knowsPassword(userId, password) {
      const context = await auth.$context;
      const accounts = await context.internalAdapter.findAccounts(userId);
      const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
      return hash ? context.password.verify({ hash, password }) : false;
    },

    async changePassword({ current, next, headers }) {
      const done = await unlessRefused(
        auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: only(headers, 'cookie', 'user-agent'),
          returnHeaders: true,
        }),
      );
      return 'refusal' in done ? null : { cookies: cookiesOf(done.headers, names.session) };
    },

    secondFactor: secondFactor(auth, parts, names),
    passkeys: passkeyCeremonies(parts.publicUrl),
  };
}

interface LibraryUser {
  id: string;
  name: string;
  email: string;
  role?: unknown;
  twoFactorEnabled?: boolean | null | undefined;
}

function toUser(user: LibraryUser, sessionId: string): CurrentUser {
  const role = user.role === 'operator' ? 'operator' : 'interviewer';
  const { id, name, email } = user;
  return { id, name, email, role, sessionId, hasSecondFactor: user.twoFactorEnabled === true };
}
