/** What we need of a calendar service, in our own words. No cal.com type crosses this file. */

/** How one interviewer's account is reached: their own key, or the co-op's team key when null. */
export interface CalendarAccess {
  username: string;
  eventTypeId: number;
  apiKey: string | null;
}

export type CalendarStatus = 'pending' | 'accepted' | 'rejected' | 'cancelled';

/** A booking on the calendar service, as far as we look at it. */
export interface CalendarBooking {
  uid: string;
  status: CalendarStatus;
  startsAt: Date;
  endsAt: Date;
  eventTypeId: number | null;
  hostUsernames: string[];
  attendee: { name: string; email: string; timeZone: string } | null;
  /** Where the call happens, when the service knows an address. */
  meetingUrl: string | null;
  /** The booking it was moved to; this one then counts as cancelled. */
  movedTo: string | null;
  /** Who called it off. Where the service does not say, the interviewer: then the candidate pays nothing. */
  cancelledBy: 'candidate' | 'interviewer';
  /** When anything of it changed last, where the service says so: it was called off then or before. */
  changedAt: Date | null;
}

/** A booking that changed, as a list tells it. */
export interface CalendarChange {
  uid: string;
  status: CalendarStatus;
  movedFrom: string | null;
  createdAt: Date;
}

/**
 * The account could not be reached or refused. `permanent`: repeating it won't help. `refused`: what the
 * service said no to, where it said so: the key, or a thing it does not have.
 */
export class CalendarError extends Error {
  readonly permanent: boolean;
  readonly refused: 'key' | 'missing' | null;
  constructor(
    message: string,
    options: { permanent: boolean; refused?: 'key' | 'missing' | null; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent;
    this.refused = options.refused ?? null;
  }
}

export interface CalendarEvent {
  type: string;
  /** The booking it tells of, where it is of one. */
  uid: string | null;
  /** When that booking is, where it says so. */
  time: { startsAt: Date; endsAt: Date } | null;
  payload: unknown;
}

/** What speaks for an account: its own key, or its name where the co-op's team key does. */
export type AccountKey = { apiKey: string } | { memberOfTeam: string };

/** Whose account it is. What the team's key may not read of a member is null. */
export interface CalendarOwner {
  username: string;
  name: string | null;
  timeZone: string | null;
}

/** What can be booked of an account, as far as it matters for interviews. */
export interface EventType {
  id: number;
  slug: string;
  title: string;
  minutes: number;
  /** Whether who books may choose another length. */
  otherLengths: boolean;
  /** Whether every booking waits for the host's yes. */
  asksFirst: boolean;
  /** Whether a booking that waits keeps its time. */
  pendingBlocks: boolean;
  /** Whether who books may bring others. */
  guests: boolean;
}

/** What the service was told to tell us. */
export interface Subscription {
  active: boolean;
  /** Whether it tells of everything we want to hear. */
  complete: boolean;
  /** Null where the service does not say. */
  secret: string | null;
}

/** The kind of delivery that we send ourselves, to see whether our address takes deliveries in. */
export const TRIAL = 'TRIAL';

export interface Scheduling {
  /** Null when the service knows no such booking. Throws CalendarError when it can't be asked. */
  booking(access: CalendarAccess, uid: string): Promise<CalendarBooking | null>;
  /** The starts of free slots between two instants, earliest first. Throws CalendarError. */
  freeSlots(access: CalendarAccess, from: Date, until: Date): Promise<Date[]>;
  /** Says yes to a pending booking. Safe to repeat: "already confirmed" counts as done. */
  confirm(access: CalendarAccess, uid: string): Promise<void>;
  /** Says no to a pending booking, which frees its slot. Safe to repeat. */
  decline(access: CalendarAccess, uid: string, reason: string): Promise<void>;
  /** Cancels an accepted booking. Safe to repeat. */
  cancel(access: CalendarAccess, uid: string, reason: string): Promise<void>;
  /**
   * Moves a booking, as its host: accepted at once, under a new uid. `refused`: that time is not free.
   * Safe to repeat: one that was moved already is not moved again.
   */
  reschedule(
    access: CalendarAccess,
    uid: string,
    startsAt: Date,
    reason: string,
  ): Promise<'moved' | 'refused'>;
  /** Notes on the calendar that somebody did not come. Safe to repeat. */
  markAbsent(access: CalendarAccess, uid: string, who: 'candidate' | 'interviewer'): Promise<void>;
  /** Bookings of the event type that changed since, cancelled ones included. Throws CalendarError. */
  changes(access: CalendarAccess, since: Date): Promise<CalendarChange[]>;
  /** Whose account a key speaks for. Throws CalendarError, as all that follow: `refused` for a bad key. */
  owner(account: AccountKey): Promise<CalendarOwner>;
  /** Everything that can be booked of an account; empty for one that the service does not know. */
  eventTypes(account: AccountKey, username: string): Promise<EventType[]>;
  /** Makes an event type that is what an interview needs. */
  makeEventType(account: AccountKey, slug: string): Promise<EventType>;
  /** Makes an event type what an interview needs: 90 minutes, our yes, pending slots block, no guests. */
  repairEventType(account: AccountKey, eventType: EventType): Promise<EventType>;
  /** What `url` is told of an event type; null where it is told nothing. */
  subscription(account: AccountKey, eventTypeId: number, url: string): Promise<Subscription | null>;
  /** Has the service tell `url` about changes, signed with `secret`; replaces an earlier subscription. */
  subscribe(account: AccountKey, eventTypeId: number, url: string, secret: string): Promise<void>;
  /** Ends what `url` is told. */
  unsubscribe(account: AccountKey, eventTypeId: number, url: string): Promise<void>;
  /** Sends `url` a delivery as the service signs them; whether it was taken in. Never throws. */
  tryDelivery(url: string, secret: string): Promise<boolean>;
  /** Checks a delivery's signature over its raw body; null when it does not hold. */
  verifyEvent(rawBody: string, signature: string | undefined, secret: string): CalendarEvent | null;
}
