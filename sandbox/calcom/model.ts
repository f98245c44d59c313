import type { Chaos } from '../chance.ts';

/** Opening hours on some weekdays, in the user's own time zone. 1 is Monday, 7 Sunday (0 is taken as Sunday). */
export type OpeningHours = { days: number[]; from: string; to: string };

export type User = {
  id: number;
  username: string;
  name: string;
  email: string;
  timeZone: string;
  apiKey: string;
  schedule: OpeningHours[];
};

/** When a booking waits for the host: always, or only on short notice; `disabled` accepts at once. */
export type ConfirmationPolicy =
  | {
      type: 'always' | 'time';
      noticeThreshold?: { unit: string; count: number } | undefined;
      blockUnconfirmedBookingsInBooker: boolean;
    }
  | { disabled: true };

export type EventType = {
  id: number;
  ownerId: number;
  slug: string;
  title: string;
  description: string;
  lengthInMinutes: number;
  /** Other lengths that whoever books may choose. */
  lengthInMinutesOptions?: number[] | undefined;
  slotInterval: number | null;
  minimumBookingNotice: number;
  disableGuests: boolean;
  hidden: boolean;
  confirmationPolicy: ConfirmationPolicy;
  webhooks: Webhook[];
};

export type Webhook = {
  id: number;
  subscriberUrl: string;
  triggers: string[];
  active: boolean;
  secret: string | null;
};

export type BookingStatus = 'accepted' | 'pending' | 'rejected' | 'cancelled';

export type Attendee = { name: string; email: string; timeZone: string; language: string; absent: boolean };

export type Booking = {
  id: number;
  uid: string;
  eventTypeId: number;
  hostId: number;
  title: string;
  status: BookingStatus;
  start: string;
  end: string;
  attendee: Attendee;
  guests: string[];
  responses: Record<string, unknown>;
  metadata: Record<string, string>;
  location: string;
  absentHost: boolean;
  createdAt: string;
  updatedAt: string;
  cancellationReason?: string;
  cancelledByEmail?: string;
  rejectionReason?: string;
  reschedulingReason?: string;
  rescheduledByEmail?: string;
  rescheduledFromUid?: string;
  rescheduledToUid?: string;
};

export type Trigger =
  | 'BOOKING_REQUESTED'
  | 'BOOKING_CREATED'
  | 'BOOKING_REJECTED'
  | 'BOOKING_CANCELLED'
  | 'BOOKING_RESCHEDULED'
  | 'BOOKING_NO_SHOW_UPDATED';

/** One attempt to reach a subscriber. There is never a second one: cal.com does not retry. */
export type Delivery = {
  id: number;
  at: string;
  trigger: Trigger;
  bookingUid: string;
  subscriberUrl: string;
  outcome: 'waiting' | 'sent' | 'failed' | 'dropped';
  responseStatus: number | null;
  signature: string;
  body: string;
};

export type RequestLine = { method: string; path: string; status: number; at: string };

/** Faults of the webhook sender. `drop: 2` loses the next two deliveries, `drop: true` all of them. */
export type WebhookFaults = {
  drop?: boolean | number | undefined;
  delayMs?: number | undefined;
  /** Every delivery is sent twice. */
  duplicate?: boolean | undefined;
  /** A delivery waits for the next one (at most two seconds) and then goes out after it. */
  reorder?: boolean | undefined;
};

/**
 * One fault of the API. `match` is a regular expression over `METHOD /path`; without it every `/v2` request
 * is hit, with it also the booker and the embed script can be. `times` counts down to the end of the fault.
 */
export type ApiFault = {
  match?: string | undefined;
  mode: 'down' | 'slow' | '500-before' | '500-after-commit' | 'drop-after-commit' | '429' | '403';
  times?: number | undefined;
  delayMs?: number | undefined;
};

export type Faults = {
  webhooks: WebhookFaults;
  /** The first that matches strikes. */
  api: ApiFault[];
  /** Faults by chance, on top of the others; they hit `/v2` only. */
  chaos: Chaos | null;
  /** Enforce the documented limit of 120 requests a minute per key or address. */
  rateLimit: boolean;
};
