/** All recurring work, in cron's notation (UTC). */
export const schedule = {
  /** Finishes what a lost webhook, a crash or an outage left half-way. */
  reconcile: '* * * * *',
  /** Reads the calendars that were looked at longest ago, so that "next open" on the list is true. */
  'read-calendars': '* * * * *',
} as const;

export type Schedule = keyof typeof schedule;
