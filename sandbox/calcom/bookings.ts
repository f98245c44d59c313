import { userById } from './accounts.ts';
import { isFree, type Slot } from './availability.ts';
import type { Attendee, Booking, EventType, Trigger, User } from './model.ts';
import type { Herald } from './webhooks.ts';
import { newUid, type World } from './world.ts';

export const TAKEN = 'User either already has booking at this time or is not available';

/** A refusal in cal.com's words, with the HTTP status it answers. */
export type Refusal = { refused: { status: 400 | 401 | 404; code: string; message: string } };

export type Wish = {
  start: Temporal.Instant;
  attendee: Omit<Attendee, 'absent'>;
  guests?: string[] | undefined;
  responses?: Record<string, unknown> | undefined;
  metadata?: Record<string, unknown> | undefined;
};

/** What a change needs: the state, and somebody to tell. */
export type Desk = { world: World; herald: Herald };

/** Makes a booking: pending when the event type asks for confirmation. `force` skips the availability check. */
export function requestBooking(
  desk: Desk,
  eventType: EventType,
  wish: Wish,
  { force = false } = {},
): Booking | Refusal {
  const metadata = metadataOf(wish.metadata ?? {});
  if ('refused' in metadata) return metadata;
  const slot = slotAt(eventType, wish.start);
  if (!force && !isFree(desk.world, eventType, slot)) return badRequest(TAKEN);
  const host = hostOf(desk.world, eventType);
  const booking = newBooking(desk.world, eventType, host, slot, {
    attendee: { ...wish.attendee, absent: false },
    guests: wish.guests ?? [],
    responses: wish.responses ?? {},
    metadata: metadata.kept,
    status: waitsForHost(desk.world, eventType, slot) ? 'pending' : 'accepted',
  });
  desk.herald.tell(booking.status === 'pending' ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED', booking);
  return booking;
}

/**
 * The host says yes. As on the real service there is no conflict check, and a rejected or cancelled booking
 * comes back to life; only an accepted one is refused.
 */
export function confirm(desk: Desk, booking: Booking): Booking | Refusal {
  if (booking.status === 'accepted') return trpcError(400, 'Booking already confirmed');
  booking.location = meetingUrl(desk.world, booking.uid);
  touch(desk.world, booking, 'accepted');
  // A confirm tells subscribers about the meeting's address only; whatever we stored is not repeated.
  desk.herald.tell('BOOKING_CREATED', booking, { metadata: { videoCallUrl: booking.location } });
  return booking;
}

export function decline(desk: Desk, booking: Booking, reason: string | undefined): Booking | Refusal {
  if (booking.status === 'accepted') return trpcError(400, 'Booking already confirmed');
  if (reason !== undefined) booking.rejectionReason = reason;
  touch(desk.world, booking, 'rejected');
  desk.herald.tell('BOOKING_REJECTED', booking, { rejectionReason: reason });
  return booking;
}

export function cancel(
  desk: Desk,
  booking: Booking,
  by: User | undefined,
  reason: string | undefined,
): Booking | Refusal {
  if (booking.status === 'cancelled') return badRequest('This booking has already been cancelled');
  booking.cancelledByEmail = by?.email ?? booking.attendee.email;
  if (reason !== undefined) booking.cancellationReason = reason;
  touch(desk.world, booking, 'cancelled');
  const { cancelledByEmail: cancelledBy } = booking;
  desk.herald.tell('BOOKING_CANCELLED', booking, { cancelledBy, cancellationReason: reason });
  return booking;
}

/**
 * Moves the booking: a new one with a new uid, and the old one cancelled, at once, even where the new one waits
 * for its host. It is accepted right away when the host moves it, otherwise the event type's policy decides.
 */
export function reschedule(
  desk: Desk,
  eventType: EventType,
  old: Booking,
  wish: {
    start: Temporal.Instant;
    byHost: boolean;
    rescheduledBy?: string | undefined;
    reason?: string | undefined;
  },
): Booking | Refusal {
  if (old.status === 'cancelled' || old.status === 'rejected') {
    return badRequest(`Can't reschedule booking with uid=${old.uid} because it has been ${old.status}`);
  }
  const slot = slotAt(eventType, wish.start);
  if (!isFree(desk.world, eventType, slot, { movingUid: old.uid })) return badRequest(TAKEN);
  const host = hostOf(desk.world, eventType);
  const booking = newBooking(desk.world, eventType, host, slot, {
    attendee: { ...old.attendee },
    guests: [...old.guests],
    responses: { ...old.responses },
    metadata: { ...old.metadata },
    status: !wish.byHost && waitsForHost(desk.world, eventType, slot) ? 'pending' : 'accepted',
  });
  booking.rescheduledFromUid = old.uid;
  if (wish.reason !== undefined) booking.reschedulingReason = wish.reason;
  old.rescheduledToUid = booking.uid;
  old.rescheduledByEmail = wish.rescheduledBy ?? old.attendee.email;
  if (wish.reason !== undefined) old.reschedulingReason = wish.reason;
  touch(desk.world, old, 'cancelled');
  desk.herald.tell(booking.status === 'pending' ? 'BOOKING_REQUESTED' : 'BOOKING_RESCHEDULED', booking, {
    rescheduleId: old.id,
    rescheduleUid: old.uid,
    rescheduleStartTime: old.start,
    rescheduleEndTime: old.end,
    rescheduledBy: old.rescheduledByEmail,
  });
  return booking;
}

export function markAbsent(
  desk: Desk,
  booking: Booking,
  absent: { host?: boolean | undefined; attendees?: { email: string; absent: boolean }[] | undefined },
): Booking {
  if (absent.host !== undefined) booking.absentHost = absent.host;
  const marked = absent.attendees?.find(({ email }) => email === booking.attendee.email);
  if (marked) booking.attendee.absent = marked.absent;
  touch(desk.world, booking, booking.status);
  const trigger: Trigger = 'BOOKING_NO_SHOW_UPDATED';
  desk.herald.tell(trigger, booking, {
    bookingUid: booking.uid,
    noShowHost: booking.absentHost,
    attendees: [{ ...booking.attendee, noShow: booking.attendee.absent }],
  });
  return booking;
}

/** cal.com's own limits: 50 keys of 40 characters, values of 500. */
function metadataOf(given: Record<string, unknown>): { kept: Record<string, string> } | Refusal {
  const entries = Object.entries(given);
  if (entries.length > 50) return badRequest('metadata must not have more than 50 keys');
  for (const [key, value] of entries) {
    if (key.length > 40) return badRequest('metadata keys must be at most 40 characters');
    if (typeof value !== 'string') return badRequest('metadata values must be strings');
    if (value.length > 500) return badRequest('metadata values must be at most 500 characters');
  }
  return { kept: given as Record<string, string> };
}

function newBooking(
  world: World,
  eventType: EventType,
  host: User,
  slot: Slot,
  given: Pick<Booking, 'attendee' | 'guests' | 'responses' | 'metadata' | 'status'>,
): Booking {
  const uid = newUid();
  const now = isoOf(world.now());
  const booking: Booking = {
    id: world.nextId(),
    uid,
    eventTypeId: eventType.id,
    hostId: host.id,
    title: `${eventType.title} between ${host.name} and ${given.attendee.name}`,
    start: isoOf(slot.start),
    end: isoOf(slot.end),
    location: given.status === 'accepted' ? meetingUrl(world, uid) : 'integrations:daily',
    absentHost: false,
    createdAt: now,
    updatedAt: now,
    ...given,
  };
  world.bookings.push(booking);
  world.changed();
  return booking;
}

function touch(world: World, booking: Booking, status: Booking['status']): void {
  booking.status = status;
  booking.updatedAt = isoOf(world.now());
  world.changed();
}

function waitsForHost(world: World, { confirmationPolicy: policy }: EventType, { start }: Slot): boolean {
  if ('disabled' in policy) return false;
  if (policy.type === 'always' || !policy.noticeThreshold) return true;
  const { count, unit } = policy.noticeThreshold;
  const minutes = count * (unit === 'hours' ? 60 : unit === 'days' ? 24 * 60 : 1);
  return Temporal.Instant.compare(start, world.now().add({ minutes })) < 0;
}

function slotAt(eventType: EventType, start: Temporal.Instant): Slot {
  return { start, end: start.add({ minutes: eventType.lengthInMinutes }) };
}

function hostOf(world: World, eventType: EventType): User {
  const host = userById(world, eventType.ownerId);
  if (!host) throw new Error(`event type ${eventType.id} has no owner`);
  return host;
}

const meetingUrl = (world: World, uid: string) => `${world.url}/video/${uid}`;

const isoOf = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'millisecond' });

const badRequest = (message: string): Refusal => ({
  refused: { status: 400, code: 'BadRequestException', message },
});

const trpcError = (status: 400 | 401, message: string): Refusal => ({
  refused: { status, code: 'TRPCError', message },
});
