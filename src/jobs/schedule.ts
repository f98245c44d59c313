/** All recurring work, in cron's notation (UTC). */
export const schedule = {
  /** Finishes what a lost webhook, a crash or an outage left half-way. */
  reconcile: '* * * * *',
} as const;

export type Schedule = keyof typeof schedule;
