import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, it, vi } from 'vitest';
import type { Deps } from '../deps.ts';
import { noAssets } from './assets.fixture.ts';
import type { AppEnv } from './env.ts';
import { onError, tooSoon } from './errors.tsx';

const log = { error: vi.fn() };

function answerTo(error: Error, method = 'GET') {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('requestId', 'request-1');
    c.set('shell', {
      assets: noAssets,
      publicUrl: new URL('https://a.example'),
      path: c.req.path,
      theme: 'auto',
      isFirstVisit: false,
      contact: 'help@a.example',
      sampleData: false,
      terms: { freeCancelHours: 24, guaranteeDays: 7 },
    });
    await next();
  });
  app.all('/page', () => {
    throw error;
  });
  app.onError(onError({ log } as unknown as Deps));
  return app.request('/page', { method });
}

const coded = (code: string) => Object.assign(new Error('connect'), { code });

describe('every refusal is a page that says what to do', () => {
  it.each([
    [400, 'makes no sense', '/'],
    [403, 'another site', '/'],
    [404, 'Find an interviewer', '/interviewers'],
    [410, 'was here once', '/interviewers'],
    [413, 'up to 5 MB', '/page'],
    [418, 'did not work', '/page'],
  ] as const)('%i', async (status, words, way) => {
    const response = await answerTo(new HTTPException(status));
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(html).toContain(words);
    expect(html).toMatch(new RegExp(`class="btn btn--primary btn--wide" href="${way}"`));
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  it.each([
    [45, '45 seconds'],
    [60, 'a minute'],
    [601, '11 minutes'],
  ])('429 after %i seconds says when to come back, to people and to machines', async (seconds, words) => {
    const response = await answerTo(tooSoon(seconds));
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(String(seconds));
    expect(await response.text()).toContain(`Wait ${words}`);
  });
});

describe('what breaks on our side', () => {
  it('is a 500 with the number to quote, its reason in the log only', async () => {
    const response = await answerTo(new Error('secret reason'));
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain('request-1');
    expect(html).not.toContain('secret reason');
    expect(log.error).toHaveBeenCalled();
  });

  it('is a 503 while the database does not answer', async () => {
    for (const error of [coded('ECONNREFUSED'), coded('57P03'), new HTTPException(503)]) {
      const response = await answerTo(error);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('30');
    }
    expect((await answerTo(coded('23505'))).status).toBe(500);
  });

  it('does not send people back to an address that only takes forms', async () => {
    expect(await (await answerTo(new Error('no'), 'POST')).text()).toContain('Back to the start');
  });
});
