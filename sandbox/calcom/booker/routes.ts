import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { eventTypeById, eventTypeOf, userById } from '../accounts.ts';
import { bodyOf, type CalEnv } from '../api/answers.ts';
import { instantInput, timeZoneInput } from '../api/inputs.ts';
import { freeSlots } from '../availability.ts';
import { type Desk, requestBooking, reschedule, TAKEN } from '../bookings.ts';
import type { Booking, EventType } from '../model.ts';
import { bookerNotFound, bookerPage, bookerUnmovable } from './page.ts';

const CLIENT = [
  'booker.js',
  'calendar.js',
  'look.js',
  'parent.js',
  'requests.js',
  'time.js',
  'booker.css',
  'steps.css',
];

const bookingInput = z.object({
  eventTypeId: z.number().int(),
  start: instantInput,
  name: z.string().min(1),
  email: z.email(),
  notes: z.string().optional(),
  guests: z.array(z.email()).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  timeZone: timeZoneInput,
  movingUid: z.string().optional(),
  rescheduledBy: z.string().optional(),
});

/** The public pages, and the small door of their own through which they read times and book. */
export function bookerRoutes(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();

  app.get('/_booker/slots', (c) => {
    const eventType = eventTypeById(world, Number(c.req.query('eventTypeId')));
    if (!eventType) return c.json({ error: 'Unknown event type' }, 404);
    const now = world.now();
    const movingUid = c.req.query('movingUid');
    const slots = freeSlots(world, eventType, now, now.add({ hours: 24 * 61 }), { movingUid });
    return c.json({ slots: slots.map(({ start }) => start.toString({ smallestUnit: 'millisecond' })) });
  });

  app.post('/_booker/bookings', async (c) => {
    const body = await bodyOf(c, bookingInput);
    if (body instanceof Response) return c.json({ error: 'Please check your name and email address.' }, 400);
    const eventType = eventTypeById(world, body.eventTypeId);
    if (!eventType) return c.json({ error: 'Unknown event type' }, 404);
    const booking = body.movingUid ? move(eventType, body.movingUid, body) : request(eventType, body);
    if (!('refused' in booking)) return c.json(successData(booking), 201);
    const { message } = booking.refused;
    return c.json({ error: message }, message === TAKEN ? 409 : 400);
  });

  app.get('/_booker/:file', (c) => {
    const file = c.req.param('file');
    if (!CLIENT.includes(file)) return c.notFound();
    const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
    const text = readFileSync(new URL(`client/${file}`, import.meta.url), 'utf8');
    return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' });
  });

  app.get('/video/:uid', (c) => c.text(`Sandbox video room of booking ${c.req.param('uid')}`));
  app.get('/reschedule/:uid', (c) => lead(c, ''));
  app.get('/reschedule/:uid/embed', (c) => lead(c, '/embed'));
  app.get('/:username/:slug', (c) => show(c, false));
  app.get('/:username/:slug/embed', (c) => show(c, true));
  return app;

  function show(c: Context, embedded: boolean) {
    const eventType = eventTypeOf(world, c.req.param('username') ?? '', c.req.param('slug') ?? '');
    const host = eventType && userById(world, eventType.ownerId);
    if (!host) return c.html(bookerNotFound(embedded), 404);
    const uid = c.req.query('rescheduleUid');
    const moving = world.bookings.find((booking) => booking.uid === uid);
    if (uid && moving?.eventTypeId !== eventType.id) return c.html(bookerNotFound(embedded), 404);
    if (moving && !isMovable(moving)) return c.html(bookerUnmovable(moving, embedded), 410);
    return c.html(bookerPage({ eventType, host, now: world.now().toString(), embedded, moving }));
  }

  /** `/reschedule/<uid>` leads to the booking's own page. As on the real service only these parameters go along. */
  function lead(c: Context, end: '' | '/embed') {
    const booking = world.bookings.find(({ uid }) => uid === c.req.param('uid'));
    const eventType = booking && eventTypeById(world, booking.eventTypeId);
    const host = booking && userById(world, booking.hostId);
    if (!booking || !eventType || !host) return c.html(bookerNotFound(end !== ''), 404);
    const query = new URLSearchParams({ rescheduleUid: booking.uid });
    for (const name of ['rescheduledBy', 'embed', 'layout']) {
      const value = c.req.query(name);
      if (value !== undefined) query.set(name, value);
    }
    return c.redirect(`/${host.username}/${eventType.slug}${end}?${query}`, 307);
  }

  function request(eventType: EventType, wish: z.infer<typeof bookingInput>) {
    const { start, name, email, timeZone, notes, guests, metadata } = wish;
    const attendee = { name, email, timeZone, language: 'en' };
    return requestBooking(desk, eventType, {
      start,
      attendee,
      guests,
      metadata,
      responses: notes ? { notes } : {},
    });
  }

  /** A visitor is never the host here, whatever `rescheduledBy` claims: the real page goes by who is signed in. */
  function move(eventType: EventType, uid: string, wish: z.infer<typeof bookingInput>) {
    const old = world.bookings.find((booking) => booking.uid === uid && booking.eventTypeId === eventType.id);
    if (!old)
      return { refused: { status: 404, code: 'NotFoundException', message: 'Unknown booking' } } as const;
    const { start, rescheduledBy } = wish;
    return reschedule(desk, eventType, old, { start, byHost: false, rescheduledBy });
  }
}

const isMovable = ({ status }: Booking) => status === 'accepted' || status === 'pending';

/** What `bookingSuccessfulV2` and `rescheduleBookingSuccessfulV2` tell the parent page. */
function successData(booking: Booking) {
  const { uid, title, start: startTime, end: endTime, eventTypeId, status, location } = booking;
  return {
    uid,
    title,
    startTime,
    endTime,
    eventTypeId,
    status: status.toUpperCase(),
    paymentRequired: false,
    isRecurring: false,
    ...(location.startsWith('http') ? { videoCallUrl: location } : {}),
  };
}
