import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { isUuid } from '../../db/uuid.ts';
import type { Deps } from '../../deps.ts';
import { cleanLine } from '../../typed.ts';
import { urls } from '../../urls.ts';
import type { AppEnv } from '../../web/env.ts';
import { type FormState, whole } from '../../web/forms.ts';
import { requireOperator } from '../../web/guards.ts';
import { page, seeOther } from '../../web/respond.ts';
import { PayoutsPage } from './desk/payouts-view.tsx';
import { centsOf, type PayoutField } from './payout-domain.ts';
import { currentShare, insertPayout, membersDue, setShare } from './queries.ts';

const MEMBERS_SHOWN = 500;
const NO_FORM: FormState<PayoutField> = { values: {}, errors: {} };

/** Where the bookkeeper sees what members are owed, and writes down what was sent. */
export function payoutRoutes(deps: Deps): Hono<AppEnv> {
  const { db, now } = deps;
  const app = new Hono<AppEnv>();
  const operator = requireOperator(deps);

  app.get(urls.operatorPayouts(), operator, (c) => show(c, { form: NO_FORM }));

  app.post(urls.operatorPayouts(), operator, async (c) => {
    const body = await whole(c.req.parseBody());
    const text = (field: PayoutField | 'formId') => cleanLine(String(body[field] ?? '')).slice(0, 400);
    const values = {
      member: text('member'),
      amount: text('amount'),
      paidOn: text('paidOn'),
      note: text('note'),
    };
    const members = await membersDue(db, now(), MEMBERS_SHOWN);
    const member = members.find(({ id }) => id === values.member);
    const amountCents = centsOf(values.amount);
    const errors: FormState<PayoutField>['errors'] = {
      ...(!member && { member: 'Pick the member it went to.' }),
      ...(amountCents === null && { amount: 'An amount, as 510 or 510.50.' }),
      ...(!isDay(values.paidOn, now()) && { paidOn: 'The day it was sent, today or before.' }),
      ...(values.note.length > 200 && { note: 'That is more than 200 characters.' }),
    };
    if (!member || amountCents === null || Object.keys(errors).length > 0)
      return show(c, { form: { values, errors } }, 422);
    await insertPayout(db, {
      ...{ interviewerId: member.id, amountCents, currency: member.currency },
      ...{ paidOn: values.paidOn, note: values.note },
      ...{ recordedBy: c.get('user').email, recordedAt: now() },
      formId: isUuid(text('formId')) ? text('formId') : randomUUID(),
    });
    return seeOther(c, urls.operatorPayouts());
  });

  app.post(urls.operatorShare(), operator, async (c) => {
    const typed = String((await whole(c.req.parseBody())).percent ?? '').trim();
    const percent = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(percent >= 0 && percent <= 100))
      return show(c, { form: NO_FORM, shareError: 'A whole number from 0 to 100.' }, 422);
    await setShare(db, { percent, since: now(), setBy: c.get('user').email });
    return seeOther(c, urls.operatorPayouts());
  });

  return app;

  async function show(
    c: Context<AppEnv>,
    props: { form: FormState<PayoutField>; shareError?: string },
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const [members, sharePercent] = await Promise.all([
      membersDue(db, now(), MEMBERS_SHOWN),
      currentShare(db, now()),
    ]);
    const frame = { shell: c.get('shell'), user: c.get('user'), members, sharePercent, formId: randomUUID() };
    return page(c, <PayoutsPage {...frame} {...props} />, status);
  }
}

/** A real day that has begun somewhere on earth. */
function isDay(typed: string, now: Date): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(typed) || Number.isNaN(Date.parse(typed))) return false;
  return Date.parse(typed) <= now.getTime() + 14 * 3_600_000;
}
