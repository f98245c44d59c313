import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { changeEventType, eventTypeById, removeEventType, userNamed } from '../accounts.ts';
import type { CalEnv } from '../api/answers.ts';
import type { World } from '../world.ts';

/** What the buttons of an account's panel do. */
export function accountRoutes(world: World): Hono<CalEnv> {
  const app = new Hono<CalEnv>();
  app.post('/_dashboard/accounts/:username/:verb', async (c) => {
    const user = userNamed(world, c.req.param('username'));
    if (!user) return c.notFound();
    const { id } = await c.req.parseBody();
    const eventType = eventTypeById(world, Number(id));
    const verb = c.req.param('verb');
    if (verb === 'new-key') user.apiKey = `cal_sandbox_${randomBytes(12).toString('hex')}`;
    if (eventType?.ownerId === user.id) {
      if (verb === 'delete') removeEventType(world, eventType);
      if (verb === 'drop-webhooks') eventType.webhooks = [];
      if (verb === 'loosen') {
        const confirmationPolicy = { disabled: true } as const;
        changeEventType(world, eventType, { lengthInMinutes: 30, disableGuests: false, confirmationPolicy });
      }
    }
    world.changed();
    return c.redirect(`/_dashboard/hosts/${user.username}`, 303);
  });
  return app;
}
