import { z } from 'zod';
import type { CalendarBooking, EventType } from './port.ts';

// What cal.com's API v2 answers, as far as we read it.

const status = z.enum(['pending', 'accepted', 'rejected', 'cancelled']);

export const bookingShape = z.object({
  data: z.object({
    uid: z.string(),
    status,
    start: z.iso.datetime({ offset: true }),
    end: z.iso.datetime({ offset: true }),
    eventTypeId: z.number().nullish(),
    eventType: z.object({ id: z.number() }).nullish(),
    hosts: z.array(z.object({ username: z.string().nullish(), email: z.string().nullish() })).default([]),
    attendees: z.array(z.object({ name: z.string(), email: z.string(), timeZone: z.string() })).default([]),
    location: z.string().nullish(),
    meetingUrl: z.string().nullish(),
    rescheduledToUid: z.string().nullish(),
    cancelledByEmail: z.string().nullish(),
    updatedAt: z.iso.datetime({ offset: true }).nullish().catch(null),
  }),
});

export const changesShape = z.object({
  data: z.array(
    z.object({
      uid: z.string(),
      status,
      rescheduledFromUid: z.string().nullish(),
      createdAt: z.iso.datetime({ offset: true }),
    }),
  ),
  pagination: z.object({ hasNextPage: z.boolean() }),
});

const eventTypeShape = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  lengthInMinutes: z.number(),
  lengthInMinutesOptions: z.array(z.number()).nullish(),
  disableGuests: z.boolean().nullish(),
  confirmationPolicy: z
    .object({ type: z.string().optional(), blockUnconfirmedBookingsInBooker: z.boolean().optional() })
    .nullish(),
});

export const eventTypes = z.object({ data: z.array(eventTypeShape) });
export const oneEventType = z.object({ data: eventTypeShape });
export const slots = z.object({
  data: z.record(z.string(), z.array(z.object({ start: z.iso.datetime({ offset: true }) }))),
});
export const me = z.object({
  data: z.object({ username: z.string(), name: z.string().nullish(), timeZone: z.string().nullish() }),
});
export const webhooks = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]),
      subscriberUrl: z.string(),
      active: z.boolean(),
      triggers: z.array(z.string()),
      secret: z.string().nullish(),
    }),
  ),
});

export const deliveryShape = z.object({
  triggerEvent: z.string().max(100),
  // A trial delivery, sent by a button on cal.com, is of no booking.
  payload: z
    .object({
      uid: z.string().max(200).nullish(),
      startTime: z.iso.datetime({ offset: true }).nullish().catch(null),
      endTime: z.iso.datetime({ offset: true }).nullish().catch(null),
    })
    .nullish(),
});

/** An event type in our words. */
export function toEventType({ id, slug, title, ...row }: z.infer<typeof eventTypeShape>): EventType {
  const policy = row.confirmationPolicy;
  return {
    ...{ id, slug, title, minutes: row.lengthInMinutes },
    otherLengths: (row.lengthInMinutesOptions ?? []).some((minutes) => minutes !== row.lengthInMinutes),
    asksFirst: policy?.type === 'always',
    pendingBlocks: policy?.type !== undefined && policy.blockUnconfirmedBookingsInBooker === true,
    guests: row.disableGuests !== true,
  };
}

/** A booking in our words. */
export function toBooking({ data }: z.infer<typeof bookingShape>): CalendarBooking {
  const meetingUrl = [data.location, data.meetingUrl].find((value) => value && /^https?:\/\//.test(value));
  return {
    uid: data.uid,
    status: data.status,
    startsAt: new Date(data.start),
    endsAt: new Date(data.end),
    eventTypeId: data.eventType?.id ?? data.eventTypeId ?? null,
    hostUsernames: data.hosts.flatMap((host) => (host.username ? [host.username] : [])),
    attendee: data.attendees[0] ?? null,
    meetingUrl: meetingUrl ?? null,
    movedTo: data.rescheduledToUid ?? null,
    cancelledBy: isAttendee(data) ? 'candidate' : 'interviewer',
    changedAt: data.updatedAt ? new Date(data.updatedAt) : null,
  };
}

function isAttendee({ cancelledByEmail, attendees }: z.infer<typeof bookingShape>['data']): boolean {
  const by = cancelledByEmail?.toLowerCase();
  return by !== undefined && attendees.some(({ email }) => email.toLowerCase() === by);
}
