import { html } from 'hono/html';
import type { Html } from '../../shell.ts';
import type { Sandbox } from '../sandbox.ts';

const MODES = [
  ['', 'None'],
  ['down', 'Down: the line is cut'],
  ['slow', 'Slow'],
  ['500-before', '500, nothing changed'],
  ['500-after-commit', '500 after the change'],
  ['drop-after-commit', 'Line cut after the change'],
] as const;

const LOSSES = [
  ['', 'None'],
  ['next', 'The next one'],
  ['all', 'All'],
] as const;

/** The faults and the clock, as plain forms. */
export function controlsPanel(sandbox: Sandbox): Html {
  const { webhooks, refunds, chaos } = sandbox.ledger.faults;
  const [api, ...others] = sandbox.ledger.faults.api;
  const losing = webhooks.drop === true ? 'all' : webhooks.drop ? 'next' : '';
  return html`
    <h2 id="faults">Faults</h2>
    ${others.length > 0 ? html`<p class="alert">Set by the control API besides the one below: ${others.map(({ mode }) => mode).join(', ')}.</p>` : ''}
    ${chaos ? html`<p class="alert">Chaos is on, seed ${chaos.seed}. “Take all away” ends it.</p>` : ''}
    <form method="post" action="/dashboard/faults" class="panel stack">
      <h3>Webhooks</h3>
      ${select('drop', 'Lost', LOSSES, losing)}
      ${amount('delayMs', 'Delay in milliseconds', webhooks.delayMs ?? 0)}
      ${amount('duplicate', 'Extra copies', webhooks.duplicate ?? 0)}
      ${tick('reorder', 'Out of order', webhooks.reorder === true)}
      <h3>API</h3>
      ${select('mode', 'Fault', MODES, api?.mode ?? '')}
      <div>
        <label for="match">Only requests with (e.g. POST /v1/payment_intents/*/capture)</label>
        <input id="match" name="match" value="${api?.match ?? ''}">
      </div>
      ${amount('times', 'How many times (empty: until taken away)', api?.times ?? '')}
      <h3>Refunds</h3>
      ${tick('failLater', 'Fail a moment later', refunds.failLater === true)}
      <div class="row">
        <button>Set faults</button>
        <button class="secondary" formaction="/dashboard/faults/none">Take all away</button>
      </div>
    </form>
    <h2 id="clock">Clock</h2>
    <form method="post" action="/dashboard/clock" class="panel stack">
      <p>The sandbox's clock says <strong>${new Date(sandbox.now() * 1000).toUTCString()}</strong>,
        ${sandbox.ledger.clockOffsetSeconds} seconds from the real one.</p>
      <div class="row">
        <button class="secondary" name="advance" value="1860">31 minutes on</button>
        <button class="secondary" name="advance" value="86400">A day on</button>
        <button class="secondary" name="advance" value="604800">A week on</button>
        <button class="secondary" name="advance" value="reset">Real time</button>
      </div>
    </form>`;
}

function select(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
): Html {
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">${options.map(
      ([value, text]) =>
        html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
    )}</select>
  </div>`;
}

function amount(name: string, label: string, value: number | ''): Html {
  return html`<div>
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="number" min="0" value="${value}">
  </div>`;
}

function tick(name: string, label: string, on: boolean): Html {
  return html`<label><input type="checkbox" name="${name}" ${on ? 'checked' : ''}>${label}</label>`;
}
