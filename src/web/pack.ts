import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './env.ts';

type Packer = (bytes: Uint8Array) => Promise<Buffer<ArrayBuffer>>;

/** Quality 5 packs a page of the list in a few milliseconds, to within a tenth of what quality 11 would. */
const QUALITY = 5;
const PACKERS: [encoding: string, Packer][] = [
  [
    'br',
    (bytes) =>
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  ['gzip', (bytes) => promisify(gzip)(bytes)],
];
/** Smaller answers fit into one packet anyhow. */
const WORTH_IT = 1024;
const TEXT = /^(text\/|image\/svg|application\/(json|ld\+json|manifest\+json|xml))/;

/** What a browser says of a request that no other site can have made: from a page of ours, or by hand. */
const OUR_OWN = ['same-origin', 'none'];

/**
 * Packs answers of text with the best the browser takes. Pages are made whole before they are sent, so they are
 * packed whole and their length is known. The length of a packed page tells something of what is in it, to
 * somebody who can have it asked for again and again with guesses in it (BREACH, 2013): `private` packs only
 * where the browser says that no other site asked.
 */
export function pack(who: 'public' | 'private' = 'public'): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    if (who === 'private' && !OUR_OWN.includes(c.req.header('Sec-Fetch-Site') ?? '')) return;
    const { headers } = c.res;
    if (!TEXT.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return;
    headers.append('Vary', 'Accept-Encoding');
    const accepted = c.req.header('Accept-Encoding') ?? '';
    const [encoding, packer] = PACKERS.find(([name]) => accepts(accepted, name)) ?? [];
    if (!packer || c.req.method === 'HEAD') return;
    const bytes = new Uint8Array(await c.res.arrayBuffer());
    const isWorthIt = bytes.length >= WORTH_IT;
    c.res = new Response(isWorthIt ? await packer(bytes) : bytes, c.res);
    if (isWorthIt) c.res.headers.set('Content-Encoding', encoding ?? '');
    c.res.headers.delete('Content-Length');
  };
}

/** Whether the header names the encoding and does not refuse it with `q=0`. */
function accepts(header: string, name: string): boolean {
  return header.split(',').some((one) => {
    const [encoding, ...parameters] = one
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return encoding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
