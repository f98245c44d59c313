import type { Context } from 'hono';
import type { Deps } from '../../../deps.ts';
import type { AppEnv } from '../../../web/env.ts';
import { page } from '../../../web/respond.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { RefusedPage } from '../views/refused-page.tsx';
import { firstName } from '../words.ts';
import type { OwnBooking } from './own-booking.tsx';

/** Says why something can't be done, and what can. 409: the booking stands otherwise. */
export function refuse(deps: Deps, c: Context<AppEnv>, own: OwnBooking, words: RefusalWords): Response {
  const contact = deps.config.operatorEmail;
  return page(
    c,
    <RefusedPage shell={c.get('shell')} booking={own.booking} words={words} contact={contact} />,
    409,
  );
}

/** How the sentences of a refusal call the two it is between. */
export const people = (deps: Deps, { interviewer }: OwnBooking) => ({
  name: firstName(interviewer.name),
  contact: deps.config.operatorEmail,
});

/** Nothing was paid for yet: there is a step to take before anything can be changed. */
export const isUnfinished = ({ booking: { state } }: OwnBooking): boolean =>
  state === 'held' || state === 'checkout' || state === 'authorised';
