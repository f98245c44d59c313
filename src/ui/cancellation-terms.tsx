/** What canceling costs, where money is near: the same words before paying and after. */
export const CANCELLATION = {
  lead: (hours: number): string =>
    hours === 0
      ? 'Free to cancel or move until it starts.'
      : `Free to cancel or move until ${hoursBefore(hours)}.`,
  leadUntil: (instant: string): string => `Free to cancel or move until ${instant}.`,
  leadPast: (hours: number): string => `It starts in less than ${hoursOf(hours)}.`,
  later: 'After that, the price is kept.',
  laterPast: 'Canceling does not bring the price back.',
  ours: 'If your interviewer cancels or does not come, all of it goes back.',
} as const;

/**
 * The terms of canceling. `hours` before the start are what is promised; with a chosen time, `until` names
 * the instant ("Wed Nov 18, 15:00, New York"), and `isPast` says that it is gone already.
 */
export function CancellationTerms({
  hours,
  until,
  isPast = false,
}: {
  hours: number;
  until?: string;
  isPast?: boolean;
}) {
  const lead = isPast
    ? CANCELLATION.leadPast(hours)
    : until
      ? CANCELLATION.leadUntil(until)
      : CANCELLATION.lead(hours);
  return (
    <p class="cancel-terms">
      <b>{lead}</b> {isPast ? CANCELLATION.laterPast : CANCELLATION.later} {CANCELLATION.ours}
    </p>
  );
}

/** "24 hours before" */
export const hoursBefore = (hours: number): string => `${hoursOf(hours)} before`;

/** "24 hours" */
export const hoursOf = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
