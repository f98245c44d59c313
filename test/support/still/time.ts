/** The moment at which the pages of the pictures were made: a Tuesday, 9:07 in New York. */
export const STILL = new Date('2026-11-17T14:07:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** So long before or after that moment. */
export const at = (milliseconds: number): Date => new Date(STILL.getTime() + milliseconds);
