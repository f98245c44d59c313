import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grayOf, type Scene, SKINS } from './faces.fixture.ts';
import { inked, toneCurve } from './photo-ink.ts';

const SIZE = 265;
/** Points of the drawn face, in shares of the plate. */
const CHEEK = [0.41, 0.57] as const;
const EYEBROW = [0.422, 0.417] as const;
const MOUTH = [0.5, 0.667] as const;

const LIGHTS: [string, Scene][] = [
  ['a gray room', {}],
  ['a white wall', { room: '#f4f4f0' }],
  ['a dark room', { room: '#2a2a2a' }],
  ['half the light', { light: 0.55, room: '#4a3a2a' }],
  ['light hair', { hair: '#b79a6a' }],
];

const at = (tones: ArrayLike<number>, [x, y]: readonly [number, number]): number =>
  tones[Math.round(y * SIZE) * SIZE + Math.round(x * SIZE)] ?? -1;

/** How dark each pixel lies on the plate: −1 is all ink, 0 the plate, 1 all paper. */
function densities(pixels: Uint8Array): number[] {
  return Array.from({ length: SIZE * SIZE }, (_, index) => {
    const alpha = (pixels[index * 4 + 3] ?? 0) / 255;
    return (pixels[index * 4] ?? 0) < 128 ? -alpha : alpha;
  });
}

describe.each(LIGHTS)('in %s', (_, scene) => {
  test.each(SKINS)('a face of %s keeps its brows, mouth and cheeks apart', async (skin) => {
    const gray = await grayOf(skin, SIZE, scene);
    const ink = densities(inked(gray, SIZE));
    const [cheek, mouth] = [at(ink, CHEEK), at(ink, MOUTH)];
    // Two of the seven densities are 0.66 apart; one is enough to be seen, at the mouth more is asked.
    expect(cheek - mouth).toBeGreaterThan(0.3);
    // Brows of the hair's color are seen unless hair and skin are of one color.
    const contrast = Math.abs(at(gray, CHEEK) - at(gray, EYEBROW));
    if (contrast > 24) expect(Math.abs(cheek - at(ink, EYEBROW))).toBeGreaterThan(0.3);
  });

  test('darker skin never comes out lighter', async () => {
    const cheeks: number[] = [];
    for (const skin of SKINS.filter((_, index) => index !== 2)) {
      cheeks.push(at(densities(inked(await grayOf(skin, SIZE, scene), SIZE)), CHEEK));
    }
    // Half a density is within what the soft edges between two of them differ by.
    for (const [index, cheek] of cheeks.entries()) {
      expect(cheek).toBeLessThanOrEqual(Math.min(1, ...cheeks.slice(0, index)) + 0.17);
    }
    expect(cheeks.at(-1)).toBeLessThan((cheeks[0] ?? 0) - 0.3);
  });
});

test('whatever the picture, darker stays darker', () => {
  const tones = fc.uint8Array({ minLength: 24 * 24, maxLength: 24 * 24 });
  fc.assert(
    fc.property(tones, fc.constantFrom(-1, 0, 1), (gray, tone) => {
      const curve = toneCurve(gray, 24, tone);
      for (let value = 1; value < 256; value++) {
        expect(curve[value]).toBeGreaterThanOrEqual((curve[value - 1] ?? 0) - 1e-6);
      }
      expect(Math.min(...curve)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...curve)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a step lighter is lighter, a step darker darker', async () => {
  const gray = await grayOf(SKINS[6], SIZE);
  const [darker, same, lighter] = ([-1, 0, 1] as const).map((tone) =>
    at(densities(inked(gray, SIZE, tone)), CHEEK),
  );
  expect(darker).toBeLessThan(same ?? 0);
  expect(lighter).toBeGreaterThan(same ?? 0);
});

test('the room fades: the corners are the plate itself', async () => {
  const ink = densities(inked(await grayOf(SKINS[4], SIZE), SIZE));
  for (const corner of [
    [0.02, 0.02],
    [0.98, 0.02],
    [0.02, 0.5],
  ] as const) {
    expect(Math.abs(at(ink, corner))).toBeLessThan(0.05);
  }
});
