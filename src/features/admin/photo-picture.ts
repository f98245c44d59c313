import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { LARGEST_WIDTH, PHOTO_WIDTHS, photoId } from '../interviewers/portrait-domain.ts';
import {
  type Crop,
  formatOf,
  LEAST_SIDE,
  type Look,
  MOST_PIXELS,
  PHOTO_LIMIT,
  type PhotoRefusal,
  squareOf,
} from './photo-domain.ts';
import { inked, type Tone } from './photo-ink.ts';

/** Larger than this nothing is kept: a crop of a quarter still fills the profile. */
const DECODED_SIDE = 3200;
/** The square that both portraits are made from. */
const SQUARE_SIDE = 1024;
/** A picture that takes longer was made to. */
const SECONDS = 15;
/** Half the bytes of WebP, and as quick at this effort: docs/decisions/0025. */
const AVIF = { quality: 52, effort: 1 } as const;

/** A portrait in every width that it is served in; `id` is made of the bytes. */
export interface Portrait {
  id: string;
  sizes: { width: number; bytes: Buffer }[];
}

/**
 * The square that was chosen from an uploaded file: upright, in sRGB, and only its pixels, so that no
 * place, camera or thumbnail comes along. Its format is told by its content before a decoder sees it, and
 * its measures are read before it is unpacked.
 */
export function squareFrom(bytes: Uint8Array, crop: Crop): Promise<Buffer | { refused: PhotoRefusal }> {
  return inTurn(async () => {
    if (bytes.length === 0) return { refused: 'empty' };
    if (bytes.length > PHOTO_LIMIT) return { refused: 'heavy' };
    const format = formatOf(bytes);
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp' && format !== 'avif') {
      return { refused: format };
    }
    try {
      const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (width * height > MOST_PIXELS) return { refused: 'vast' };
      if (pages > 1) return { refused: 'animated' };
      if (Math.min(width, height) < LEAST_SIDE) return { refused: 'small' };
      return await cut(bytes, crop);
    } catch {
      return { refused: 'broken' };
    }
  });
}

/** Both portraits of a square. */
export async function portraitsOf(square: Uint8Array, tone: Tone): Promise<Record<Look, Portrait>> {
  return { plain: await plainOf(square), ink: await inkOf(square, tone) };
}

export function plainOf(square: Uint8Array): Promise<Portrait> {
  return inTurn(() => inEveryWidth('plain', () => sharp(square)));
}

export function inkOf(square: Uint8Array, tone: Tone): Promise<Portrait> {
  return inTurn(async () => {
    const size = LARGEST_WIDTH;
    const gray = await sharp(square)
      .resize(size, size)
      .flatten({ background: '#fff' })
      .grayscale()
      .median(3)
      .blur(1.5)
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    const raw = { width: size, height: size, channels: 4 as const };
    const pixels = inked(gray, size, tone);
    return inEveryWidth('ink', () => sharp(pixels, { raw }));
  });
}

// Only the head was read to say what is wrong; the decoder holds the same line by itself.
const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' }).timeout({
    seconds: SECONDS,
  });

async function cut(bytes: Uint8Array, crop: Crop): Promise<Buffer> {
  // First upright and small enough to work with, then the crop: JPEG is shrunk while it is unpacked.
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize(DECODED_SIDE, DECODED_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { left, top, side } = squareOf(crop, info);
  return sharp(data, { raw: info })
    .extract({ left, top, width: side, height: side })
    .resize(SQUARE_SIDE, SQUARE_SIDE)
    .webp({ quality: 92, effort: 4 })
    .toBuffer();
}

async function inEveryWidth(look: Look, source: () => Sharp): Promise<Portrait> {
  const sizes: Portrait['sizes'] = [];
  for (const width of PHOTO_WIDTHS) {
    sizes.push({ width, bytes: await source().resize(width, width).avif(AVIF).toBuffer() });
  }
  const hash = createHash('sha256');
  for (const { bytes } of sizes) hash.update(bytes);
  return { id: photoId(hash.digest('hex'), look), sizes };
}

let turn: Promise<unknown> = Promise.resolve();

/** One picture at a time: several large ones at once could fill the server's memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
}
