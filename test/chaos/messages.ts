/** The recurring work that a tick of the clock brings about, by the names of the schedule. */
export type Round =
  | 'reconcile'
  | 'sweep-payments'
  | 'sweep-calendars'
  | 'read-calendars'
  | 'remind-of-reports';

/** What the parent tells a process of the application. */
export type ToProcess = { aheadMs: number } | { tick: Round[]; number: number };

/** What it answers. */
export type FromProcess = { ready: true } | { ticked: number };
