import { Hono } from 'hono';
import { html } from 'hono/html';
import { page } from '../../shell.ts';
import { eventTypeById, userById, userNamed } from '../accounts.ts';
import type { CalEnv } from '../api/answers.ts';
import { freeSlots } from '../availability.ts';
import { cancel, confirm, type Desk, decline, markAbsent, type Refusal, reschedule } from '../bookings.ts';
import type { Booking } from '../model.ts';
import { accountPanel } from './account-views.ts';
import { type HostBooking, hostBookings } from './host-views.ts';

const DAYS_TO_MOVE_TO = 14;
const TIMES_TO_MOVE_TO = 80;

/** The pages on which a person plays the interviewer on cal.com, and what their buttons do. */
export function hostRoutes(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();

  app.get('/_dashboard/hosts/:username', (c) => {
    const host = userNamed(world, c.req.param('username'));
    if (!host) return c.notFound();
    const hosted = world.bookings
      .filter(({ hostId }) => hostId === host.id)
      .sort((a, b) => a.start.localeCompare(b.start));
    const refused = c.req.query('refused');
    const body = html`
      ${refused ? html`<p class="alert" role="alert">${refused}</p>` : ''}
      ${hostBookings(
        host,
        hosted.map((booking) => withTimes(booking)),
      )}
      ${accountPanel(
        host,
        world.eventTypes.filter(({ ownerId }) => ownerId === host.id),
      )}`;
    const nav = [{ href: '/', label: 'Calendars' }];
    return c.html(page({ title: `Bookings of ${host.name}`, nav, body }));
  });

  app.post('/_dashboard/bookings/:uid/:verb', async (c) => {
    const booking = world.bookings.find(({ uid }) => uid === c.req.param('uid'));
    if (!booking) return c.redirect('/?refused=That+booking+is+gone.', 303);
    const form = await c.req.parseBody();
    const outcome = act(booking, c.req.param('verb'), form);
    const refused =
      'refused' in outcome ? `?${new URLSearchParams({ refused: outcome.refused.message })}` : '';
    const host = userById(world, booking.hostId);
    return c.redirect(`${form.from === 'host' ? `/_dashboard/hosts/${host?.username}` : '/'}${refused}`, 303);
  });

  return app;

  function withTimes(booking: Booking): HostBooking {
    const now = world.now();
    const eventType = eventTypeById(world, booking.eventTypeId);
    const until = now.add({ hours: 24 * DAYS_TO_MOVE_TO });
    const over = Date.parse(booking.end) <= now.epochMilliseconds;
    const open = !over && (booking.status === 'accepted' || booking.status === 'pending');
    const free = open && eventType ? freeSlots(world, eventType, now, until, { movingUid: booking.uid }) : [];
    const elsewhere = free.filter(({ start }) => start.epochMilliseconds !== Date.parse(booking.start));
    return { booking, free: elsewhere.slice(0, TIMES_TO_MOVE_TO), over };
  }

  function act(booking: Booking, verb: string, form: Record<string, unknown>) {
    const host = userById(world, booking.hostId);
    const reason = typeof form.reason === 'string' && form.reason !== '' ? form.reason : undefined;
    switch (verb) {
      case 'confirm':
        return confirm(desk, booking);
      case 'decline':
        return decline(desk, booking, reason ?? 'Declined on the sandbox page');
      case 'reschedule':
        return move(booking, String(form.start), reason);
      case 'absent-host':
        return markAbsent(desk, booking, { host: !booking.absentHost });
      case 'absent-attendee': {
        const { email, absent } = booking.attendee;
        return markAbsent(desk, booking, { attendees: [{ email, absent: !absent }] });
      }
      default:
        return cancel(desk, booking, host, reason ?? 'Cancelled on the sandbox page');
    }
  }

  function move(booking: Booking, start: string, reason: string | undefined): Booking | Refusal {
    const eventType = eventTypeById(world, booking.eventTypeId);
    const host = userById(world, booking.hostId);
    if (!eventType || !host || Number.isNaN(Date.parse(start))) {
      return {
        refused: { status: 400, code: 'BadRequestException', message: 'Pick one of the free times.' },
      };
    }
    const wish = { start: Temporal.Instant.from(start), byHost: true, rescheduledBy: host.email, reason };
    return reschedule(desk, eventType, booking, wish);
  }
}
