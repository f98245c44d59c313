import { html } from 'hono/html';
import type Stripe from 'stripe';
import { type Html, page } from '../../shell.ts';
import { formatAmount } from '../money.ts';
import type { LineItem } from '../objects/line-item.ts';
import { spaced, TEST_CARDS } from './cards.ts';
import { checkoutCss } from './checkout.css.ts';
import type { CardForm, CardFormErrors } from './form.ts';

type Row = { item: LineItem; detail: string | null | undefined };

type PayPage = {
  session: Stripe.Checkout.Session;
  items: readonly Row[];
  /** Manual capture: the card is held, not charged. */
  held: boolean;
  form: CardForm;
  errors: CardFormErrors;
  alert: string;
};

export function payPage({ session, items, held, form, errors, alert }: PayPage): Html {
  const currency = session.currency ?? 'usd';
  const total = formatAmount(session.amount_total ?? 0, currency);
  const firstWrong = Object.keys(errors)[0] ?? (alert ? 'cardNumber' : undefined);
  const body = html`
    <div class="pay">
      <section class="pay__order" aria-labelledby="order">
        <h1 id="order" class="pay__title">Payment</h1>
        <p class="pay__total">${total}</p>
        ${held ? html`<p class="quiet">Authorised now, not charged yet. The seller charges it once the booking is confirmed.</p>` : ''}
        <ul class="pay__items">${items.map((row) => itemRow(row, currency))}</ul>
        <p class="pay__sum"><span>Total</span> <span class="number">${total}</span></p>
        ${session.cancel_url ? html`<p><a href="${session.cancel_url}">Back</a></p>` : ''}
      </section>
      <section class="pay__card panel" aria-labelledby="card">
        <h2 id="card">Pay with card</h2>
        ${alert ? html`<p class="alert" role="alert">${alert}</p>` : ''}
        <form method="post" action="/c/pay/${session.id}" class="stack" novalidate>
          ${field({
            name: 'email',
            label: 'Email',
            type: 'email',
            value: form.email,
            autocomplete: 'email',
            error: errors.email,
            focus: firstWrong === 'email',
            readonly: session.customer_email !== null,
          })}
          ${field({
            name: 'cardNumber',
            label: 'Card number',
            inputmode: 'numeric',
            value: '',
            autocomplete: 'cc-number',
            placeholder: '1234 1234 1234 1234',
            error: errors.cardNumber,
            focus: firstWrong === 'cardNumber',
          })}
          <div class="pay__pair">
            ${field({
              name: 'expiration',
              label: 'Expiration',
              inputmode: 'numeric',
              value: form.expiration,
              autocomplete: 'cc-exp',
              placeholder: 'MM / YY',
              error: errors.expiration,
              focus: firstWrong === 'expiration',
            })}
            ${field({
              name: 'cvc',
              label: 'CVC',
              inputmode: 'numeric',
              value: form.cvc,
              autocomplete: 'cc-csc',
              placeholder: '123',
              error: errors.cvc,
              focus: firstWrong === 'cvc',
            })}
          </div>
          ${field({
            name: 'name',
            label: 'Name on card',
            value: form.name,
            autocomplete: 'cc-name',
            error: errors.name,
            focus: firstWrong === 'name',
          })}
          <button type="submit" class="pay__button">Pay ${total}</button>
        </form>
      </section>
      ${testCards()}
    </div>`;
  return page({ title: `Pay ${total}`, body, css: checkoutCss });
}

function itemRow({ item, detail }: Row, currency: string): Html {
  const times =
    item.quantity && item.quantity > 1 ? html` <span class="quiet">× ${item.quantity}</span>` : '';
  const about = detail ? html`<br><span class="quiet">${detail}</span>` : '';
  return html`<li>
    <span>${item.description}${times}${about}</span>
    <span class="number">${formatAmount(item.amount_total, currency)}</span>
  </li>`;
}

type Field = {
  name: keyof CardForm;
  label: string;
  value: string;
  autocomplete: string;
  type?: string;
  inputmode?: string;
  placeholder?: string;
  error?: string | undefined;
  focus: boolean;
  readonly?: boolean;
};

function field({ name, label, value, autocomplete, error, focus, readonly, ...more }: Field): Html {
  const { type = 'text', inputmode, placeholder } = more;
  return html`<div class="pay__field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" ${
      inputmode ? html`inputmode="${inputmode}"` : ''
    } ${placeholder ? html`placeholder="${placeholder}"` : ''} ${readonly ? 'readonly' : 'required'} ${focus ? 'autofocus' : ''} ${
      error ? html`aria-invalid="true" aria-describedby="${name}-error"` : ''
    }>
    ${error ? html`<p class="pay__error" id="${name}-error" ${focus ? html`role="alert"` : ''}>${error}</p>` : ''}
  </div>`;
}

function testCards(): Html {
  return html`<aside class="pay__cards notice" aria-labelledby="cards">
    <h2 id="cards">Test cards</h2>
    <p>No real card works here. Any future date, any CVC.</p>
    <dl>${TEST_CARDS.map(({ number, says }) => html`<div><dt><code>${spaced(number)}</code></dt><dd>${says}</dd></div>`)}</dl>
  </aside>`;
}

export function authenticationPage(session: Stripe.Checkout.Session, lastFour: string): Html {
  const total = formatAmount(session.amount_total ?? 0, session.currency ?? 'usd');
  const body = html`
    <form method="post" action="/c/pay/${session.id}/authenticate" class="pay-bank panel stack">
      <h1>3-D Secure</h1>
      <p>Your bank asks whether it is you paying <strong>${total}</strong> with the card ending in ${lastFour}.</p>
      <div class="row">
        <button type="submit" name="outcome" value="complete">Complete authentication</button>
        <button type="submit" name="outcome" value="fail" class="secondary">Fail authentication</button>
      </div>
    </form>`;
  return page({ title: '3-D Secure', body, css: checkoutCss });
}

export function expiredPage(session: Stripe.Checkout.Session): Html {
  const body = html`<div class="pay-bank panel stack">
    <h1>This payment page has expired</h1>
    <p>Nothing was charged.</p>
    ${session.cancel_url ? html`<p><a href="${session.cancel_url}">Back</a></p>` : ''}
  </div>`;
  return page({ title: 'Expired', body, css: checkoutCss });
}

export function unknownPage(): Html {
  const body = html`<div class="pay-bank panel stack">
    <h1>Nothing to pay here</h1>
    <p>The sandbox doesn't know this payment page. It may have been reset.</p>
  </div>`;
  return page({ title: 'Not found', body });
}
