/** What a person wants to know of an .ics file at a glance: property names and their plain values. */
export function calendarSummary(icalendar: string): [name: string, value: string][] {
  const shown = [
    'METHOD',
    'STATUS',
    'SUMMARY',
    'DTSTART',
    'DTEND',
    'LOCATION',
    'ORGANIZER',
    'ATTENDEE',
    'UID',
    'SEQUENCE',
  ];
  const found: [string, string][] = [];
  let component = '';
  for (const line of unfold(icalendar)) {
    const { name, zone, value } = property(line);
    if (name === 'BEGIN') component = value;
    // VTIMEZONE and VALARM have a DTSTART and a SUMMARY of their own.
    const ours = component === 'VCALENDAR' || component === 'VEVENT';
    if (ours && shown.includes(name)) found.push([name, zone ? `${value} (${zone})` : value]);
    if (name === 'END') component = 'VCALENDAR';
  }
  return found.sort(([a], [b]) => shown.indexOf(a) - shown.indexOf(b));
}

/** RFC 5545 wraps long lines with a line break and one blank. */
function unfold(icalendar: string): string[] {
  return icalendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
}

function property(line: string): { name: string; zone: string | undefined; value: string } {
  const [, name = '', parameters = '', value = ''] =
    /^([^:;]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/.exec(line) ?? [];
  return {
    name: name.toUpperCase(),
    zone: /;TZID="?([^";:]+)/i.exec(parameters)?.[1],
    value: value.replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1'),
  };
}
