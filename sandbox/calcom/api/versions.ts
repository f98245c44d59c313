import type { Context } from 'hono';

/**
 * The `cal-api-version` values each family understands. Anything else, or nothing, silently gets an older
 * version whose answers look different: the mistake our client must never make.
 * Bookings: the document names 2024-08-13, our reference asks for its successor 2026-02-25 of the same shape.
 */
const CURRENT = {
  slots: ['2024-09-04'],
  eventTypes: ['2024-06-14'],
  bookings: ['2024-08-13', '2026-02-25'],
} as const;

export function isCurrent(c: Context, family: keyof typeof CURRENT): boolean {
  return CURRENT[family].some((version) => version === c.req.header('cal-api-version'));
}
