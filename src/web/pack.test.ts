import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from './env.ts';
import { pack } from './pack.ts';

const TEXT = 'A page that says the same thing again. '.repeat(100);

const app = new Hono<AppEnv>();
app.use(pack());
app.get('/page', (c) => c.html(TEXT, 200, { Vary: 'HX-Request' }));
app.get('/short', (c) => c.html('short'));
app.get('/picture', (c) => c.body(TEXT, 200, { 'Content-Type': 'image/png' }));

const ask = (path: string, encoding?: string, method = 'GET') =>
  app.request(path, { method, headers: encoding ? { 'Accept-Encoding': encoding } : {} });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a page of text', () => {
  it('goes out in Brotli where the browser takes it', async () => {
    const response = await ask('/page', 'gzip, deflate, br, zstd');
    expect(response.headers.get('Content-Encoding')).toBe('br');
    const packed = await bytesOf(response);
    expect(packed.length).toBeLessThan(200);
    expect(brotliDecompressSync(packed).toString()).toBe(TEXT);
  });

  it.each(['gzip', 'gzip;q=0.5, br;q=0'])('goes out in gzip for: %s', async (accepted) => {
    const response = await ask('/page', accepted);
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await bytesOf(response)).toString()).toBe(TEXT);
  });

  it.each([undefined, 'identity', 'br;q=0'])('goes out as it is for: %s', async (accepted) => {
    const response = await ask('/page', accepted);
    expect(response.headers.get('Content-Encoding')).toBeNull();
    expect(await response.text()).toBe(TEXT);
  });

  it('says that its answer depends on what the browser takes, whatever that was', async () => {
    for (const accepted of [undefined, 'br']) {
      expect((await ask('/page', accepted)).headers.get('Vary')).toBe('HX-Request, Accept-Encoding');
    }
  });
});

describe('a page of one person', () => {
  const own = new Hono<AppEnv>();
  own.use(pack('private'));
  own.get('/page', (c) => c.html(TEXT));
  const encodingFor = async (site: string | null) => {
    const headers = { 'Accept-Encoding': 'br', ...(site && { 'Sec-Fetch-Site': site }) };
    return (await own.request('/page', { headers })).headers.get('Content-Encoding');
  };

  it.each(['same-origin', 'none'])('is packed for whom no other site can have sent: %s', async (site) => {
    expect(await encodingFor(site)).toBe('br');
  });

  it.each(['cross-site', 'same-site', null])(
    'goes out as it is, its length telling nothing, where another site may ask: %s',
    async (site) => {
      expect(await encodingFor(site)).toBeNull();
    },
  );
});

it.each([
  ['a short page', '/short'],
  ['a picture', '/picture'],
])('%s is not packed', async (_name, path) => {
  const response = await ask(path, 'br');
  expect(response.headers.get('Content-Encoding')).toBeNull();
  expect(await response.text()).not.toBe('');
});
