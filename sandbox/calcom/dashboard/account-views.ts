import { html } from 'hono/html';
import type { Html } from '../../shell.ts';
import type { EventType, User } from '../model.ts';

/** What somebody does in cal.com's settings: renew or revoke the key, change or delete an event type. */
export function accountPanel(user: User, eventTypes: readonly EventType[]): Html {
  const act = (
    verb: string,
    label: string,
    id = '',
  ) => html`<form method="post" action="/_dashboard/accounts/${user.username}/${verb}">
    <input type="hidden" name="id" value="${id}">
    <button class="secondary small">${label}</button>
  </form>`;
  return html`<section class="panel stack" aria-label="Account">
    <h2 style="margin: 0">Account</h2>
    <p style="margin: 0">API key <code>${user.apiKey}</code></p>
    <div class="row">${act('new-key', 'Revoke it and make another')}</div>
    ${eventTypes.map(
      ({ id, slug, lengthInMinutes, webhooks }) => html`<div>
        <p style="margin: 0">${slug} <span class="quiet">${id}, ${lengthInMinutes} min, webhooks: ${webhooks.length}</span></p>
        <div class="row">
          ${act('loosen', 'Make it 30 minutes, confirmed by itself', String(id))}
          ${act('drop-webhooks', 'Delete its webhooks', String(id))}
          ${act('delete', 'Delete it', String(id))}
        </div>
      </div>`,
    )}
  </section>`;
}
