import { Hono } from 'hono';
import type { World } from '../world.ts';
import { requiredUser } from './access.ts';
import { answer, type CalEnv } from './answers.ts';

/** `GET /v2/me`: how our side learns whose key it was given. */
export function meRoutes(world: World): Hono<CalEnv> {
  const app = new Hono<CalEnv>();
  app.get('/', (c) => {
    const user = requiredUser(world, c);
    if (user instanceof Response) return user;
    const { id, username, email, name, timeZone } = user;
    return answer(c, {
      id,
      username,
      email,
      name,
      avatarUrl: null,
      bio: null,
      timeFormat: 24,
      defaultScheduleId: null,
      weekStart: 'Monday',
      timeZone,
      organizationId: null,
    });
  });
  return app;
}
