/** The constants of a booking, each with its reason. Durations in minutes unless named otherwise. */
export const POLICY = {
  /** Long enough to describe oneself and find a resume, short enough that an idle slot comes back. */
  holdMinutes: 30,
  /** Stripe refuses a Checkout session that ends less than 30 minutes after it was made. */
  checkoutMinutes: 31,
  /** A payment made in the session's last second still has to reach us while the slot is held. */
  checkoutGraceMinutes: 5,
  /** How long an authorised payment waits for cal.com's yes before the authorisation is let go. */
  firmingMinutes: 30,
  /** How long a link in a mail opens the booking after the session has ended. */
  linkDaysAfterSession: 90,
  /** Days after the session in which the guarantee is honored. */
  guaranteeDays: 7,
  /** How long a slot taken on cal.com may stay unclaimed here before it is declined. */
  unclaimedMinutes: 10,
  /** Slots one browser may hold unpaid at the same time. */
  holdsPerBrowser: 3,
  /** How long what we know of a calendar counts as fresh; a claim asks the calendar itself anyway. */
  calendarFreshMinutes: 10,
  /** How far ahead open slots are read. */
  openSlotDays: 28,
} as const;

export const MINUTE = 60_000;
