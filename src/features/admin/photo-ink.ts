/**
 * A photograph as ink and paper: seven flat densities with alpha, so that style sheets keep owning the
 * plate's tint, grid and theme. Works on gray tones of a square picture whose face (hairline to chin)
 * takes about 60% of the height, eyes 46% down; elsewhere it is less exact but never unreadable.
 */
export function inked(gray: Uint8Array, size: number, tone: Tone = 0): Uint8Array<ArrayBuffer> {
  const curve = toneCurve(gray, size, tone);
  const room = roomTone(gray, size);
  const pixels = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    const [x, y] = [(at % size) / size - 0.5, Math.floor(at / size) / size];
    const value = gray[at] ?? 0;
    const density = stepped(curve[value] ?? 0);
    // The dark half is ink, the light half paper; the middle is the plate itself.
    const color = density < 0.5 ? INK : PAPER;
    const alpha = Math.min(1, Math.abs(density - 0.5) * 2.12) * presence(x, y, Math.abs(value - room));
    pixels.set([...color, Math.round(alpha * 255)], at * 4);
  }
  return pixels;
}

/** One step darker, as it is, one step lighter: the member's own choice. */
export type Tone = -1 | 0 | 1;

/**
 * What becomes of each of the 256 gray tones, 0 to 1. Black and white points at 1% and 99%, gain capped,
 * so that a flat photograph does not turn into a poster. Then the face: its median stays where the light
 * put it, as far as there is room for shadows below and lights above it, and its contrast is raised until
 * its features are told apart. What is darker and lighter than the face keeps its place around it. So dark
 * skin stays darker than light skin, and both have a face.
 */
export function toneCurve(gray: Uint8Array, size: number, tone: Tone = 0): Float32Array {
  const face = faceOf(gray, size);
  const [white = 255] = quantiles(gray, [0.99]);
  const black = Math.min(...quantiles(gray, [0.01]), ...quantiles(face, [0.01]));
  const gain = Math.min(MAX_GAIN, 255 / Math.max(1, white - black)) / 255;
  const leveled = (value: number) => clamp((value - black) * gain);
  const [shade = 0, middle = 0, light = 0] = quantiles(face, [0.06, 0.5, 0.94]).map(leveled);
  const contrast = Math.min(MAX_CONTRAST, Math.max(1, FACE_SPAN / Math.max(0.01, light - shade)));
  const anchor = Math.min(LIGHTEST_FACE, Math.max(DARKEST_FACE, middle));
  const through = polyline([
    [0, 0],
    [shade, Math.max(shade > 0 ? 0.06 : 0, anchor - (middle - shade) * contrast)],
    [middle, anchor],
    [light, Math.min(light < 1 ? 0.94 : 1, anchor + (light - middle) * contrast)],
    [1, 1],
  ]);
  return Float32Array.from({ length: 256 }, (_, value) => clamp(through(leveled(value)) + tone * ONE_STEP));
}

const INK = [15, 23, 28] as const;
const PAPER = [251, 253, 253] as const;
/** Flat densities, as the drawn plates have them. */
const STEPS = 7;
const ONE_STEP = 0.8 / (STEPS - 1);
const MAX_GAIN = 1.25;
/** How much of the scale a face's features take, and how far its contrast may be raised for that. */
const FACE_SPAN = 0.6;
const MAX_CONTRAST = 4;
/** A face's median has shadows below it and lights above it. */
const DARKEST_FACE = 0.34;
const LIGHTEST_FACE = 0.7;

/** Nearest of the flat densities, with a soft edge between two of them. */
function stepped(value: number): number {
  const scaled = value * (STEPS - 1);
  const floor = Math.floor(scaled);
  return (floor + ramp(0.38, 0.62, scaled - floor)) / (STEPS - 1);
}

/** The head and the shoulders stay; around them everything fades, tones close to the wall's first. */
function presence(x: number, y: number, fromRoom: number): number {
  const head = Math.hypot(x / 0.37, (y - 0.46) / 0.46);
  const body = Math.hypot(x / 0.6, (y - 1.12) / 0.36);
  const within = Math.max(1 - ramp(0.86, 1.06, head), 1 - ramp(0.86, 1.04, body));
  const besideHead = ramp(0.52, 0.7, head) * (1 - ramp(0.76, 0.86, y));
  return within * (1 - besideHead * (1 - ramp(14, 34, fromRoom)));
}

/** The tone of the wall: the median along the upper half of both sides. */
function roomTone(gray: Uint8Array, size: number): number {
  const sides = Array.from({ length: size >> 1 }, (_, row) => [
    gray[row * size + 6] ?? 0,
    gray[row * size + size - 7] ?? 0,
  ]).flat();
  return quantiles(Uint8Array.from(sides), [0.5])[0] ?? 0;
}

/** The tones where forehead, eyes, cheeks and mouth are. */
function faceOf(gray: Uint8Array, size: number): Uint8Array {
  return gray.filter((_, at) => {
    const [x, y] = [(at % size) / size - 0.5, Math.floor(at / size) / size];
    return Math.hypot(x / 0.19, (y - 0.48) / 0.25) < 1;
  });
}

function quantiles(tones: Uint8Array, shares: readonly number[]): number[] {
  const sorted = tones.toSorted();
  return shares.map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
}

/** Straight from point to point. */
function polyline(points: readonly (readonly [number, number])[]): (x: number) => number {
  return (x) => {
    const next = Math.max(
      1,
      points.findIndex(([end], at) => at > 0 && x <= end && end > 0),
    );
    const [[x0, y0], [x1, y1]] = [points[next - 1] ?? [0, 0], points[next] ?? [1, 1]];
    return x1 > x0 ? y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) : y1;
  };
}

const clamp = (value: number): number => Math.max(0, Math.min(1, value));
const ramp = (from: number, to: number, value: number): number => clamp((value - from) / (to - from));
