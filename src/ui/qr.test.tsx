import { renderToString } from 'preact-render-to-string';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { QrCode } from './qr.tsx';

const SCALE = 4;

test.each([
  'otpauth://totp/508.dev%20Interview%20Service:mara%40508.dev?secret=KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU&issuer=508.dev',
  'https://interviews.508.dev/',
])('what is drawn reads as %s', (text) => {
  const svg = renderToString(<QrCode text={text} label="A code" />);
  expect(decodeQR(pictureOf(svg))).toBe(text);
});

/** The drawing as pixels, as a camera would take it. */
function pictureOf(svg: string) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const width = size * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { width, height: width, data };
}
