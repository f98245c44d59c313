import { html } from 'hono/html';
import type { Html } from '../../shell.ts';
import type { Booking, Delivery, User } from '../model.ts';
import type { World } from '../world.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const TONES = { accepted: 'good', pending: 'wait', rejected: 'bad', cancelled: 'bad' } as const;
const OUTCOMES = { sent: 'good', waiting: 'wait', failed: 'bad', dropped: 'bad' } as const;

export function userTable({ users, eventTypes }: World): Html {
  if (users.length === 0) return html`<p class="notice">No accounts yet. The demo data creates them.</p>`;
  const events = (user: User) =>
    eventTypes
      .filter(({ ownerId }) => ownerId === user.id)
      .map(
        ({ slug, id, lengthInMinutes }) =>
          html`<div><a href="/${user.username}/${slug}">${slug}</a> <span class="quiet">${id}, ${lengthInMinutes} min</span></div>`,
      );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Accounts"><table>
    <thead><tr><th scope="col">Account</th><th scope="col">Open</th><th scope="col">Event types</th></tr></thead>
    <tbody>${users.map(
      (user) => html`<tr>
        <td><a href="/_dashboard/hosts/${user.username}">${user.name}</a><br><span class="quiet">${user.username}, ${user.email}</span></td>
        <td>${user.schedule.map(({ days, from, to }) => html`<div>${days.map((day) => DAYS[day]).join(' ')}, ${from} to ${to}</div>`)}
          <span class="quiet">${user.timeZone}</span></td>
        <td>${events(user)}</td>
      </tr>`,
    )}</tbody></table></div>`;
}

type Names = { slugOf: (booking: Booking) => string; hostOf: (booking: Booking) => string };

export function bookingTable(bookings: readonly Booking[], { slugOf, hostOf }: Names): Html {
  if (bookings.length === 0) return html`<p class="quiet">None yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Bookings"><table>
    <thead><tr><th scope="col">Time (UTC)</th><th scope="col">Who</th><th scope="col">Status</th><th scope="col">Actions</th></tr></thead>
    <tbody>${bookings.map(
      (booking) => html`<tr>
        <td>${readable(booking.start)}<br><code>${booking.uid}</code></td>
        <td>${hostOf(booking)}/${slugOf(booking)}<br><span class="quiet">${booking.attendee.name}, ${booking.attendee.email}</span></td>
        <td><span class="badge" data-tone="${TONES[booking.status]}">${booking.status}</span></td>
        <td><div class="row">${actionsOf(booking).map(
          (verb) => html`<form method="post" action="/_dashboard/bookings/${booking.uid}/${verb}">
            <button class="secondary small" aria-label="${verb} ${booking.attendee.name}, ${readable(booking.start)}">${verb}</button>
          </form>`,
        )}</div></td>
      </tr>`,
    )}</tbody></table></div>`;
}

export function faultPanel({ faults, now }: World): Html {
  const active = [
    ...faults.api.map(({ mode }) => `API: ${mode}`),
    faults.chaos ? `chaos, seed ${faults.chaos.seed}` : '',
    faults.rateLimit ? 'rate limit' : '',
    ...Object.entries(faults.webhooks).map(([name, value]) => `webhooks: ${name} ${value}`),
  ].filter(Boolean);
  return html`<div class="panel stack">
    <p>It is <strong>${readable(now().toString())}</strong> UTC here.</p>
    <form class="row" method="post" action="/_dashboard/clock">
      <button class="secondary small" name="advance" value="3600">One hour on</button>
      <button class="secondary small" name="advance" value="86400">One day on</button>
      <button class="secondary small" name="advance" value="reset">Real time</button>
    </form>
    <p>${active.length > 0 ? html`<span class="badge" data-tone="bad">${active.join(', ')}</span>` : 'Everything works.'}</p>
    <form class="row" method="post" action="/_dashboard/faults">
      <button class="secondary small" name="fault" value="drop">Lose webhooks</button>
      <button class="secondary small" name="fault" value="down">API down</button>
      <button class="secondary small" name="fault" value="slow">API slow</button>
      <button class="secondary small" name="fault" value="none">No faults</button>
    </form>
  </div>`;
}

export function deliveryTable(deliveries: readonly Delivery[]): Html {
  if (deliveries.length === 0) return html`<p class="quiet">None yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Deliveries"><table>
    <thead><tr><th scope="col">At (UTC)</th><th scope="col">Event</th><th scope="col">To</th><th scope="col">Outcome</th></tr></thead>
    <tbody>${deliveries.map(
      (delivery) => html`<tr>
        <td>${readable(delivery.at)}</td>
        <td>${delivery.trigger}<br><code>${delivery.bookingUid}</code></td>
        <td><code>${delivery.subscriberUrl}</code></td>
        <td><span class="badge" data-tone="${OUTCOMES[delivery.outcome]}">${delivery.outcome}</span> ${delivery.responseStatus ?? ''}</td>
      </tr>`,
    )}</tbody></table></div>`;
}

function actionsOf({ status }: Booking): ('confirm' | 'decline' | 'cancel')[] {
  if (status === 'accepted') return ['cancel'];
  if (status === 'pending') return ['confirm', 'decline', 'cancel'];
  // The real service revives ended bookings, so the page may as well.
  return ['confirm'];
}

const readable = (iso: string) => iso.slice(0, 16).replace('T', ' ');
