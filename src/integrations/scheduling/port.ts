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
}

/** The account could not be reached or refused. `permanent`: repeating it won't help. */
export class CalendarError extends Error {
  readonly permanent: boolean;
  constructor(message: string, options: { permanent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.permanent = options.permanent;
  }
}

export interface CalendarEvent {
  type: string;
  /** The booking it tells of, where it is of one. */
  uid: string | null;
  payload: unknown;
}

/** What speaks for an account: its own key, or its name where the co-op's team key does. */
export type AccountKey = { apiKey: string } | { memberOfTeam: string };

/** An account that was checked: its event type is what an interview needs. */
export interface VerifiedAccount {
  username: string;
  eventTypeId: number;
  eventTypeSlug: string;
}

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
   * Checks the account behind a key, or a member's account that the co-op's team key speaks for: its
   * event type `slug` takes 90 minutes, asks for confirmation and blocks pending slots. Makes or repairs
   * it where it isn't so. Throws CalendarError when the key is refused.
   */
  verifyAccount(account: AccountKey, slug: string): Promise<VerifiedAccount>;
  /** Has the service tell `url` about changes, signed with `secret`; replaces an earlier subscription. */
  subscribe(account: AccountKey, eventTypeId: number, url: string, secret: string): Promise<void>;
  /** Checks a delivery's signature over its raw body; null when it does not hold. */
  verifyEvent(rawBody: string, signature: string | undefined, secret: string): CalendarEvent | null;
}
