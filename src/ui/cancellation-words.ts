/** What canceling costs: the same words before paying and after, on pages and for machines. */
export const CANCELLATION = {
  lead: (hours: number): string =>
    hours === 0
      ? 'Free to cancel or move until it starts.'
      : `Free to cancel or move until ${hoursOf(hours)} before.`,
  leadUntil: (instant: string): string => `Free to cancel or move until ${instant}.`,
  leadPast: (hours: number): string => `It starts in less than ${hoursOf(hours)}.`,
  later: 'After that, the price is kept.',
  laterPast: 'Canceling does not bring the price back.',
  ours: 'If your interviewer cancels or does not come, all of it goes back.',
} as const;

/** "24 hours" */
export const hoursOf = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
