import sharp from 'sharp';
import { PLATE } from './person-card.ts';

// Cards are drawn one at a time and kept by us: no cache and no second thread of libvips' own.
sharp.cache(false);
sharp.concurrency(1);

/** How large the portrait is, and how far its middle is right of the plate's: as in the profile. */
const PORTRAIT = { size: 481, left: -16 } as const;
/** More pixels than any portrait of ours has. */
const MOST_PIXELS = 4096 * 4096;

/** The drawing as PNG, with the portrait standing on the plate's lower edge. */
export async function rasterize(svg: string, portrait: Uint8Array | null): Promise<Buffer> {
  const base = sharp(Buffer.from(svg), { unlimited: true });
  const laid = portrait
    ? base.composite([{ input: await onPlate(portrait), left: 0, top: PLATE.height - PORTRAIT.size }])
    : base;
  // Few colors, and flat: a palette is a quarter of the bytes.
  return laid.png({ palette: true, colors: 96, dither: 0, compressionLevel: 9, effort: 7 }).toBuffer();
}

async function onPlate(portrait: Uint8Array): Promise<Buffer> {
  const { size, left } = PORTRAIT;
  return sharp(portrait, { limitInputPixels: MOST_PIXELS, density: 96 })
    .resize(size, size, { fit: 'contain', position: 'bottom', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .extract({ left: -left, top: 0, width: PLATE.width - 1, height: size })
    .png()
    .toBuffer();
}
