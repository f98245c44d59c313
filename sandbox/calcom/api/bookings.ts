import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { eventTypeById, eventTypeOf, userById } from '../accounts.ts';
import {
  cancel,
  confirm,
  type Desk,
  decline,
  markAbsent,
  type Refusal,
  requestBooking,
  reschedule,
} from '../bookings.ts';
import type { Booking, EventType } from '../model.ts';
import { type Caller, callerOf, hosts, requiredCaller } from './access.ts';
import { answer, answerError, answerRefusal, bodyOf, type CalEnv, notFound } from './answers.ts';
import { chosenBookings, pageOf } from './booking-list.ts';
import { bookingShape, oldBookingShape } from './booking-shapes.ts';
import { attendeeInput, instantInput } from './inputs.ts';
import { isCurrent } from './versions.ts';

const createInput = z.object({
  start: instantInput,
  eventTypeId: z.number().int().optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  attendee: attendeeInput,
  guests: z.array(z.email()).optional(),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
const rescheduleInput = z.object({
  start: instantInput,
  rescheduledBy: z.email().optional(),
  reschedulingReason: z.string().optional(),
});
const absenceInput = z.object({
  host: z.boolean().optional(),
  attendees: z.array(z.object({ email: z.email(), absent: z.boolean() })).optional(),
});
const declineInput = z.object({ reason: z.string().optional() });
const cancelInput = z.object({ cancellationReason: z.string().optional() });

/** `/v2/bookings`: the same rules for the widget, the host's key and the team's key. */
export function bookingRoutes(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();

  app.get('/', (c) => {
    const caller = requiredCaller(world, c);
    if (caller instanceof Response) return caller;
    const query = new URL(c.req.url).searchParams;
    const seen = world.bookings.filter((booking) => concerns(caller, booking));
    const { data, pagination } = pageOf(chosenBookings(world, seen, query), query);
    if (!isCurrent(c, 'bookings')) {
      const bookings = data.map((booking) => oldBookingShape(world, booking));
      return answer(c, { bookings, recurringInfo: [], nextCursor: null });
    }
    return c.json({
      status: 'success',
      data: data.map((booking) => bookingShape(world, booking)),
      pagination,
    });
  });

  app.post('/', async (c) => {
    const caller = callerOf(world, c);
    if (caller instanceof Response) return caller;
    const body = await bodyOf(c, createInput);
    if (body instanceof Response) return body;
    const eventType =
      body.eventTypeId === undefined
        ? eventTypeOf(world, body.username ?? '', body.eventTypeSlug ?? '')
        : eventTypeById(world, body.eventTypeId);
    if (!eventType) return notFound(c, `Event type with id=${body.eventTypeId} not found`);
    const { start, attendee, guests, metadata, bookingFieldsResponses: responses } = body;
    return shown(c, requestBooking(desk, eventType, { start, attendee, guests, metadata, responses }), 201);
  });

  app.get('/:uid', (c) => {
    const caller = callerOf(world, c);
    if (caller instanceof Response) return caller;
    const booking = found(c);
    return booking instanceof Response ? booking : shown(c, booking);
  });

  app.post('/:uid/confirm', (c) => {
    const booking = ownBooking(c, 'confirm');
    return booking instanceof Response ? booking : shown(c, confirm(desk, booking));
  });

  app.post('/:uid/decline', async (c) => {
    const booking = ownBooking(c, 'confirm');
    if (booking instanceof Response) return booking;
    const body = await bodyOf(c, declineInput);
    return body instanceof Response ? body : shown(c, decline(desk, booking, body.reason));
  });

  app.post('/:uid/mark-absent', async (c) => {
    const booking = ownBooking(c, 'update');
    if (booking instanceof Response) return booking;
    const body = await bodyOf(c, absenceInput);
    return body instanceof Response ? body : shown(c, markAbsent(desk, booking, body));
  });

  app.post('/:uid/cancel', async (c) => {
    const caller = callerOf(world, c);
    if (caller instanceof Response) return caller;
    const booking = found(c);
    if (booking instanceof Response) return booking;
    const body = await bodyOf(c, cancelInput);
    if (body instanceof Response) return body;
    const by = caller && hosts(caller, booking) ? userById(world, booking.hostId) : undefined;
    return shown(c, cancel(desk, booking, by, body.cancellationReason));
  });

  app.post('/:uid/reschedule', async (c) => {
    const caller = callerOf(world, c);
    if (caller instanceof Response) return caller;
    const booking = found(c);
    if (booking instanceof Response) return booking;
    const body = await bodyOf(c, rescheduleInput);
    if (body instanceof Response) return body;
    const { start, rescheduledBy, reschedulingReason: reason } = body;
    const eventType = eventTypeById(world, booking.eventTypeId) as EventType;
    // As the document says: the owner's address is what accepts the new time at once.
    const byHost = rescheduledBy === userById(world, booking.hostId)?.email;
    return shown(c, reschedule(desk, eventType, booking, { start, byHost, rescheduledBy, reason }), 201);
  });

  return app;

  function found(c: Context): Booking | Response {
    const uid = c.req.param('uid');
    const booking = world.bookings.find((booking) => booking.uid === uid);
    return booking ?? notFound(c, `Booking with uid=${uid} was not found in the database`);
  }

  /** The booking, if its host or the host's team asks. Old versions have no such endpoint at all. */
  function ownBooking(c: Context, verb: 'confirm' | 'update'): Booking | Response {
    if (!isCurrent(c, 'bookings')) return notFound(c, `Cannot ${c.req.method} ${c.req.path}`);
    const caller = requiredCaller(world, c);
    if (caller instanceof Response) return caller;
    const booking = found(c);
    if (booking instanceof Response || hosts(caller, booking)) return booking;
    return answerError(c, 401, 'TRPCError', `User is not authorized to ${verb} this booking`);
  }

  function shown(c: Context, outcome: Booking | Refusal, status: 200 | 201 = 200): Response {
    if ('refused' in outcome) return answerRefusal(c, outcome);
    const shape = isCurrent(c, 'bookings') ? bookingShape : oldBookingShape;
    return answer(c, shape(world, outcome), status);
  }
}

/** A user sees the bookings they host and those they attend; a team key sees all. */
function concerns(caller: Caller, booking: Booking): boolean {
  return hosts(caller, booking) || ('user' in caller && caller.user.email === booking.attendee.email);
}
