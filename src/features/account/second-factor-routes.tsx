import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { urls } from '../../urls.ts';
import type { CurrentUser } from '../../web/auth.ts';
import { page, seeOther } from '../../web/respond.ts';
import { provePassword } from './commands.ts';
import { EMPTY } from './frame.tsx';
import { tellMember } from './mails.ts';
import { type AccountEnv, framed, ownAccount, refusedForm, setCookies, typed } from './own.ts';
import {
  NewCodesPage,
  RecoveryCodesPage,
  SecondFactorEndPage,
  SecondFactorScanPage,
  SecondFactorStartPage,
} from './second-factor-views.tsx';

const WRONG_CODE = 'That code does not fit. Wait for the next one; if none fits, check the phone’s clock.';

/** Setting up an app that makes codes, its recovery codes, and turning it off. */
export function secondFactorRoutes(deps: Deps): Hono<AccountEnv> {
  const app = new Hono<AccountEnv>();
  const own = ownAccount(deps);
  const isRequired = ({ role }: CurrentUser) => role === 'operator' && deps.config.operatorsNeedSecondFactor;

  app.get(urls.accountSecondFactor(), ...own, async (c) => {
    const user = c.get('user');
    if (user.hasSecondFactor) return seeOther(c, urls.account());
    const pending = await deps.auth.secondFactor.pending(user);
    return page(
      c,
      pending ? (
        <SecondFactorScanPage {...framed(c)} form={EMPTY} uri={pending.uri} />
      ) : (
        <SecondFactorStartPage {...framed(c)} form={EMPTY} required={isRequired(user)} />
      ),
    );
  });

  app.post(urls.accountSecondFactor(), ...own, async (c) => {
    const user = c.get('user');
    if (user.hasSecondFactor) return seeOther(c, urls.account());
    const { current } = await typed(c, 'current');
    const refused = await provePassword(deps, user, current);
    if (refused) {
      const { form, status } = refusedForm(c, refused);
      return page(
        c,
        <SecondFactorStartPage {...framed(c)} form={form} required={isRequired(user)} />,
        status,
      );
    }
    await deps.auth.secondFactor.begin({ user, password: current, headers: c.req.raw.headers });
    return seeOther(c, urls.accountSecondFactor());
  });

  app.post(urls.accountSecondFactorCode(), ...own, async (c) => {
    const user = c.get('user');
    const { code } = await typed(c, 'code');
    const pending = await deps.auth.secondFactor.pending(user);
    // Set up already, or a quarter of an hour is over: the page says how it stands.
    if (!pending) return seeOther(c, urls.accountSecondFactor());
    const confirmed = await deps.auth.secondFactor.confirm({ user, code, headers: c.req.raw.headers });
    if (!confirmed) {
      const form = { values: {}, errors: { code: WRONG_CODE } };
      return page(c, <SecondFactorScanPage {...framed(c)} form={form} uri={pending.uri} />, 422);
    }
    deps.log.info({ requestId: c.get('requestId'), userId: user.id }, 'second factor turned on');
    await tellMember(deps, user.id, 'second-factor-on');
    setCookies(c, confirmed.cookies);
    return page(
      c,
      <RecoveryCodesPage {...framed(c)} codes={confirmed.recoveryCodes} email={user.email} first />,
    );
  });

  app.get(urls.accountRecoveryCodes(), ...own, (c) => {
    if (!c.get('user').hasSecondFactor) return seeOther(c, urls.account());
    return page(c, <NewCodesPage {...framed(c)} form={EMPTY} />);
  });

  app.post(urls.accountRecoveryCodes(), ...own, async (c) => {
    const user = c.get('user');
    const { current } = await typed(c, 'current');
    const refused = await provePassword(deps, user, current);
    if (refused) {
      const { form, status } = refusedForm(c, refused);
      return page(c, <NewCodesPage {...framed(c)} form={form} />, status);
    }
    const codes = await deps.auth.secondFactor.renewCodes({ password: current, headers: c.req.raw.headers });
    if (!codes) return seeOther(c, urls.account());
    deps.log.info({ requestId: c.get('requestId'), userId: user.id }, 'new recovery codes');
    await tellMember(deps, user.id, 'recovery-codes-new');
    return page(c, <RecoveryCodesPage {...framed(c)} codes={codes} email={user.email} first={false} />);
  });

  app.get(urls.accountSecondFactorEnd(), ...own, (c) => {
    if (!c.get('user').hasSecondFactor) return seeOther(c, urls.account());
    return page(c, <SecondFactorEndPage {...framed(c)} form={EMPTY} />);
  });

  app.post(urls.accountSecondFactorEnd(), ...own, async (c) => {
    const user = c.get('user');
    const { current } = await typed(c, 'current');
    const refused = await provePassword(deps, user, current);
    if (refused) {
      const { form, status } = refusedForm(c, refused);
      return page(c, <SecondFactorEndPage {...framed(c)} form={form} />, status);
    }
    const ended = await deps.auth.secondFactor.turnOff({ password: current, headers: c.req.raw.headers });
    if (ended) {
      deps.log.info({ requestId: c.get('requestId'), userId: user.id }, 'second factor turned off');
      await tellMember(deps, user.id, 'second-factor-off');
      setCookies(c, ended.cookies);
    }
    return seeOther(c, urls.account('second-factor-off'));
  });

  return app;
}
