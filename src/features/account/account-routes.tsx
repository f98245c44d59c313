import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import { whole } from '../../web/forms.ts';
import { page, seeOther } from '../../web/respond.ts';
import { MAIL_CHOICES } from '../booking/mail-choice-domain.ts';
import { AccountPage } from './account-views.tsx';
import { changePassword } from './commands.ts';
import { isOpen } from './email-domain.ts';
import { emailChangeOf } from './email-queries.ts';
import { EMPTY } from './frame.tsx';
import { mute, mutedOf } from './mail-queries.ts';
import { MailsPage } from './mail-views.tsx';
import { tellMember } from './mails.ts';
import { type AccountEnv, framed, ownAccount, refusedForm, setCookies, typed } from './own.ts';
import { passkeysOf } from './passkey-queries.ts';
import { passwordProblem } from './password-domain.ts';
import { PasswordPage } from './password-views.tsx';
import { endOtherSessions, endSession, sessionsOf } from './queries.ts';
import { isNotice, PASSWORD_WORDS } from './words.ts';

/** The account's own page, the password, and where one is signed in. */
export function accountPages(deps: Deps): Hono<AccountEnv> {
  const { db, log } = deps;
  const app = new Hono<AccountEnv>();
  const own = ownAccount(deps);

  app.get(urls.account(), ...own, async (c) => {
    const user = c.get('user');
    const notice = c.req.query('notice');
    const [secondFactor, passkeys, sessions, change, muted] = await Promise.all([
      deps.auth.secondFactor.state(user.id),
      passkeysOf(db, user.id),
      sessionsOf(db, user.id, new Date()),
      emailChangeOf(db, user.id),
      c.get('member').desk === 'interviewer' ? mutedOf(db, user.id) : null,
    ]);
    const emailChange =
      change && isOpen(change, deps.now())
        ? { newEmail: change.newEmail, approved: change.approvedAt !== null }
        : null;
    const state = { user, secondFactor, passkeys, sessions, emailChange, muted };
    return page(
      c,
      <AccountPage {...framed(c)} {...state} notice={isNotice(notice) ? notice : null} now={deps.now()} />,
    );
  });

  app.get(urls.accountMails(), ...own, async (c) => {
    if (c.get('member').desk !== 'interviewer') throw new HTTPException(404);
    return page(c, <MailsPage {...framed(c)} muted={await mutedOf(db, c.get('user').id)} />);
  });

  app.post(urls.accountMails(), ...own, async (c) => {
    if (c.get('member').desk !== 'interviewer') throw new HTTPException(404);
    const wanted = (await whole(c.req.formData())).getAll('wanted');
    const muted = MAIL_CHOICES.filter((choice) => !wanted.includes(choice));
    await mute(db, c.get('user').id, muted);
    return seeOther(c, urls.account('mails'));
  });

  app.get(urls.accountPassword(), ...own, (c) => page(c, <PasswordPage {...framed(c)} form={EMPTY} />));

  app.post(urls.accountPassword(), ...own, async (c) => {
    const user = c.get('user');
    const { current, next } = await typed(c, 'current', 'next');
    const problem = passwordProblem(next, { email: user.email, name: c.get('member').name, current });
    if (problem) {
      const form = { values: {}, errors: { next: PASSWORD_WORDS[problem] } };
      return page(c, <PasswordPage {...framed(c)} form={form} />, 422);
    }
    const changed = await changePassword(deps, user, { current, next }, c.req.raw.headers);
    if ('refused' in changed) {
      const { form, status } = refusedForm(c, changed);
      return page(c, <PasswordPage {...framed(c)} form={form} />, status);
    }
    log.info({ requestId: c.get('requestId'), userId: user.id }, 'password changed');
    await tellMember(deps, user.id, 'password-changed');
    setCookies(c, changed.cookies);
    return seeOther(c, urls.account('password'));
  });

  app.post(urls.accountOtherSessionsEnd(), ...own, async (c) => {
    const user = c.get('user');
    const ended = await endOtherSessions(db, user.id, user.sessionId);
    log.info({ requestId: c.get('requestId'), userId: user.id, ended }, 'signed out everywhere else');
    return seeOther(c, urls.account('others-ended'));
  });

  app.post(urls.accountSessionEnd(':id'), ...own, async (c) => {
    const user = c.get('user');
    const id = c.req.param('id') ?? '';
    if (!isUuid(id) || !(await endSession(db, user.id, id))) throw new HTTPException(404);
    log.info({ requestId: c.get('requestId'), userId: user.id }, 'signed out elsewhere');
    return seeOther(c, id === user.sessionId ? urls.signIn() : urls.account('session-ended'));
  });

  return app;
}
