import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { calcomAccounts } from './calcom-accounts.ts';
import { calcomApi } from './calcom-api.ts';
import { bookingShape, changesShape, deliveryShape, slots, toBooking } from './calcom-shapes.ts';
import {
  type CalendarAccess,
  type CalendarBooking,
  type CalendarChange,
  CalendarError,
  type Scheduling,
} from './port.ts';

/** The versions of cal.com's API that the shapes below were read from; without one it answers as of old. */
const VERSION = { bookings: '2026-02-25', slots: '2024-09-04' } as const;

/** Bookings a page of the list has, and pages read of it in one go. */
const PAGE = 100;
const MOST_PAGES = 20;

export interface CalcomOptions {
  apiUrl: URL;
  /** The co-op's key, for interviewers who have not given one of their own. */
  teamKey: string | null;
}

/** cal.com behind our port. The API answers are parsed: what does not look as documented is an error. */
export function calcomScheduling(options: CalcomOptions): Scheduling {
  const api = calcomApi(options.apiUrl);
  const keyOf = (access: Pick<CalendarAccess, 'username' | 'apiKey'>): string => {
    const key = access.apiKey ?? options.teamKey;
    if (key) return key;
    throw new CalendarError(`No cal.com key speaks for ${access.username}`, {
      permanent: true,
      refused: 'key',
    });
  };

  const scheduling: Scheduling = {
    async booking(access, uid) {
      const found = await read(access, uid);
      return found && toBooking(found);
    },

    async freeSlots(access, from, until) {
      const query = new URLSearchParams({
        eventTypeId: String(access.eventTypeId),
        start: from.toISOString(),
        end: until.toISOString(),
        timeZone: 'UTC',
      });
      const auth = { key: keyOf(access), version: VERSION.slots };
      const { data } = slots.parse(api.ok(await api.get(`slots?${query}`, auth)));
      return Object.values(data)
        .flatMap((day) => day.map(({ start }) => new Date(start)))
        .sort((a, b) => a.getTime() - b.getTime());
    },

    confirm: (access, uid) => change(access, uid, 'confirm', {}, (status) => status === 'accepted'),
    decline: (access, uid, reason) =>
      change(access, uid, 'decline', { reason }, (status) => status !== 'pending'),
    cancel: (access, uid, reason) =>
      change(access, uid, 'cancel', { cancellationReason: reason }, (status) => status !== 'accepted'),

    async reschedule(access, uid, startsAt, reason) {
      const auth = { key: keyOf(access), version: VERSION.bookings };
      const before = await read(access, uid);
      if (!before) return 'refused';
      if (before.data.rescheduledToUid) return 'moved';
      const answer = await api.send('POST', `bookings/${encodeURIComponent(uid)}/reschedule`, auth, {
        start: startsAt.toISOString(),
        // Moved by its host, so that it needs no second yes.
        rescheduledBy: before.data.hosts[0]?.email ?? undefined,
        reschedulingReason: reason,
      });
      if (answer.status < 400) return 'moved';
      const after = await read(access, uid);
      if (after?.data.rescheduledToUid) return 'moved';
      if (answer.status !== 400) api.ok(answer);
      return 'refused';
    },

    async markAbsent(access, uid, who) {
      const auth = { key: keyOf(access), version: VERSION.bookings };
      const email = (await scheduling.booking(access, uid))?.attendee?.email;
      const body = who === 'interviewer' ? { host: true } : { attendees: [{ email, absent: true }] };
      api.ok(await api.send('POST', `bookings/${encodeURIComponent(uid)}/mark-absent`, auth, body));
    },

    async changes(access, since) {
      const auth = { key: keyOf(access), version: VERSION.bookings };
      const changed: CalendarChange[] = [];
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = new URLSearchParams({
          status: 'unconfirmed,upcoming,cancelled',
          eventTypeIds: String(access.eventTypeId),
          afterUpdatedAt: since.toISOString(),
          sortUpdatedAt: 'asc',
          take: String(PAGE),
          skip: String(page * PAGE),
        });
        const { data, pagination } = changesShape.parse(api.ok(await api.get(`bookings?${query}`, auth)));
        for (const { uid, status, rescheduledFromUid, createdAt } of data) {
          changed.push({
            uid,
            status,
            movedFrom: rescheduledFromUid ?? null,
            createdAt: new Date(createdAt),
          });
        }
        if (!pagination.hasNextPage) break;
      }
      return changed;
    },

    ...calcomAccounts(options.apiUrl, keyOf),

    verifyEvent(rawBody, signature, secret) {
      const expected = Buffer.from(createHmac('sha256', secret).update(rawBody).digest('hex'));
      const given = Buffer.from(signature ?? '');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const parsed = deliveryShape.safeParse(parseJson(rawBody));
      if (!parsed.success) return null;
      const { triggerEvent, payload } = parsed.data;
      const { uid = null, startTime, endTime } = payload ?? {};
      const time = startTime && endTime ? { startsAt: new Date(startTime), endsAt: new Date(endTime) } : null;
      return { type: triggerEvent, uid, time, payload: parseJson(rawBody) };
    },
  };

  async function read(access: CalendarAccess, uid: string): Promise<z.infer<typeof bookingShape> | null> {
    const auth = { key: keyOf(access), version: VERSION.bookings };
    const answer = await api.get(`bookings/${encodeURIComponent(uid)}`, auth);
    if (answer.status === 404) return null;
    const parsed = bookingShape.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    throw new CalendarError('cal.com answered with a booking of an unknown shape', {
      permanent: true,
      cause: parsed.error,
    });
  }

  /**
   * Changes a booking. A refusal is looked into rather than read: when the booking already is where we
   * wanted it (an earlier answer was lost, or the host was quicker), that is success.
   */
  async function change(
    access: CalendarAccess,
    uid: string,
    verb: string,
    body: object,
    isThere: (status: CalendarBooking['status']) => boolean,
  ): Promise<void> {
    const auth = { key: keyOf(access), version: VERSION.bookings };
    const answer = await api.send('POST', `bookings/${encodeURIComponent(uid)}/${verb}`, auth, body);
    if (answer.status < 400) return;
    const booking = await scheduling.booking(access, uid);
    if (!booking || !isThere(booking.status)) api.ok(answer);
  }

  return scheduling;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
