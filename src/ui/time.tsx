import { zoneName } from '../zones.ts';

/** Dates the US way, clocks in 24 hours, always in a named zone. Instants come in as `Date`. */

type Part = 'weekday' | 'day' | 'month' | 'hour' | 'minute';

/** "Thu Nov 19, 15:00" */
export function formatInstant(at: Date, zone: string): string {
  const part = parts(at, zone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${part('weekday')} ${part('month')} ${part('day')}, ${part('hour')}:${part('minute')}`;
}

/** "Thursday, November 19" */
export function formatDay(at: Date, zone: string): string {
  const part = parts(at, zone, { weekday: 'long', month: 'long', day: 'numeric' });
  return `${part('weekday')}, ${part('month')} ${part('day')}`;
}

/** "15:00" */
export function formatClock(at: Date, zone: string): string {
  const part = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${part('hour')}:${part('minute')}`;
}

/** "15:00–16:30", with the day of the end where it is another one: "23:30–01:00 (Fri)" */
export function formatSpan(from: Date, to: Date, zone: string): string {
  const span = `${formatClock(from, zone)}–${formatClock(to, zone)}`;
  if (formatDay(from, zone) === formatDay(to, zone)) return span;
  return `${span} (${parts(to, zone, { weekday: 'short' })('weekday')})`;
}

/** "UTC−5", "UTC+5:30" or "UTC": what the zone's clocks are set to at that instant. */
export function zoneOffset(zone: string, at: Date): string {
  const name = formatter(zone, { timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  if (!sign || !hours || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** "New York": the place that names the zone. */
export function zonePlace(zone: string): string {
  return (zoneName(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "New York, UTC−5" */
export function zoneLabel(zone: string, at: Date): string {
  const place = zonePlace(zone);
  const offset = zoneOffset(zone, at);
  return place === offset ? place : `${place}, ${offset}`;
}

const SHOWN = { instant: formatInstant, day: formatDay, clock: formatClock } as const;

/** An instant for people, and for machines in its attribute. Name the zone once near it. */
export function Time({ at, zone, show = 'instant' }: { at: Date; zone: string; show?: keyof typeof SHOWN }) {
  return <time datetime={at.toISOString()}>{SHOWN[show](at, zone)}</time>;
}

function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): (type: Part) => string {
  const found = formatter(zone, options).formatToParts(at);
  return (type) => found.find((part) => part.type === type)?.value ?? '';
}

/** Making a formatter takes a hundred times what using it does, and a list has hundreds of times. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Zones come from visitors: what is kept of them must have an end. */
const MOST_FORMATTERS = 1_000;

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  if (formatters.size >= MOST_FORMATTERS) formatters.clear();
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
  formatters.set(key, made);
  return made;
}
