import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { privatePage } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { approveEmailChange, askEmailChange, changeOfLink, confirmEmailChange } from './email-change.ts';
import { type EmailProblem, readEmail } from './email-domain.ts';
import { removeEmailChange } from './email-queries.ts';
import { EmailLinkPage, EmailOutcomePage, EmailPage } from './email-views.tsx';
import { EMPTY } from './frame.tsx';
import { type AccountEnv, framed, ownAccount, refusedForm, typed } from './own.ts';

const PROBLEMS: Record<EmailProblem, string> = {
  'not-an-address': 'One address and nothing else. It looks like sam@example.com.',
  same: 'This is the one you have.',
};

/** Another sign-in address: asked for in the account, approved and confirmed by mail. */
export function emailRoutes(deps: Deps): Hono<AccountEnv> {
  const app = new Hono<AccountEnv>();
  const own = ownAccount(deps);
  const { log } = deps;

  app.get(urls.accountEmail(), ...own, (c) =>
    page(c, <EmailPage {...framed(c)} form={EMPTY} email={c.get('user').email} />),
  );

  app.post(urls.accountEmail(), ...own, async (c) => {
    const user = c.get('user');
    const { email: values_, current } = await typed(c, 'email', 'current');
    const values = { email: values_ };
    const read = readEmail(values_, user.email);
    if ('problem' in read) {
      const form = { values, errors: { email: PROBLEMS[read.problem] } };
      return page(c, <EmailPage {...framed(c)} form={form} email={user.email} />, 422);
    }
    const asked = await askEmailChange(deps, user, { email: read.email, current });
    if ('refused' in asked) {
      const { form, status } = refusedForm(c, asked, values);
      return page(c, <EmailPage {...framed(c)} form={form} email={user.email} />, status);
    }
    log.info({ requestId: c.get('requestId'), userId: user.id }, 'email change asked for');
    return seeOther(c, urls.account('email-asked'));
  });

  app.post(urls.accountEmailEnd(), ...own, async (c) => {
    await removeEmailChange(deps.db, c.get('user').id);
    return seeOther(c, urls.account('email-stopped'));
  });

  app.route('/', linkRoutes(deps));

  return app;
}

/** The address in a link's query stays between the mail and us. */
const unsaid = createMiddleware(async (c, next) => {
  c.header('Referrer-Policy', 'no-referrer');
  await next();
});

function linkRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const [link, path] of [
    ['approval', urls.emailApproval()],
    ['confirmation', urls.emailConfirmation()],
  ] as const) {
    app.get(path, privatePage, unsaid, async (c) => {
      const token = c.req.query('token') ?? '';
      const change = await changeOfLink(deps, link, token);
      const shell = c.get('shell');
      return change
        ? page(c, <EmailLinkPage shell={shell} link={link} change={change} token={token} />)
        : page(c, <EmailOutcomePage shell={shell} outcome="over" />, 410);
    });
  }

  app.post(urls.emailApproval(), privatePage, async (c) => {
    const change = await approveEmailChange(deps, (await typed(c, 'token')).token);
    const shell = c.get('shell');
    if (!change) return page(c, <EmailOutcomePage shell={shell} outcome="over" />, 410);
    deps.log.info({ requestId: c.get('requestId'), userId: change.userId }, 'email change approved');
    return page(c, <EmailOutcomePage shell={shell} outcome="approved" />);
  });

  app.post(urls.emailConfirmation(), privatePage, async (c) => {
    const change = await confirmEmailChange(deps, (await typed(c, 'token')).token);
    const shell = c.get('shell');
    if (!change) return page(c, <EmailOutcomePage shell={shell} outcome="over" />, 410);
    if ('refused' in change) return page(c, <EmailOutcomePage shell={shell} outcome="taken" />, 409);
    deps.log.info({ requestId: c.get('requestId'), userId: change.userId }, 'email changed');
    return page(c, <EmailOutcomePage shell={shell} outcome="confirmed" />);
  });

  return app;
}
