import { html } from 'hono/html';
import type Stripe from 'stripe';
import { type Html, page } from '../../shell.ts';
import type { Delivery } from '../ledger.ts';
import { chargeOf } from '../lifecycle/capture.ts';
import { formatAmount } from '../money.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Webhooks } from '../webhooks.ts';
import { controlsPanel } from './controls.ts';

const SHOWN = 30;

const TONES: Record<string, string> = {
  complete: 'good',
  succeeded: 'good',
  delivered: 'good',
  open: 'wait',
  pending: 'wait',
  requires_capture: 'wait',
  requires_action: 'wait',
  failed: 'bad',
  dropped: 'bad',
};

/** Everything on one page, newest first. */
export function dashboardPage(sandbox: Sandbox, webhooks: Webhooks, note: string): Html {
  const { ledger } = sandbox;
  const body = html`
    <h1>Stripe stand-in</h1>
    ${note ? html`<p class="notice" role="status">${note}</p>` : ''}
    <p class="quiet">Webhooks go to ${webhooks.endpoint.url ? html`<code>${webhooks.endpoint.url}</code>` : 'nowhere: no endpoint is set'}.</p>
    <h2 id="sessions">Checkout sessions</h2>
    ${table(['Session', 'For', 'Amount', 'State', 'Expires'], newest(ledger.sessions).map(sessionRow))}
    <h2 id="payments">Payments</h2>
    ${table(
      ['Payment', 'Amount', 'State', 'Captured', 'Refunded', ''],
      newest(ledger.payment_intents).map((intent) => intentRow(sandbox, intent)),
    )}
    <h2 id="refunds">Refunds</h2>
    ${table(['Refund', 'Payment', 'Amount', 'State', ''], newest(ledger.refunds).map(refundRow))}
    <h2 id="events">Events</h2>
    ${table(
      ['Event', 'When', 'Webhook', ''],
      newest(ledger.events).map((event) => eventRow(event, ledger.deliveries)),
    )}
    ${controlsPanel(sandbox)}`;
  const nav = [
    { href: '#sessions', label: 'Sessions' },
    { href: '#payments', label: 'Payments' },
    { href: '#events', label: 'Events' },
    { href: '#faults', label: 'Faults' },
    { href: '#clock', label: 'Clock' },
  ];
  return page({ title: 'Stripe stand-in', nav, body });
}

function newest<T>(things: Record<string, T>): T[] {
  return Object.values(things).reverse().slice(0, SHOWN);
}

function table(heads: readonly string[], rows: readonly Html[]): Html {
  if (rows.length === 0) return html`<p class="quiet">None yet.</p>`;
  const cells = heads.map(
    (head) => html`<th scope="col">${head || html`<span class="quiet">Actions</span>`}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${heads[0] ?? ''} table">
    <table><thead><tr>${cells}</tr></thead><tbody>${rows}</tbody></table>
  </div>`;
}

function sessionRow(session: Stripe.Checkout.Session): Html {
  const short = shortId(session.id);
  return html`<tr>
    <td>${session.url ? html`<a href="/c/pay/${session.id}">${short}</a>` : short}</td>
    <td>${session.customer_details?.email ?? '–'}</td>
    <td class="number">${formatAmount(session.amount_total ?? 0, session.currency ?? 'usd')}</td>
    <td>${badge(session.status ?? '')}</td>
    <td>${time(session.expires_at)}</td>
  </tr>`;
}

function intentRow(sandbox: Sandbox, intent: Stripe.PaymentIntent): Html {
  const charge = chargeOf(sandbox, intent);
  const amount = (cents: number) => formatAmount(cents, intent.currency);
  const actions =
    intent.status === 'succeeded' && charge && !charge.refunded
      ? html`<div class="row">
          ${refundButton(intent, charge)}
          ${charge.disputed ? '' : button('/dashboard/disputes', 'payment_intent', intent.id, 'Dispute')}
        </div>`
      : '';
  return html`<tr>
    <td>${shortId(intent.id)}</td>
    <td class="number">${amount(intent.amount)}</td>
    <td>${badge(intent.status)} ${charge?.disputed ? badge('disputed', 'bad') : ''}</td>
    <td class="number">${charge?.captured ? amount(charge.amount_captured) : '–'}</td>
    <td class="number">${charge?.captured && charge.amount_refunded > 0 ? amount(charge.amount_refunded) : '–'}</td>
    <td>${actions}</td>
  </tr>`;
}

function refundRow(refund: Stripe.Refund): Html {
  const failed = refund.status === 'failed';
  return html`<tr>
    <td>${shortId(refund.id)}</td>
    <td>${shortId(String(refund.payment_intent))}</td>
    <td class="number">${formatAmount(refund.amount, refund.currency)}</td>
    <td>${badge(refund.status ?? '')}</td>
    <td>${failed ? '' : button('/dashboard/refunds/failed', 'refund', refund.id, 'Let it fail')}</td>
  </tr>`;
}

function eventRow(event: Stripe.EventBase, all: Record<string, Delivery>): Html {
  const deliveries = Object.values(all).filter((delivery) => delivery.event === event.id);
  return html`<tr>
    <td><code>${event.type}</code><br><span class="quiet">${shortId(event.id)}</span></td>
    <td>${time(event.created)}</td>
    <td>${deliveries.length === 0 ? html`<span class="quiet">not sent</span>` : deliveries.map(deliveryLine)}</td>
    <td>${button('/dashboard/deliveries', 'event', event.id, 'Send again')}</td>
  </tr>`;
}

function deliveryLine({ state, attempts }: Delivery): Html {
  const last = attempts.at(-1);
  const answer = last && (last.status || last.error || 'no answer');
  const tries = attempts.length === 1 ? '1 try' : `${attempts.length} tries`;
  return html`<div>${badge(state)} <span class="quiet">${tries}${answer ? html`, last: ${answer}` : ''}</span></div>`;
}

function button(action: string, name: string, value: string, label: string): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="${name}" value="${value}">
    <button class="secondary small">${label}</button>
  </form>`;
}

/** A refund by hand: the amount left unless another is typed. */
function refundButton(intent: Stripe.PaymentIntent, charge: Stripe.Charge): Html {
  const left = (charge.amount - charge.amount_refunded) / 100;
  return html`<form class="row" method="post" action="/dashboard/refunds">
    <input type="hidden" name="payment_intent" value="${intent.id}">
    <input class="short" type="number" name="amount" min="0.01" max="${left}" step="0.01" placeholder="${left.toFixed(2)}"
      aria-label="Amount to refund, ${left.toFixed(2)} unless given">
    <button class="secondary small">Refund</button>
  </form>`;
}

function badge(state: string, tone = TONES[state] ?? ''): Html {
  return html`<span class="badge" data-tone="${tone}">${state.replaceAll('_', ' ')}</span>`;
}

function shortId(id: string): Html {
  return html`<code title="${id}">${id.length > 18 ? `${id.slice(0, 12)}…${id.slice(-4)}` : id}</code>`;
}

function time(seconds: number): Html {
  const iso = new Date(seconds * 1000).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
