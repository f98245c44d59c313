import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

// What a page weighs over the wire: it and all that its HTML names, packed as a browser gets them.

export const KINDS = ['html', 'css', 'script', 'font', 'image', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export interface Weight {
  /** Bytes of the bodies by kind. */
  bytes: Record<Kind, number>;
  total: number;
  /** Addresses on other sites that the page would fetch. */
  foreign: string[];
}

/** Weighs the page at `url`. Portraits further down count too, though a browser waits with them. */
export async function weigh(url: string, headers: Record<string, string> = {}): Promise<Weight> {
  const page = await fetched(url, headers);
  const addresses = new Set([...resources(page.text)].map((address) => new URL(address, url).href));
  const fonts = new Set<string>();
  const { origin } = new URL(url);
  const foreign = [...addresses].filter((address) => new URL(address).origin !== origin);
  const bytes: Record<Kind, number> = { html: page.size, css: 0, script: 0, font: 0, image: 0, other: 0 };
  for (const address of addresses) {
    if (foreign.includes(address)) continue;
    const { size, type, text } = await fetched(address);
    bytes[kindOf(type)] += size;
    for (const font of fontsOf(text)) fonts.add(new URL(font, address).href);
  }
  for (const address of fonts) bytes.font += (await fetched(address)).size;
  return { bytes, total: Object.values(bytes).reduce((sum, size) => sum + size, 0), foreign };
}

/** Everything that a browser fetches for this HTML, also after the paint; of the icons the one it prefers. */
function* resources(html: string): Generator<string> {
  for (const [tag] of html.matchAll(/<(?:link|script|img|iframe|source)\b[^>]*>/g)) {
    const rel = /\brel="([^"]+)"/.exec(tag)?.[1] ?? '';
    if (tag.startsWith('<link') && !/^(stylesheet|preload|modulepreload|manifest)$/.test(rel)) {
      if (rel !== 'icon' || !tag.includes('svg')) continue;
    }
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1];
    if (address) yield address.replaceAll('&amp;', '&');
    yield* /\bdata-scripts="([^"]+)"/.exec(tag)?.[1]?.split(' ') ?? [];
  }
}

/** The fonts of every page: those for single letters, with a range of them, wait for such a letter. */
function fontsOf(css: string): string[] {
  const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face);
  return faces
    .filter((face) => !face.includes('unicode-range'))
    .flatMap((face) => /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1] ?? []);
}

function kindOf(type: string): Kind {
  if (type.includes('css')) return 'css';
  if (type.includes('javascript')) return 'script';
  if (type.includes('font')) return 'font';
  return type.startsWith('image/') ? 'image' : 'other';
}

/** The answer as it came: `fetch` would unpack it. */
function fetched(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ size: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { ...headers, 'Accept-Encoding': 'br, gzip' } }, async (answer) => {
      const packed = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>));
      if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`));
      const text = unpacked(packed, answer.headers['content-encoding']);
      resolve({ size: packed.length, type: answer.headers['content-type'] ?? '', text });
    });
    sent.on('error', reject).end();
  });
}

function unpacked(bytes: Buffer, encoding = 'identity'): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}
