/** All recurring work, in cron's notation (UTC). A worker that starts does each once. */
export const schedule = {
  /** Finishes what a lost webhook, a crash or an outage left half-way. */
  reconcile: '* * * * *',
  /** Takes in what Stripe could not deliver. */
  'sweep-payments': '*/3 * * * *',
  /** Finds what changed on cal.com without our being told. */
  'sweep-calendars': '*/3 * * * *',
  /** Reads the calendars that were looked at longest ago, so that "next open" on the list is true. */
  'read-calendars': '* * * * *',
  /** Reminds of feedback that candidates wait for. */
  'remind-of-reports': '*/10 * * * *',
  /** Checks the connections to cal.com that were not checked for a day. */
  'check-calendars': '41 * * * *',
  /** Forgets sessions, codes and counted tries that are over. */
  'tidy-accounts': '23 * * * *',
} as const;

export type Schedule = keyof typeof schedule;
