/** A session as the interviewer's own calendar shows it. */
export interface FeedSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** False for one that was called off. */
  isOn: boolean;
  sequence: number;
  updatedAt: Date;
  candidate: string;
  subject: string | null;
  meetingUrl: string | null;
}

/** How far back the feed reaches, in days: calendars keep what they have read. */
export const FEED_DAYS_BACK = 90;
/** Sessions in one feed. */
export const MOST_IN_FEED = 1000;
