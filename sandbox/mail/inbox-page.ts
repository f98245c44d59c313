import { html, raw } from 'hono/html';
import { type Html, page } from '../shell.ts';
import type { SandboxFault } from './control.ts';
import { inboxCss, readableTime } from './look.ts';
import type { StoredMessage } from './mailbox.ts';

type Inbox = {
  messages: StoredMessage[];
  /** Everyone who ever got mail, for the filter. */
  recipients: string[];
  /** The recipient filtered by; empty for all. */
  to: string;
  fault: SandboxFault | null;
  chaos: boolean;
};

export function inboxPage({ messages, recipients, to, fault, chaos }: Inbox): Html {
  return page({
    title: 'Mail',
    nav: [{ href: '/', label: 'Inbox', current: true }],
    css: inboxCss,
    body: html`
      <h1>Mail</h1>
      <form class="mail-filter" method="get" action="/">
        <label for="to">Delivered to</label>
        <select id="to" name="to">
          <option value="">Everyone</option>
          ${choices(recipients, to).map((address) => html`<option ${address === to ? raw('selected') : ''}>${address}</option>`)}
        </select>
        <button>Show</button>
      </form>
      <div id="mailbox">
        ${fault ? faultNotice(fault) : ''}
        ${chaos ? chaosNotice : ''}
        ${messages.length === 0 ? emptyNotice(to) : html`<ul class="mail-list" role="list">${messages.map(row)}</ul>`}
        <form class="mail-foot" method="post" action="/clearing">
          <p class="quiet">${countOf(messages.length)}. Nothing sent here leaves this machine.</p>
          ${recipients.length > 0 ? html`<button class="secondary small">Delete all mail</button>` : ''}
        </form>
      </div>
      <noscript><meta http-equiv="refresh" content="10"></noscript>
      <script>${raw(keepFresh)}</script>`,
  });
}

/** The filter keeps an address that has no mail yet, so that one can wait for it. */
function choices(recipients: string[], to: string): string[] {
  return to === '' || recipients.includes(to) ? recipients : [to, ...recipients];
}

function row({ id, mail, recipients, date }: StoredMessage): Html {
  const count = mail.attachments.length;
  return html`
    <li>
      <a class="mail-row" href="/messages/${id}">
        <span class="mail-row__to">${recipients.join(', ')}</span>
        <span class="mail-row__subject">${mail.subject || 'No subject'}</span>
        <span class="mail-row__text">${(mail.text ?? '').replace(/\s+/g, ' ').slice(0, 140)}</span>
        <span class="mail-row__side">
          ${count > 0 ? html`<span class="badge">${count} ${count === 1 ? 'file' : 'files'}</span>` : ''}
          <time datetime="${date.toISOString()}">${readableTime(date)}</time>
        </span>
      </a>
    </li>`;
}

function faultNotice({ mode, times }: SandboxFault): Html {
  return html`
    <form class="alert mail-fault" method="post" action="/repair">
      <p>Fault in force: <code>${mode}</code>, ${times === undefined ? 'until ended' : `${times} more`}.</p>
      <button class="secondary small">End it</button>
    </form>`;
}

const chaosNotice = html`
  <form class="alert mail-fault" method="post" action="/repair">
    <p>Faults strike by chance.</p>
    <button class="secondary small">End it</button>
  </form>`;

function emptyNotice(to: string): Html {
  return html`<p class="panel">${to ? `Nothing for ${to} yet.` : 'No mail yet.'} This list refreshes by itself.</p>`;
}

function countOf(messages: number): string {
  return messages === 1 ? '1 message' : `${messages} messages`;
}

/** Swaps the list for a newer one; a failed try (the sandbox restarting) waits for the next. */
const keepFresh = `
setInterval(async () => {
  try {
    const text = await (await fetch(location.href)).text();
    const shown = document.getElementById('mailbox');
    const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('mailbox');
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
  } catch {}
}, 3000);`;
