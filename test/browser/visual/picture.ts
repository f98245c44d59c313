import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

/** Pixels that may be off, as in playwright.config.ts. */
const PIXELS = 40;
/** How far off a pixel may be: Playwright's usual threshold of 0.2, as the distance it stands for. */
const DISTANCE = 35215 * 0.2 ** 2;

/**
 * Whether the page looks as in the picture of this name: a quick look, half the work of
 * `toHaveScreenshot` and never more lenient, as it measures the same and forgives no smoothed edges. What
 * it doesn't pass is for that to judge, and to explain.
 */
export async function looksAsIn(
  page: Page,
  file: string,
  { fullPage }: { fullPage: boolean },
): Promise<boolean> {
  const kept = await readFile(join(folder, file)).catch(() => null);
  if (!kept) return false;
  const [is, was] = await Promise.all([capture(page, fullPage).then(pixels), pixels(kept)]);
  if (is.width !== was.width || is.height !== was.height) return false;
  let off = 0;
  for (let pixel = 0; pixel < is.words.length && off <= PIXELS; pixel += 1) {
    if (is.words[pixel] !== was.words[pixel] && distance(is.bytes, was.bytes, 4 * pixel) > DISTANCE) off += 1;
  }
  return off <= PIXELS;
}

async function capture(page: Page, fullPage: boolean): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const maxTouchPoints = await page.evaluate(() => navigator.maxTouchPoints);
  const { cssContentSize, cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
  const whole = { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 };
  const seen = {
    ...{ x: cssLayoutViewport.pageX, y: cssLayoutViewport.pageY, scale: 1 },
    ...{ width: cssLayoutViewport.clientWidth, height: cssLayoutViewport.clientHeight },
  };
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'png', optimizeForSpeed: true },
    ...{ captureBeyondViewport: fullPage, clip: fullPage ? whole : seen },
  });
  // Looking beyond the screen makes Chromium forget that it is one to be touched. What a session says holds
  // as long as the session does: it ends with the page.
  if (maxTouchPoints > 0)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints });
  return Buffer.from(data, 'base64');
}

async function pixels(picture: Buffer) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return { width: info.width, height: info.height, bytes: data, words };
}

/** Between two pixels of opaque pictures, in YIQ, weighted as pixelmatch does it. */
function distance(a: Buffer, b: Buffer, at: number): number {
  const red = (a[at] ?? 0) - (b[at] ?? 0);
  const green = (a[at + 1] ?? 0) - (b[at + 1] ?? 0);
  const blue = (a[at + 2] ?? 0) - (b[at + 2] ?? 0);
  const y = 0.29889531 * red + 0.58662247 * green + 0.11448223 * blue;
  const i = 0.59597799 * red - 0.2741761 * green - 0.32180189 * blue;
  const q = 0.21147017 * red - 0.52261711 * green + 0.31114694 * blue;
  return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q;
}
