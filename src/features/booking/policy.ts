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
  /** Before an authorisation lapses it is let go by us: a lapse on its own tells nobody. */
  captureMarginMinutes: 60,
  /** How long a link in a mail opens the booking after the session has ended. */
  linkDaysAfterSession: 90,
  /** The guarantee, unless GUARANTEE_DAYS says otherwise: a week to sleep on it, and to ask a friend. */
  guaranteeDays: 7,
  /** A session that has ended is believed to have taken place where cal.com can't be asked for so long. */
  believedOverMinutes: 60,
  /** Canceling is free until so many hours before, unless FREE_CANCEL_HOURS says otherwise: a day to fill the slot. */
  freeCancelHours: 24,
  /** From so many minutes after the start somebody may be said not to have come: calls begin late. */
  absenceMinutes: 10,
  /** Days after the session in which an interviewer may say that somebody did not come. */
  absenceDays: 2,
  /** Claims by one candidate that are paid at once; the next waits for a person. */
  claimsPaidAtOnce: 1,
  /** How far back a candidate's earlier claims count, in days. */
  claimsCountedDays: 365,
  /** Business days in which a bank shows a refund, at most: what Stripe tells merchants to tell their customers. */
  refundBusinessDays: 10,
  /** Hours before the session at which both are reminded. */
  reminderHours: [24, 1],
  /** How long a slot taken on cal.com may stay unclaimed here before it is declined. */
  unclaimedMinutes: 10,
  /** Slots one browser, or one e-mail address, may hold unpaid at the same time. */
  holdsPerVisitor: 3,
  /** How long a price that was shown is honored after the interviewer changed it. */
  quoteHours: 24,
  /** How long what we know of a calendar counts as fresh; a claim asks the calendar itself anyway. */
  calendarFreshMinutes: 10,
  /** How far ahead open slots are read. */
  openSlotDays: 28,
  /** How far each look at Stripe's and cal.com's changes reaches back over the one before: clocks differ. */
  sweepOverlapMinutes: 10,
  /** How long after the session the candidate may say whether it was worth it: memory fades, mail links end at 90. */
  reviewDays: 60,
  /** Hours after the session's end at which the interviewer is reminded of a report that is not sent: a night to sleep on it. */
  reportReminderHours: 24,
  /** And at which the operator is told. */
  reportOverdueHours: 48,
  /** Days after which nobody is reminded of a report any more: what was not written by then was settled among people. */
  reportGivenUpDays: 14,
  /** A refund that the bank has not settled is looked at again after so long. */
  pendingRefundMinutes: 60,
} as const;

export const MINUTE = 60_000;
