import { type Context, Hono } from 'hono';
import { z } from 'zod';
import {
  changeEventType,
  eventTypeById,
  eventTypeOf,
  removeEventType,
  upsertEventType,
  userNamed,
} from '../accounts.ts';
import type { EventType } from '../model.ts';
import type { World } from '../world.ts';
import { callerOf, mayManage, requiredCaller, requiredUser } from './access.ts';
import { answer, answerError, bodyOf, type CalEnv, notFound } from './answers.ts';
import { eventTypeShape, oldEventTypeShape } from './event-type-shapes.ts';
import { isCurrent } from './versions.ts';

export const policyInput = z.union([
  z.object({
    type: z.enum(['always', 'time']),
    noticeThreshold: z.object({ unit: z.string(), count: z.number() }).optional(),
    blockUnconfirmedBookingsInBooker: z.boolean(),
  }),
  z.object({ disabled: z.literal(true) }),
]);
const createInput = z.object({
  title: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  lengthInMinutes: z.number().int().min(1),
  lengthInMinutesOptions: z.array(z.coerce.number().int().min(1)).optional(),
  description: z.string().optional(),
  slotInterval: z.number().int().min(1).optional(),
  minimumBookingNotice: z.number().int().min(0).optional(),
  disableGuests: z.boolean().optional(),
  hidden: z.boolean().optional(),
  confirmationPolicy: policyInput.optional(),
});

/** `/v2/event-types`: public to list by user name, the owner's to create and change. */
export function eventTypeRoutes(world: World): Hono<CalEnv> {
  const app = new Hono<CalEnv>();

  app.get('/', (c) => {
    const caller = callerOf(world, c);
    if (caller instanceof Response) return caller;
    const own = caller && 'user' in caller ? caller.user : undefined;
    const username = c.req.query('username') ?? own?.username;
    const slug = c.req.query('eventSlug');
    const owner = username === undefined ? undefined : userNamed(world, username);
    const chosen = world.eventTypes.filter(
      (eventType) =>
        eventType.ownerId === owner?.id &&
        (slug === undefined || eventType.slug === slug) &&
        (!eventType.hidden || own?.id === eventType.ownerId),
    );
    if (isCurrent(c, 'eventTypes'))
      return answer(
        c,
        chosen.map((one) => eventTypeShape(world, one)),
      );
    return answer(c, { eventTypeGroups: [{ eventTypes: chosen.map(oldEventTypeShape) }], profiles: [] });
  });

  app.post('/', async (c) => {
    const owner = requiredUser(world, c);
    if (owner instanceof Response) return owner;
    const body = await bodyOf(c, createInput);
    if (body instanceof Response) return body;
    if (eventTypeOf(world, owner.username, body.slug)) return slugTaken(c);
    return shown(c, upsertEventType(world, owner, body), 201);
  });

  app.get('/:id', (c) => {
    const eventType = managed(c);
    return eventType instanceof Response ? eventType : shown(c, eventType);
  });

  app.patch('/:id', async (c) => {
    const eventType = managed(c);
    if (eventType instanceof Response) return eventType;
    const body = await bodyOf(c, createInput.partial());
    if (body instanceof Response) return body;
    const sameSlug = world.eventTypes.find(
      (one) => one.ownerId === eventType.ownerId && one.slug === body.slug,
    );
    if (sameSlug && sameSlug !== eventType) return slugTaken(c);
    return shown(c, changeEventType(world, eventType, body));
  });

  app.delete('/:id', (c) => {
    const eventType = managed(c);
    if (eventType instanceof Response) return eventType;
    removeEventType(world, eventType);
    const { id, title, slug, lengthInMinutes } = eventType;
    return answer(c, { id, title, slug, lengthInMinutes });
  });

  return app;

  function managed(c: Context): EventType | Response {
    return managedEventType(world, c, c.req.param('id'));
  }

  function shown(c: Context, eventType: EventType, status: 200 | 201 = 200): Response {
    if (isCurrent(c, 'eventTypes')) return answer(c, eventTypeShape(world, eventType), status);
    return answer(c, { eventType: oldEventTypeShape(eventType) }, status);
  }
}

/** The event type, if the caller may manage it. A stranger learns nothing more than that it is not theirs. */
export function managedEventType(world: World, c: Context, id: string | undefined): EventType | Response {
  const caller = requiredCaller(world, c);
  if (caller instanceof Response) return caller;
  const eventType = eventTypeById(world, Number(id));
  if (!eventType) return notFound(c, `Event type with id ${id} not found`);
  if (mayManage(caller, eventType)) return eventType;
  return answerError(c, 403, 'ForbiddenException', `User does not own event type with ID ${id}`);
}

function slugTaken(c: Context): Response {
  return answerError(c, 400, 'BadRequestException', 'User already has an event type with this slug.');
}
