import { zoneLabel } from '../../ui/time.tsx';

/** Says in which zone the times below are. UTC is what a first visit gets: not called the visitor's own. */
export function nextTimesIn(zone: string, at: Date): string {
  const label = zoneLabel(zone, at);
  return label === 'UTC' ? 'Next open times, in UTC' : `Next open times, in your time zone (${label})`;
}
