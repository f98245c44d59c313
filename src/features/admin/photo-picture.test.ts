import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { photographOf, SKINS } from './faces.fixture.ts';
import { formatOf, LEAST_SIDE, MIDDLE, PHOTO_LIMIT, readCrop, squareOf } from './photo-domain.ts';
import { portraitsOf, squareFrom } from './photo-picture.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888' } });

/** Red on the left, blue on the right. */
const halves = (width: number, height: number) =>
  plain(width, height).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#f00' } },
      left: 0,
      top: 0,
    },
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#00f' } },
      left: width / 2,
      top: 0,
    },
  ]);

async function squareOrFail(bytes: Uint8Array, crop = MIDDLE): Promise<Buffer> {
  const square = await squareFrom(bytes, crop);
  if ('refused' in square) throw new Error(square.refused);
  return square;
}

async function colorAt(bytes: Buffer, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * 3;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : 'other';
}

describe('a photograph', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'as %s becomes both portraits, in every width',
    async (format) => {
      const photo = await plain(700, 500).toFormat(format).toBuffer();
      const { ink, plain: photograph } = await portraitsOf(await squareOrFail(photo), 0);
      expect(ink.id).toMatch(/^[\da-f]{24}-ink$/);
      expect(photograph.id).toMatch(/^[\da-f]{24}-plain$/);
      for (const { sizes } of [ink, photograph]) {
        expect(sizes.map(({ width }) => width)).toEqual([176, 352, 704]);
        for (const { width, bytes } of sizes) {
          expect(formatOf(bytes)).toBe('avif');
          expect(await sharp(bytes).metadata()).toMatchObject({ width, height: width });
        }
      }
    },
  );

  test('leaves everything but its pixels behind', async () => {
    const exif = { IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
    const photo = await plain(500, 500).withExif(exif).withIccProfile('p3').jpeg().toBuffer();
    expect(photo.includes('Somebody')).toBe(true);
    const square = await squareOrFail(photo);
    const { ink, plain: photograph } = await portraitsOf(square, 0);
    for (const bytes of [square, ...ink.sizes, ...photograph.sizes].map((one) =>
      Buffer.isBuffer(one) ? one : one.bytes,
    )) {
      const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, iptc }).toEqual({});
      expect(bytes.includes('Somebody')).toBe(false);
    }
  });

  test('stands upright, and is cropped as it was seen', async () => {
    // Orientation 6: the camera was held upright, and the picture is stored on its side.
    const photo = await halves(800, 600).withMetadata({ orientation: 6 }).png().toBuffer();
    const square = await squareOrFail(photo);
    expect([await colorAt(square, 0.5, 0.1), await colorAt(square, 0.5, 0.9)]).toEqual(['red', 'blue']);
    const top = await squareOrFail(photo, { x: 0.5, y: 0.25, size: 0.55 });
    expect(await colorAt(top, 0.5, 0.95)).toBe('red');
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['more than 8 MB', Buffer.alloc(PHOTO_LIMIT + 1), 'heavy'],
    ['a text', Buffer.from('hello, I am a picture'), 'unknown'],
    ['a drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['an AVIF that moves', Buffer.from('\0\0\0\x18ftypavis\0\0\0\0avifavis', 'latin1'), 'animated'],
    ['what only begins as a JPEG', Buffer.from('\xff\xd8\xff\xe0 and no more', 'latin1'), 'broken'],
  ])('that is %s is refused', async (_, bytes, refused) => {
    expect(await squareFrom(bytes, MIDDLE)).toEqual({ refused });
  });

  test('that moves is refused, in each format that can', async () => {
    const frames = Buffer.alloc(400 * 800 * 3, 1).fill(200, 400 * 400 * 3);
    const raw = { width: 400, height: 800, channels: 3 as const, pageHeight: 400 };
    const gif = await sharp(frames, { raw }).gif().toBuffer();
    const webp = await sharp(frames, { raw })
      .webp({ loop: 0, delay: [90, 90] })
      .toBuffer();
    const png = await plain(400, 400).png().toBuffer();
    const frameCount = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1');
    const apng = Buffer.concat([png.subarray(0, 33), frameCount, png.subarray(33)]);
    expect(await squareFrom(gif, MIDDLE)).toEqual({ refused: 'gif' });
    expect(await squareFrom(webp, MIDDLE)).toEqual({ refused: 'animated' });
    expect(await squareFrom(apng, MIDDLE)).toEqual({ refused: 'animated' });
  });

  test('that would unpack into gigabytes is refused before it is unpacked', async () => {
    const bomb = await plain(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(PHOTO_LIMIT);
    const before = process.memoryUsage().rss;
    expect(await squareFrom(bomb, MIDDLE)).toEqual({ refused: 'vast' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('that says it is small and is not, or breaks off, is refused', async () => {
    const photo = await plain(1200, 900).png().toBuffer();
    expect(await squareFrom(photo.subarray(0, photo.length >> 1), MIDDLE)).toEqual({ refused: 'broken' });
    const lying = Buffer.from(photo);
    lying.writeUInt32BE(60_000, 16);
    expect(await squareFrom(lying, MIDDLE)).toHaveProperty('refused');
  });

  test('with too few pixels for a portrait is refused', async () => {
    expect(await squareFrom(await plain(319, 900).jpeg().toBuffer(), MIDDLE)).toEqual({ refused: 'small' });
  });

  test('gives the same portrait an address of its own, and another photograph another', async () => {
    const [one, two] = [await photographOf(SKINS[1]), await photographOf(SKINS[8])];
    const ids = [];
    for (const photo of [one, one, two]) ids.push((await portraitsOf(await squareOrFail(photo), 0)).ink.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });
});

describe('a crop', () => {
  test('lies within the photograph, whatever was sent', () => {
    const number = fc.oneof(fc.double(), fc.string(), fc.constant(''));
    fc.assert(
      fc.property(
        fc.record({ cropX: number, cropY: number, cropSize: number }),
        fc.integer({ min: LEAST_SIDE, max: 9000 }),
        fc.integer({ min: LEAST_SIDE, max: 9000 }),
        (sent, width, height) => {
          const form = new FormData();
          for (const [name, value] of Object.entries(sent)) form.set(name, String(value));
          const { left, top, side } = squareOf(readCrop(form), { width, height });
          expect([left, top, side].every(Number.isInteger)).toBe(true);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(side).toBeGreaterThanOrEqual(LEAST_SIDE);
          expect(left + side).toBeLessThanOrEqual(width);
          expect(top + side).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  test('is the middle where none was chosen', () => {
    expect(squareOf(readCrop(new FormData()), { width: 1000, height: 600 })).toEqual({
      left: 200,
      top: 0,
      side: 600,
    });
  });
});

test('no bytes make the reading of a format fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(formatOf(bytes)).toBeTypeOf('string');
      expect(formatOf(Uint8Array.from([...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...bytes]))).toBeTypeOf(
        'string',
      );
      expect(formatOf(Uint8Array.from([...Buffer.from('\0\0\0\x18ftyp', 'latin1'), ...bytes]))).toBeTypeOf(
        'string',
      );
    }),
  );
});
