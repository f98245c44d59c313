import { eventTypeById, userById } from '../accounts.ts';
import type { Booking } from '../model.ts';
import type { World } from '../world.ts';

/** A booking as `BookingOutput_2024_08_13` describes it. */
export function bookingShape(world: World, booking: Booking) {
  const eventType = eventTypeById(world, booking.eventTypeId);
  const host = userById(world, booking.hostId);
  const { attendee } = booking;
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: eventType?.description ?? '',
    hosts: host
      ? [
          {
            id: host.id,
            name: host.name,
            email: host.email,
            displayEmail: host.email,
            username: host.username,
            timeZone: host.timeZone,
          },
        ]
      : [],
    status: booking.status,
    start: booking.start,
    end: booking.end,
    duration: (Date.parse(booking.end) - Date.parse(booking.start)) / 60_000,
    eventTypeId: booking.eventTypeId,
    eventType: { id: booking.eventTypeId, slug: eventType?.slug ?? '' },
    ...(booking.location.startsWith('http') ? { meetingUrl: booking.location } : {}),
    location: booking.location,
    absentHost: booking.absentHost,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    metadata: booking.metadata,
    icsUid: `${booking.uid}@Cal.com`,
    attendees: [{ ...attendee, displayEmail: attendee.email }],
    guests: booking.guests,
    bookingFieldsResponses: { name: attendee.name, email: attendee.email, ...booking.responses },
    ...history(booking),
  };
}

/** The shape of 2024-04-15, which a request without the right version gets: no `hosts`, other names. */
export function oldBookingShape(world: World, booking: Booking) {
  const eventType = eventTypeById(world, booking.eventTypeId);
  const { name, email, timeZone } = booking.attendee;
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    startTime: booking.start,
    endTime: booking.end,
    status: booking.status.toUpperCase(),
    eventType: { id: booking.eventTypeId, slug: eventType?.slug ?? '' },
    attendees: [{ name, email, timeZone, locale: booking.attendee.language }],
    user: userById(world, booking.hostId)?.username,
    metadata: booking.metadata,
  };
}

/** The optional fields that only a moved or ended booking has. */
function history(booking: Booking) {
  const { cancellationReason, cancelledByEmail, reschedulingReason, rescheduledByEmail } = booking;
  const { rescheduledFromUid, rescheduledToUid, rejectionReason } = booking;
  return {
    ...((cancellationReason ?? rejectionReason) && {
      cancellationReason: cancellationReason ?? rejectionReason,
    }),
    ...(cancelledByEmail && { cancelledByEmail }),
    ...(reschedulingReason && { reschedulingReason }),
    ...(rescheduledByEmail && { rescheduledByEmail }),
    ...(rescheduledFromUid && { rescheduledFromUid }),
    ...(rescheduledToUid && { rescheduledToUid }),
  };
}
