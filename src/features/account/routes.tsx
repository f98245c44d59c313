import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { AppEnv } from '../../web/env.ts';
import { privatePage } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { accountPages } from './account-routes.tsx';
import { SignInCodePage } from './code-views.tsx';
import { signIn, signInByCode } from './commands.ts';
import { areaOf, safeNext } from './domain.ts';
import { emailRoutes } from './email-routes.tsx';
import { tellMember } from './mails.ts';
import { fromOf, setCookies, typed } from './own.ts';
import { passkeyRoutes } from './passkey-routes.tsx';
import { beginPasskeySignIn, signInByPasskey } from './passkeys.ts';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { SignInPage, type SignInProblem } from './views.tsx';
import { tooOftenWords } from './words.ts';

/** Signing in and out, and the account of whoever is. */
export function accountRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { log } = deps;

  app.get(urls.signIn(), privatePage, async (c) => {
    const next = safeNext(c.req.query('next'));
    const user = await deps.auth.currentUser(c.req.raw.headers);
    return user ? seeOther(c, next ?? homeOf(user)) : front(c, { next });
  });

  app.post(urls.signIn(), privatePage, async (c) => {
    const { email, password, next: asked } = await typed(c, 'email', 'password', 'next');
    const next = safeNext(asked);
    const result = await signIn(deps, { email, password }, fromOf(deps, c));
    if ('refused' in result) return turnedAway(c, result, { next, email });
    setCookies(c, result.cookies);
    if ('asksForCode' in result) return seeOther(c, urls.signInCode(next ?? undefined));
    log.info({ requestId: c.get('requestId'), userId: result.user.id }, 'signed in');
    return seeOther(c, next ?? homeOf(result.user));
  });

  app.get(urls.signInCode(), privatePage, (c) =>
    page(c, <SignInCodePage shell={c.get('shell')} next={safeNext(c.req.query('next'))} />),
  );

  app.post(urls.signInCode(), privatePage, async (c) => {
    const { code, next: asked } = await typed(c, 'code', 'next');
    const next = safeNext(asked);
    const result = await signInByCode(deps, code, fromOf(deps, c));
    const requestId = c.get('requestId');
    if (!('refused' in result)) {
      const { user, usedRecoveryCode } = result;
      log.info({ requestId, userId: user.id, usedRecoveryCode }, 'signed in with a code');
      if (usedRecoveryCode) await tellMember(deps, user.id, 'recovery-code-used');
      setCookies(c, result.cookies);
      return seeOther(c, next ?? homeOf(user));
    }
    log.info({ requestId, reason: result.refused }, 'code refused');
    if (result.refused === 'over') return front(c, { next, problem: 'code-over' }, 422);
    const isSlowed = result.refused === 'too-often' || result.refused === 'locked';
    const error = isSlowed
      ? tooOftenWords('wait' in result ? result.wait : LOCK_SECONDS)
      : 'That code does not fit, or was used before. Wait for the next one.';
    return page(
      c,
      <SignInCodePage shell={c.get('shell')} next={next} code={code} error={error} />,
      isSlowed ? 429 : 422,
    );
  });

  app.post(urls.signInPasskey(), privatePage, async (c) => {
    const { ticket, answer, next: asked } = await typed(c, 'ticket', 'answer', 'next');
    const next = safeNext(asked);
    const result = await signInByPasskey(deps, { ticket, answer }, fromOf(deps, c));
    if ('refused' in result) return turnedAway(c, result, { next, problem: 'passkey' });
    log.info({ requestId: c.get('requestId'), userId: result.user.id }, 'signed in with a passkey');
    setCookies(c, result.cookies);
    return seeOther(c, next ?? homeOf(result.user));
  });

  app.post(urls.signOut(), privatePage, async (c) => {
    const { cookies } = await deps.auth.signOut(c.req.raw.headers);
    log.info({ requestId: c.get('requestId') }, 'signed out');
    setCookies(c, cookies);
    return seeOther(c, urls.signIn());
  });

  app.route('/', accountPages(deps));
  app.route('/', secondFactorRoutes(deps));
  app.route('/', passkeyRoutes(deps));
  app.route('/', emailRoutes(deps));

  return app;

  interface Front {
    next: string | null;
    email?: string;
    problem?: SignInProblem;
  }

  /** One answer to every wrong attempt: what was wrong is not said. */
  function turnedAway(
    c: Context<AppEnv>,
    result: { refused: 'unknown' } | { refused: 'too-often'; wait: number },
    front_: Front,
  ) {
    log.info({ requestId: c.get('requestId'), reason: result.refused }, 'sign-in refused');
    if (result.refused === 'unknown') return front(c, { problem: 'no-match', ...front_ }, 422);
    c.header('Retry-After', String(result.wait));
    return front(c, { ...front_, problem: { wait: result.wait } }, 429);
  }

  async function front(c: Context<AppEnv>, shown: Front, status: ContentfulStatusCode = 200) {
    const props = { shell: c.get('shell'), help: deps.config.operatorEmail, ...shown };
    return page(c, <SignInPage {...props} passkey={await beginPasskeySignIn(deps)} />, status);
  }
}

/** For how long the library takes no codes after ten wrong ones in a row. */
const LOCK_SECONDS = 900;

function homeOf(user: SignedInUser): string {
  return areaOf(user) === 'operator' ? urls.operator() : urls.admin();
}
