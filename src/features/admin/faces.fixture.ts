import sharp from 'sharp';

/** Ten skin tones, from the lightest to the darkest: the Monk scale (skintone.google, CC BY 4.0). */
export const SKINS = [
  '#f6ede4',
  '#f3e7db',
  '#f7ead0',
  '#eadaba',
  '#d7bd96',
  '#a07e56',
  '#825c43',
  '#604134',
  '#3a312a',
  '#292420',
] as const;

export interface Scene {
  room?: string;
  hair?: string;
  /** How much of the light there was reached the camera. */
  light?: number;
}

/** A drawn face of a skin tone, lit from the left, as large and where the portrait wants it. Nobody’s. */
export function face(skin: string, { room = '#b9b4aa', hair = '#1d1714', light = 1 }: Scene = {}): Buffer {
  const lit = (color: string, by = 1): string => {
    const channel = (at: number) =>
      Math.min(255, Math.round(Number.parseInt(color.slice(at, at + 2), 16) * by * light));
    return `rgb(${channel(1)} ${channel(3)} ${channel(5)})`;
  };
  const [dark, white] = [lit(hair), lit('#e9e4dc')];
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 530 530" width="800" height="800">
    <linearGradient id="g"><stop offset="0" stop-color="${lit(skin, 1.12)}"/><stop offset=".55" stop-color="${lit(skin)}"/><stop offset="1" stop-color="${lit(skin, 0.7)}"/></linearGradient>
    <rect width="530" height="530" fill="${lit(room)}"/>
    <path d="M40 530c10-90 90-120 225-120s215 30 225 120z" fill="${lit('#56606b')}"/>
    <path d="M215 360h100v75c-30 30-70 30-100 0z" fill="${lit(skin, 0.68)}"/>
    <path d="M135 250c-10-130 60-190 130-190s140 60 130 190c0 30-10 60-14 70H149c-4-10-14-40-14-70z" fill="${dark}"/>
    <ellipse cx="265" cy="250" rx="102" ry="150" fill="url(#g)"/>
    <path d="M196 222q28-16 54 0l-2 8q-26-12-50 0zM280 222q28-16 54 0l-2 8q-26-12-50 0z" fill="${dark}"/>
    <ellipse cx="223" cy="247" rx="20" ry="9" fill="${white}"/><ellipse cx="307" cy="247" rx="20" ry="9" fill="${white}"/>
    <circle cx="224" cy="247" r="9" fill="${dark}"/><circle cx="308" cy="247" r="9" fill="${dark}"/>
    <path d="M262 250l-14 62q17 14 34 0l-12-4z" fill="${lit(skin, 0.8)}"/>
    <path d="M246 312q19 14 38 0M224 350q41 8 82 0" stroke="${lit(skin, 0.4)}" stroke-width="5" fill="none"/></svg>`);
}

/** That face as a photograph. */
export const photographOf = (skin: string, scene?: Scene): Promise<Buffer> =>
  sharp(face(skin, scene)).jpeg({ quality: 90 }).toBuffer();

/** Its gray tones, `size` pixels a side. */
export async function grayOf(skin: string, size: number, scene?: Scene): Promise<Uint8Array> {
  return sharp(face(skin, scene)).resize(size, size).grayscale().toColourspace('b-w').raw().toBuffer();
}
