/** Largest photograph that is taken, in bytes. */
export const PHOTO_LIMIT = 8 * 1024 * 1024;

/** Most pixels that are ever decoded: a phone's best has 50 million, a bomb has thousands of millions. */
export const MOST_PIXELS = 64_000_000;

/** Fewer pixels than this a side would be a blur on the profile. */
export const LEAST_SIDE = 320;

/** Which part of a photograph becomes the portrait: a square, in shares of the photograph. */
export interface Crop {
  /** Middle of the square, from the left and from the top. */
  x: number;
  y: number;
  /** Side of the square, of the shorter side of the photograph. */
  size: number;
}

/** Without a choice: the middle, as large as it goes. */
export const MIDDLE: Crop = { x: 0.5, y: 0.5, size: 1 };

/** A crop as a form sends it; whatever is missing or makes no sense is the middle. */
export function readCrop(form: Pick<FormData, 'get'>): Crop {
  const share = (name: string, least: number, otherwise: number): number => {
    const text = form.get(name);
    const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? Math.min(1, Math.max(least, value)) : otherwise;
  };
  return {
    x: share('cropX', 0, MIDDLE.x),
    y: share('cropY', 0, MIDDLE.y),
    size: share('cropSize', 0.01, MIDDLE.size),
  };
}

/** The square of a crop in whole pixels, wholly within the photograph. */
export function squareOf(
  { x, y, size }: Crop,
  { width, height }: { width: number; height: number },
): { left: number; top: number; side: number } {
  const shorter = Math.min(width, height);
  const side = Math.min(shorter, Math.max(Math.min(LEAST_SIDE, shorter), Math.round(shorter * size)));
  const start = (middle: number, length: number) =>
    Math.max(0, Math.min(length - side, Math.round(middle * length - side / 2)));
  return { left: start(x, width), top: start(y, height), side };
}

/** The pictures that become portraits. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif';
/** The ones people try, and get a word about. */
export type OtherFormat = 'gif' | 'svg' | 'heic' | 'pdf' | 'animated' | 'unknown';

/** What a file is by its content; what it is called or said to be does not matter. */
export function formatOf(bytes: Uint8Array): PhotoFormat | OtherFormat {
  const head = letters(bytes, 0, 4096);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return pngFrames(bytes) ? 'animated' : 'png';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) {
    return head.startsWith('VP8X', 12) && (head.charCodeAt(20) & 2) !== 0 ? 'animated' : 'webp';
  }
  if (/^[\s\S]{4}ftyp/.test(head)) return brandOf(head);
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('%PDF-')) return 'pdf';
  return /<svg[\s>]/i.test(head) ? 'svg' : 'unknown';
}

/** Major and compatible brands of ISO 23000-22: avif is a still picture, avis moves, heic needs a license. */
function brandOf(head: string): PhotoFormat | OtherFormat {
  const brands = head.slice(8, Math.min(64, (head.charCodeAt(3) || 64) & 0xff));
  if (brands.startsWith('avis')) return 'animated';
  if (brands.includes('avif')) return 'avif';
  return /hei[cxms]|mif1|msf1/.test(brands) ? 'heic' : 'unknown';
}

/** A byte a letter. */
const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Whether a PNG has frames (an acTL chunk before the first IDAT). */
function pngFrames(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = letters(bytes, at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT' || type === 'IEND') return false;
  }
  return false;
}

/** Why a photograph was not taken, in words for whoever sent it. The portrait there was is still there. */
export type PhotoRefusal = 'often' | OtherFormat | 'empty' | 'heavy' | 'broken' | 'vast' | 'small';

const KEPT = 'The portrait you have is still in place.';

export const PHOTO_REFUSALS: Record<PhotoRefusal, string> = {
  often: `That is a lot of photographs for one hour. ${KEPT} Try again within the hour.`,
  empty: `This file is empty. ${KEPT}`,
  heavy: `This file has more than ${PHOTO_LIMIT / 1024 / 1024} MB. Export it smaller: 1,500 pixels a side are plenty. ${KEPT}`,
  broken: `This picture can’t be read: it may have broken off on the way. Choose it again, or export it once more. ${KEPT}`,
  vast: `This picture has more than ${MOST_PIXELS / 1_000_000} million pixels. Export it smaller. ${KEPT}`,
  small: `This picture has fewer than ${LEAST_SIDE} pixels on a side, too few for a portrait. ${KEPT}`,
  gif: `This is a GIF. Choose a photograph as JPEG, PNG, WebP or AVIF. ${KEPT}`,
  svg: `This is a drawing as SVG. Choose a photograph as JPEG, PNG, WebP or AVIF. ${KEPT}`,
  heic: `This is a HEIC file, which only Apple’s devices read. Export it as JPEG and choose that. ${KEPT}`,
  pdf: `This is a PDF, not a photograph. Choose a JPEG, PNG, WebP or AVIF. ${KEPT}`,
  animated: `This picture moves. A portrait holds still: choose a photograph as JPEG, PNG, WebP or AVIF. ${KEPT}`,
  unknown: `This is no photograph that we can read. Choose a JPEG, PNG, WebP or AVIF. ${KEPT}`,
};

/** What is shown of a photograph. */
export type Look = 'ink' | 'plain';

/** A photograph that waits for its owner's choice, or was chosen. */
export interface Photograph {
  inkId: string;
  plainId: string;
  tone: -1 | 0 | 1;
}

/** Which of its two portraits everybody sees; none before its owner chose. */
export function lookOf({ inkId, plainId }: Photograph, portraitId: string | null): Look | null {
  if (portraitId === inkId) return 'ink';
  return portraitId === plainId ? 'plain' : null;
}
