/** Names of time zones: which there are, and what they are called today. */

/** Clocks know some cities by the name they had in 1993; the people who live there do not. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** "Asia/Kolkata", also for the zone that browsers and Node report as "Asia/Calcutta". */
export const zoneName = (zone: string): string => RENAMED[zone] ?? zone;

/** Every zone this machine knows, by today's names. */
export const allZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').map(zoneName)];

/** Whether the name is one this machine's clocks know ("Europe/Berlin"); offsets alone are not. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
