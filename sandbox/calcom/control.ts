import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { chaosInput, startChaos } from '../chance.ts';
import { eventTypeOf, setWebhooks, upsertEventType, upsertUser } from './accounts.ts';
import { bodyOf, type CalEnv } from './api/answers.ts';
import { policyInput } from './api/event-types.ts';
import { attendeeInput, instantInput, timeZoneInput } from './api/inputs.ts';
import { type Desk, requestBooking } from './bookings.ts';
import type { EventType, User } from './model.ts';
import { stateOf, stateQuery } from './state.ts';
import { forget, noFaults } from './world.ts';

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const userInput = z.object({
  name: z.string(),
  email: z.email(),
  timeZone: timeZoneInput,
  apiKey: z.string().min(1),
  schedule: z
    .array(z.object({ days: z.array(z.number().int().min(0).max(7)), from: time, to: time }))
    .optional(),
  eventTypes: z
    .array(
      z.object({
        slug: z.string().min(1),
        title: z.string(),
        lengthInMinutes: z.number().int().min(1),
        description: z.string().optional(),
        slotInterval: z.number().int().min(1).optional(),
        minimumBookingNotice: z.number().int().min(0).optional(),
        disableGuests: z.boolean().optional(),
        hidden: z.boolean().optional(),
        confirmationPolicy: policyInput.optional(),
        webhooks: z
          .array(
            z.object({ subscriberUrl: z.url(), triggers: z.array(z.string()), secret: z.string().nullish() }),
          )
          .optional(),
      }),
    )
    .optional(),
});
const bookingInput = z.object({
  username: z.string(),
  slug: z.string(),
  start: instantInput,
  attendee: attendeeInput,
  metadata: z.record(z.string(), z.string()).optional(),
  force: z.boolean().optional(),
});
const apiFault = z.object({
  match: z.string().optional(),
  mode: z.enum(['down', 'slow', '500-before', '500-after-commit', 'drop-after-commit', '429', '403']),
  times: z.number().int().min(1).optional(),
  delayMs: z.number().min(0).optional(),
});
const faultsInput = z.object({
  webhooks: z
    .object({
      drop: z.union([z.boolean(), z.number().int().min(0)]).optional(),
      delayMs: z.number().min(0).optional(),
      duplicate: z.boolean().optional(),
      reorder: z.boolean().optional(),
    })
    .optional(),
  api: z.union([apiFault, z.array(apiFault)]).nullish(),
  chaos: chaosInput.nullish(),
  rateLimit: z.boolean().optional(),
});
const clockInput = z.union([
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ reset: z.literal(true) }),
]);
const teamKeyInput = z.object({ key: z.string().min(1).nullable() });
const resetInput = z.object({ keepUsers: z.boolean().optional() });

/** Body of `PUT /_sandbox/users/:username`. Webhooks, where given, replace the event type's own. */
export type UserInput = z.input<typeof userInput>;
/** Answer of `PUT /_sandbox/users/:username`; the ids never change for the same names. */
export type UserOutput = { user: User; eventTypes: EventType[] };
/** Body of `POST /_sandbox/bookings`; the answer is a `Booking`. */
export type BookingInput = z.input<typeof bookingInput>;
/** Body of `POST /_sandbox/faults`; what is not named stays as it was. `api` and `chaos` are replaced whole. */
export type FaultsInput = z.input<typeof faultsInput>;
/** Body of `POST /_sandbox/clock`. */
export type ClockInput = z.input<typeof clockInput>;
/** Body of `PUT /_sandbox/team-key`. */
export type TeamKeyInput = z.input<typeof teamKeyInput>;
/** Body of `POST /_sandbox/reset`. */
export type ResetInput = z.input<typeof resetInput>;
export type { Booking, Delivery, EventType, Faults, User } from './model.ts';
export type { State } from './state.ts';

/** `/_sandbox/*`: how tests and demo data set the stage. Nothing like it exists on the real cal.com. */
export function controlRoutes(desk: Desk): Hono<CalEnv> {
  const { world } = desk;
  const app = new Hono<CalEnv>();

  app.put('/users/:username', async (c) => {
    const body = await bodyOf(c, userInput);
    if (body instanceof Response) return body;
    const { eventTypes: wishes = [], ...account } = body;
    const user = upsertUser(world, { ...account, username: c.req.param('username') });
    const eventTypes = wishes.map(({ webhooks, ...wish }) => {
      const eventType = upsertEventType(world, user, wish);
      if (webhooks) setWebhooks(world, eventType, webhooks);
      return eventType;
    });
    return c.json({ user, eventTypes } satisfies UserOutput);
  });

  app.put('/team-key', async (c) => {
    const body = await bodyOf(c, teamKeyInput);
    if (body instanceof Response) return body;
    world.teamKey = body.key;
    world.changed();
    return c.json({ teamKey: world.teamKey });
  });

  app.get('/state', (c) => {
    const query = stateQuery.safeParse(c.req.query());
    return query.success
      ? c.json(stateOf(world, query.data))
      : c.json({ error: z.prettifyError(query.error) }, 400);
  });

  app.post('/faults', async (c) => {
    const body = await bodyOf(c, faultsInput);
    if (body instanceof Response) return body;
    if (body.webhooks) Object.assign(world.faults.webhooks, body.webhooks);
    if (body.api !== undefined) world.faults.api = [body.api ?? []].flat();
    if (body.chaos !== undefined) world.faults.chaos = body.chaos && startChaos(body.chaos);
    if (body.rateLimit !== undefined) world.faults.rateLimit = body.rateLimit;
    return c.json(world.faults);
  });

  app.delete('/faults', (c) => {
    world.faults = noFaults();
    return c.json(world.faults);
  });

  app.post('/clock', async (c) => {
    const body = await bodyOf(c, clockInput);
    if (body instanceof Response) return body;
    if ('reset' in body) world.clockOffsetMs = 0;
    else world.clockOffsetMs += body.advanceSeconds * 1000;
    world.changed();
    return c.json({ now: world.now().toString({ smallestUnit: 'millisecond' }) });
  });

  app.post('/reset', async (c) => {
    const body = await bodyOf(c, resetInput);
    if (body instanceof Response) return body;
    forget(world, body.keepUsers === true);
    return c.json({ reset: true });
  });

  app.post('/bookings', async (c) => {
    const body = await bodyOf(c, bookingInput);
    if (body instanceof Response) return body;
    const { username, slug, force = false, ...wish } = body;
    const eventType = eventTypeOf(world, username, slug);
    if (!eventType) return refuse(c, 404, `no event type ${username}/${slug}`);
    const booking = requestBooking(desk, eventType, wish, { force });
    return 'refused' in booking
      ? refuse(c, booking.refused.status, booking.refused.message)
      : c.json(booking, 201);
  });

  app.all('*', (c) => refuse(c, 404, `no control ${c.req.method} ${c.req.path}`));
  return app;
}

function refuse(c: Context, status: 400 | 401 | 404, error: string): Response {
  return c.json({ error }, status);
}
