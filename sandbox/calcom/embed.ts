import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { CalEnv } from './api/answers.ts';

/** `/embed/embed.js`: the real script from npm, the page's half of the widget. */
export function embedRoutes(): Hono<CalEnv> {
  const manifest = import.meta.resolve('@calcom/embed-core/package.json');
  const script = readFileSync(new URL('dist/embed/embed.js', manifest), 'utf8');
  const app = new Hono<CalEnv>();
  app.get('/embed.js', (c) =>
    c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=60',
    }),
  );
  return app;
}
