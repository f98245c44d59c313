import { Hono } from 'hono';
import { z } from 'zod';
import { addWebhook } from '../accounts.ts';
import type { EventType, Webhook } from '../model.ts';
import type { World } from '../world.ts';
import { answer, bodyOf, type CalEnv, notFound } from './answers.ts';
import { managedEventType } from './event-types.ts';

const createInput = z.object({
  active: z.boolean(),
  subscriberUrl: z.url(),
  triggers: z.array(z.string()),
  secret: z.string().optional(),
});

/** `/v2/event-types/{id}/webhooks`; this family has no version header. */
export function webhookRoutes(world: World): Hono<CalEnv> {
  const app = new Hono<CalEnv>();

  app.get('/:eventTypeId/webhooks', (c) => {
    const eventType = managedEventType(world, c, c.req.param('eventTypeId'));
    if (eventType instanceof Response) return eventType;
    return answer(
      c,
      eventType.webhooks.map((webhook) => shape(eventType, webhook)),
    );
  });

  app.post('/:eventTypeId/webhooks', async (c) => {
    const eventType = managedEventType(world, c, c.req.param('eventTypeId'));
    if (eventType instanceof Response) return eventType;
    const body = await bodyOf(c, createInput);
    if (body instanceof Response) return body;
    return answer(c, shape(eventType, addWebhook(world, eventType, body)), 201);
  });

  app.on(['GET', 'PATCH', 'DELETE'], '/:eventTypeId/webhooks/:webhookId', async (c) => {
    const eventType = managedEventType(world, c, c.req.param('eventTypeId'));
    if (eventType instanceof Response) return eventType;
    const webhook = eventType.webhooks.find(({ id }) => id === Number(c.req.param('webhookId')));
    if (!webhook) return notFound(c, `Webhook with id ${c.req.param('webhookId')} not found`);
    if (c.req.method === 'DELETE') eventType.webhooks = eventType.webhooks.filter((one) => one !== webhook);
    if (c.req.method === 'PATCH') {
      const body = await bodyOf(c, createInput.partial());
      if (body instanceof Response) return body;
      Object.assign(webhook, body);
    }
    world.changed();
    return answer(c, shape(eventType, webhook));
  });

  return app;
}

function shape(eventType: EventType, { secret, ...webhook }: Webhook) {
  return {
    payloadTemplate: '',
    eventTypeId: eventType.id,
    ...webhook,
    ...(secret === null ? {} : { secret }),
  };
}
