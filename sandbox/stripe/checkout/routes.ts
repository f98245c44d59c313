import { type Context, Hono } from 'hono';
import type Stripe from 'stripe';
import { settleDue } from '../lifecycle/due.ts';
import { type Attempt, authenticate, payWithCard } from '../lifecycle/payment.ts';
import type { Sandbox } from '../sandbox.ts';
import { INCORRECT_NUMBER } from './cards.ts';
import { type CardForm, type CardFormErrors, checkCardForm, EMPTY_FORM, readCardForm } from './form.ts';
import { authenticationPage, expiredPage, payPage, unknownPage } from './views.ts';

/** The hosted page: `/c/pay/:session`, and the bank's page behind it. */
export function checkoutRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono();

  const show = (
    c: Context,
    session: Stripe.Checkout.Session,
    form?: CardForm,
    errors: CardFormErrors = {},
    alert = '',
  ) => {
    const checkout = sandbox.ledger.checkouts[session.id];
    const items = checkout?.items.map((item, index) => ({ item, detail: checkout.details[index] })) ?? [];
    const held = checkout?.plan.captureMethod === 'manual';
    const shown = {
      ...(form ?? EMPTY_FORM),
      cardNumber: '',
      email: session.customer_email ?? form?.email ?? '',
    };
    const status = alert || Object.keys(errors).length > 0 ? 422 : 200;
    return c.html(payPage({ session, items, held, form: shown, errors, alert }), status);
  };

  /** Where a session that isn't open leads; null while it is. */
  const elsewhere = (c: Context, session: Stripe.Checkout.Session | undefined) => {
    if (!session) return c.html(unknownPage(), 404);
    if (session.status === 'complete') return c.redirect(successUrl(session), 303);
    if (session.status === 'expired') return c.html(expiredPage(session), 410);
    return null;
  };

  const sessionOf = (c: Context): Stripe.Checkout.Session | undefined => {
    settleDue(sandbox);
    return sandbox.ledger.sessions[c.req.param('session') ?? ''];
  };

  const after = (c: Context, session: Stripe.Checkout.Session, attempt: Attempt, form?: CardForm) => {
    if ('paid' in attempt) return c.redirect(successUrl(attempt.paid), 303);
    if ('challenge' in attempt) return c.redirect(`/c/pay/${session.id}/authenticate`, 303);
    if ('declined' in attempt) return show(c, session, form, {}, attempt.declined.message);
    if (attempt.refused === 'incorrect-number')
      return show(c, session, form, { cardNumber: INCORRECT_NUMBER });
    return elsewhere(c, sessionOf(c)) ?? c.redirect(`/c/pay/${session.id}`, 303);
  };

  routes.get('/:session', (c) => {
    const session = sessionOf(c);
    const leave = elsewhere(c, session);
    return leave ?? (session ? show(c, session) : c.notFound());
  });

  routes.post('/:session', async (c) => {
    const sent = readCardForm(await c.req.parseBody());
    const session = sessionOf(c);
    const leave = elsewhere(c, session);
    if (leave || !session) return leave ?? c.notFound();
    const form = { ...sent, email: session.customer_email ?? sent.email };
    const errors = checkCardForm(form, new Date());
    if (Object.keys(errors).length > 0) return show(c, session, form, errors);
    const payer = { email: form.email, name: form.name };
    return after(c, session, payWithCard(sandbox, session.id, form.cardNumber, payer), form);
  });

  routes.get('/:session/authenticate', (c) => {
    const session = sessionOf(c);
    const leave = elsewhere(c, session);
    if (leave || !session) return leave ?? c.notFound();
    const waiting = sandbox.ledger.checkouts[session.id]?.challenged;
    if (!waiting) return c.redirect(`/c/pay/${session.id}`, 303);
    return c.html(authenticationPage(session, waiting.number.slice(-4)));
  });

  routes.post('/:session/authenticate', async (c) => {
    const { outcome } = await c.req.parseBody();
    const session = sessionOf(c);
    const leave = elsewhere(c, session);
    if (leave || !session) return leave ?? c.notFound();
    const waiting = sandbox.ledger.checkouts[session.id]?.challenged;
    const form = { ...EMPTY_FORM, email: waiting?.email ?? '', name: waiting?.name ?? '' };
    return after(c, session, authenticate(sandbox, session.id, outcome === 'complete'), form);
  });

  return routes;
}

function successUrl(session: Stripe.Checkout.Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
