import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { AppEnv } from '../../web/env.ts';
import { whole } from '../../web/forms.ts';
import { privatePage } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { signIn } from './commands.ts';
import { areaOf, safeNext } from './domain.ts';
import { SignInPage } from './views.tsx';

/** Signing in and out. */
export function accountRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(urls.signIn(), privatePage, async (c) => {
    const next = safeNext(c.req.query('next'));
    const user = await deps.auth.currentUser(c.req.raw.headers);
    if (user) return seeOther(c, next ?? homeOf(user));
    return page(c, <SignInPage shell={c.get('shell')} next={next} help={deps.config.operatorEmail} />);
  });

  app.post(urls.signIn(), privatePage, async (c) => {
    const form = signInForm.parse(await whole(c.req.parseBody()));
    const next = safeNext(form.next);
    const result = await signIn(deps, form, c.req.raw.headers);
    const requestId = c.get('requestId');
    if ('refused' in result) {
      deps.log.info({ requestId }, 'sign-in refused');
      const props = { shell: c.get('shell'), next, help: deps.config.operatorEmail };
      return page(c, <SignInPage {...props} email={form.email} failed />, 422);
    }
    deps.log.info({ requestId, userId: result.user.id }, 'signed in');
    setCookies(c, result.cookies);
    return seeOther(c, next ?? homeOf(result.user));
  });

  app.post(urls.signOut(), privatePage, async (c) => {
    const { cookies } = await deps.auth.signOut(c.req.raw.headers);
    deps.log.info({ requestId: c.get('requestId') }, 'signed out');
    setCookies(c, cookies);
    return seeOther(c, urls.signIn());
  });

  return app;
}

// Anything that is not text counts as left empty: there is one answer to every wrong attempt.
const typed = z.string().catch('');
const signInForm = z.object({ email: typed, password: typed, next: typed });

function homeOf(user: SignedInUser): string {
  return areaOf(user) === 'operator' ? urls.operator() : urls.admin();
}

function setCookies(c: Context, cookies: string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
