import { CANCELLATION } from './cancellation-words.ts';

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
