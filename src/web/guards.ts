import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { Deps } from '../deps.ts';
import { urls } from '../urls.ts';
import type { AppEnv } from './env.ts';
import { seeOther } from './respond.ts';

type Guard = MiddlewareHandler<AppEnv>;

/** Pages for one person only: kept by no cache, listed by no search engine. */
export const privatePage: Guard = createMiddleware<AppEnv>(async (c, next) => {
  c.header('Cache-Control', 'private, no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
  await next();
});

/**
 * Lets signed-in people into the panel and sends the rest to sign in. Whose panel it is, the panel
 * itself looks up: somebody without an interviewer's profile finds nothing there.
 */
export const requireInterviewer = (deps: Pick<Deps, 'auth'>): Guard => requireMember(deps);

/** Lets everybody in who is signed in, whatever they are. */
export const requireMember = (deps: Pick<Deps, 'auth'>): Guard => signedIn(deps, () => true);

/**
 * Lets operators in; for everybody else the area does not exist. Where two factors are asked of them, an
 * operator without sets one up first.
 */
export const requireOperator = (deps: Pick<Deps, 'auth' | 'config'>): Guard => {
  const operator = signedIn(deps, (role) => role === 'operator');
  return createMiddleware<AppEnv>((c, next) =>
    operator(c, async () => {
      const isMissing = deps.config.operatorsNeedSecondFactor && !c.get('user').hasSecondFactor;
      if (isMissing) c.res = seeOther(c, urls.accountSecondFactor());
      else await next();
    }),
  );
};

function signedIn(
  { auth }: Pick<Deps, 'auth'>,
  admits: (role: 'interviewer' | 'operator') => boolean,
): Guard {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    const user = await auth.currentUser(c.req.raw.headers);
    if (!user) return seeOther(c, urls.signIn(returnTo(c)));
    if (!admits(user.role)) throw new HTTPException(404);
    c.set('user', user);
    await next();
  });
}

// A form's address need not be a page; after signing in the panel's front door will do.
function returnTo(c: Context): string | undefined {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'GET' && pathname !== urls.admin() ? pathname + search : undefined;
}
