import { html } from 'hono/html';
import type { Html } from '../../shell.ts';
import type { Slot } from '../availability.ts';
import type { Booking, User } from '../model.ts';

export type HostBooking = {
  booking: Booking;
  /** Where it may be moved to, in order. */
  free: readonly Slot[];
  over: boolean;
};

const TONES = { accepted: 'good', pending: 'wait', rejected: 'bad', cancelled: 'bad' } as const;

/** What an interviewer sees and does on cal.com: confirm, decline, move, cancel, mark who did not come. */
export function hostBookings(host: User, bookings: readonly HostBooking[]): Html {
  const open = bookings.filter(({ booking }) => isOpen(booking));
  const ended = bookings.filter(({ booking }) => !isOpen(booking)).toReversed();
  return html`
    <h1>Bookings of ${host.name}</h1>
    <p class="quiet">As ${host.username} would see them on cal.com. Times in ${zoneName(host)}.</p>
    ${open.length === 0 ? html`<p class="notice">Nothing is booked.</p>` : html`<div class="stack">${open.map((each) => card(host, each))}</div>`}
    ${
      ended.length === 0
        ? ''
        : html`<h2>Cancelled and declined</h2>
          <ul>${ended.map(
            ({ booking }) => html`<li>
              <s>${when(host, booking.start)}</s>, ${booking.attendee.name}
              <span class="badge" data-tone="${TONES[booking.status]}">${booking.rescheduledToUid ? 'moved' : booking.status}</span>
              ${reasonOf(booking)}
            </li>`,
          )}</ul>`
    }`;
}

function card(host: User, { booking, free, over }: HostBooking): Html {
  const { uid, status, attendee } = booking;
  const who = `${attendee.name}, ${when(host, booking.start)}`;
  return html`<section class="panel stack" aria-label="${who}">
    <div>
      <h2 style="margin: 0">${when(host, booking.start)}</h2>
      <p style="margin: 0">${attendee.name} <span class="quiet">${attendee.email}, ${attendee.timeZone}</span>
        <span class="badge" data-tone="${TONES[status]}">${status}</span>
        ${booking.rescheduledFromUid ? html`<span class="badge">moved here</span>` : ''}
        ${booking.absentHost ? html`<span class="badge" data-tone="bad">host absent</span>` : ''}
        ${attendee.absent ? html`<span class="badge" data-tone="bad">attendee absent</span>` : ''}
      </p>
      <code>${uid}</code>
    </div>
    ${status === 'pending' ? action(uid, 'confirm', 'Confirm', who, '', 'primary') : ''}
    ${status === 'pending' ? action(uid, 'decline', 'Decline', who, reasonField(uid, 'decline')) : ''}
    ${over ? '' : moveForm(host, booking, free, who)}
    ${action(uid, 'cancel', 'Cancel', who, reasonField(uid, 'cancel'))}
    ${
      status === 'accepted'
        ? html`<div class="row">
          ${action(uid, 'absent-host', booking.absentHost ? 'I was there after all' : 'I did not come', who)}
          ${action(uid, 'absent-attendee', attendee.absent ? 'They came after all' : 'They did not come', who)}
        </div>`
        : ''
    }
  </section>`;
}

function moveForm(host: User, { uid }: Booking, free: readonly Slot[], who: string): Html {
  if (free.length === 0) return html`<p class="quiet">No free time to move it to.</p>`;
  const select = html`<div><label for="start-${uid}">New time</label>
    <select id="start-${uid}" name="start">${free.map(
      ({ start }) => html`<option value="${start.toString()}">${when(host, start.toString())}</option>`,
    )}</select></div>
    ${reasonField(uid, 'reschedule')}`;
  return action(uid, 'reschedule', 'Reschedule', who, select);
}

function action(
  uid: string,
  verb: string,
  label: string,
  who: string,
  fields: Html | '' = '',
  tone: 'primary' | 'secondary' = 'secondary',
): Html {
  const form = html`<form class="stack" method="post" action="/_dashboard/bookings/${uid}/${verb}">
    <input type="hidden" name="from" value="host">
    ${fields}
    <div><button class="${tone} small" aria-label="${label}: ${who}">${label}</button></div>
  </form>`;
  return fields
    ? html`<details><summary>${label} …</summary><div class="panel">${form}</div></details>`
    : form;
}

function reasonField(uid: string, verb: string): Html {
  return html`<div><label for="${verb}-${uid}">Reason <span class="quiet">(optional)</span></label>
    <input id="${verb}-${uid}" name="reason" maxlength="500"></div>`;
}

function reasonOf({ cancellationReason, rejectionReason, reschedulingReason }: Booking): Html | string {
  const reason = cancellationReason ?? rejectionReason ?? reschedulingReason;
  return reason ? html`<span class="quiet">“${reason}”</span>` : '';
}

const isOpen = ({ status }: Booking) => status === 'accepted' || status === 'pending';

const zoneName = ({ timeZone }: User) => timeZone.replaceAll('_', ' ');

function when({ timeZone }: User, iso: string): string {
  const options = { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('en-US', options).format(new Date(iso));
}
