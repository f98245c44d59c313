import { html } from 'hono/html';
import { type Html, page } from '../shell.ts';
import { calendarSummary } from './calendar.ts';
import { messageCss, readableSize, readableTime } from './look.ts';
import type { StoredMessage } from './mailbox.ts';
import { addressees, present } from './present.ts';

export const messageViews = ['html', 'text', 'source'] as const;
export type MessageView = (typeof messageViews)[number];

const viewNames: Record<MessageView, string> = { html: 'HTML', text: 'Text', source: 'Source' };

export function messagePage({ message, view }: { message: StoredMessage; view: MessageView }): Html {
  const { id, mail, recipients, date } = message;
  return page({
    title: mail.subject || 'No subject',
    nav: [{ href: '/', label: 'Inbox' }],
    css: messageCss,
    body: html`
      <h1>${mail.subject || 'No subject'}</h1>
      <dl class="mail-facts">
        <dt>From</dt><dd>${mail.from?.text ?? ''}</dd>
        <dt>To</dt><dd>${addressees(message)}</dd>
        ${mail.replyTo ? html`<dt>Reply to</dt><dd>${mail.replyTo.text}</dd>` : ''}
        <dt>Delivered</dt><dd>${recipients.map((to) => html`<a href="/?to=${encodeURIComponent(to)}">${to}</a> `)}</dd>
        <dt>Date</dt><dd><time datetime="${date.toISOString()}">${readableTime(date)}</time></dd>
      </dl>
      <nav class="mail-tabs" aria-label="View">
        ${messageViews.map((one) => tab(one, one === view))}
      </nav>
      ${viewOf(message, view)}
      ${mail.attachments.length > 0 ? attachmentList(message) : ''}
      <p class="quiet"><a href="/messages/${id}/source">Download the message as .eml</a></p>`,
  });
}

/** The mail's own HTML: its embedded pictures found, its links opening outside of the frame. */
export function previewDocument({ id, mail }: StoredMessage): string {
  const body = (mail.html || '').replace(/(["'(])cid:([^"')\s]+)/gi, (whole, before: string, cid: string) => {
    const n = mail.attachments.findIndex((attachment) => attachment.cid === decodeURIComponent(cid));
    return n < 0 ? whole : `${before}/_sandbox/messages/${id}/attachments/${n}`;
  });
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(body) ? body.replace(/<head[^>]*>/i, (head) => head + base) : base + body;
}

function tab(view: MessageView, current: boolean): Html {
  return current
    ? html`<a href="?view=${view}" aria-current="page">${viewNames[view]}</a>`
    : html`<a href="?view=${view}">${viewNames[view]}</a>`;
}

function viewOf({ id, raw, mail }: StoredMessage, view: MessageView): Html {
  if (view === 'source') return html`<pre class="mail-source">${shorten(raw)}</pre>`;
  if (view === 'text') {
    return mail.text
      ? html`<pre class="mail-text">${mail.text}</pre>`
      : html`<p class="notice">This mail has no text part.</p>`;
  }
  return mail.html
    ? html`<iframe class="mail-preview" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${id}/preview"></iframe>`
    : html`<p class="notice">This mail has no HTML part.</p>`;
}

/** Attachments make a source endless; the whole of it is in the download. */
function shorten(source: Buffer): string {
  const limit = 64 * 1024;
  const text = source.subarray(0, limit).toString('utf8');
  return source.length > limit
    ? `${text}\n\n[${readableSize(source.length - limit)} more in the download]`
    : text;
}

function attachmentList(message: StoredMessage): Html {
  const { id, attachments } = present(message);
  return html`
    <h2>Attachments</h2>
    <ul class="mail-files" role="list">
      ${attachments.map(({ filename, contentType, size, method }, n) => {
        const content = message.mail.attachments[n]?.content;
        const isCalendar = contentType === 'text/calendar' || contentType === 'application/ics';
        return html`
          <li class="panel">
            <p class="row">
              <a href="/_sandbox/messages/${id}/attachments/${n}" download="${filename}">${filename}</a>
              <span class="quiet">${contentType}${method ? `, ${method}` : ''}, ${readableSize(size)}</span>
            </p>
            ${isCalendar && content ? calendar(content.toString('utf8')) : ''}
          </li>`;
      })}
    </ul>`;
}

function calendar(icalendar: string): Html {
  return html`
    <dl class="mail-facts">
      ${calendarSummary(icalendar).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>
    <details><summary>The whole calendar file</summary><pre>${icalendar}</pre></details>`;
}
