/** Dates and times in one chosen zone. Days are `2026-11-23`, months `2026-11`. */
export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function clockIn(timeZone) {
  const format = (options) => new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const long = format({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
  const offset = format({ timeZoneName: 'shortOffset' });
  return {
    dayOf: (instant) => day.format(new Date(instant)),
    timeOf: (instant) => time.format(new Date(instant)),
    longDateOf: (instant) => long.format(new Date(instant)),
    offsetOf: (instant) =>
      offset.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName').value,
  };
}

/** "Monday, November 23" */
export const dayName = (day) => inUtc({ weekday: 'long', month: 'long', day: 'numeric' }).format(noon(day));

/** "November 2026" */
export const monthName = (month) => inUtc({ month: 'long', year: 'numeric' }).format(noon(`${month}-01`));

export function addMonths(month, count) {
  const date = noon(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

/** The month as weeks of seven, Monday first, with `null` outside the month. */
export function weeksOf(month) {
  const first = noon(`${month}-01`);
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const cells = Array((first.getUTCDay() + 6) % 7).fill(null);
  for (let day = 1; day <= count; day++) cells.push(`${month}-${String(day).padStart(2, '0')}`);
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Every zone this browser knows, UTC and its own included. */
export function timeZones() {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', browserZone])].sort();
}

const inUtc = (options) => new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const noon = (day) => new Date(`${day}T12:00:00Z`);
