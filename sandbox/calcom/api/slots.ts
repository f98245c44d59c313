import { type Context, Hono } from 'hono';
import { eventTypeById, eventTypeOf } from '../accounts.ts';
import { freeSlots, type Slot } from '../availability.ts';
import type { World } from '../world.ts';
import { answer, answerError, type CalEnv, notFound } from './answers.ts';
import { isTimeZone } from './inputs.ts';
import { isCurrent } from './versions.ts';

/** `GET /v2/slots`: public, grouped by the date in the zone that was asked for. */
export function slotRoutes(world: World): Hono<CalEnv> {
  const app = new Hono<CalEnv>();
  app.get('/', (c) => {
    const id = c.req.query('eventTypeId');
    const eventType = id
      ? eventTypeById(world, Number(id))
      : eventTypeOf(world, c.req.query('username') ?? '', c.req.query('eventTypeSlug') ?? '');
    if (!eventType) return notFound(c, 'Event Type not found');
    const timeZone = c.req.query('timeZone') ?? 'UTC';
    if (!isTimeZone(timeZone)) return badRequest(c, `Invalid time zone: ${timeZone}`);
    const from = bound(c.req.query('start') ?? c.req.query('startTime'), '00:00:00Z');
    const until = bound(c.req.query('end') ?? c.req.query('endTime'), '23:59:59.999Z');
    if (!from || !until) return badRequest(c, 'start and end must be valid ISO 8601 dates');
    const movingUid = c.req.query('bookingUidToReschedule');
    const slots = freeSlots(world, eventType, from, until, { movingUid });
    if (!isCurrent(c, 'slots'))
      return answer(c, { slots: byDate(slots, timeZone, ({ start }) => ({ time: start })) });
    const ranges = c.req.query('format') === 'range';
    return answer(
      c,
      byDate(slots, timeZone, ({ start, end }) => (ranges ? { start, end } : { start })),
    );
  });
  return app;
}

/** A date alone means its first or last moment in UTC. */
function bound(text: string | undefined, time: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? `${text}T${time}` : (text ?? ''));
  } catch {
    return undefined;
  }
}

function byDate(
  slots: readonly Slot[],
  timeZone: string,
  shape: (times: { start: string; end: string }) => Record<string, string>,
): Record<string, Record<string, string>[]> {
  const dates: Record<string, Record<string, string>[]> = {};
  for (const { start, end } of slots) {
    const date = start.toZonedDateTimeISO(timeZone).toPlainDate().toString();
    dates[date] ??= [];
    dates[date].push(shape({ start: inZone(start, timeZone), end: inZone(end, timeZone) }));
  }
  return dates;
}

function inZone(instant: Temporal.Instant, timeZone: string): string {
  const options = { smallestUnit: 'millisecond' } as const;
  return timeZone === 'UTC' ? instant.toString(options) : instant.toString({ ...options, timeZone });
}

function badRequest(c: Context, message: string): Response {
  return answerError(c, 400, 'BadRequestException', message);
}
