import * as hb from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import sansLatin from '../../assets/fonts/hubot-sans-latin.woff2?inline';
import sansLatinExt from '../../assets/fonts/hubot-sans-latin-ext.woff2?inline';
import sansVietnamese from '../../assets/fonts/hubot-sans-vietnamese.woff2?inline';
import monoLatin from '../../assets/fonts/martian-mono-latin.woff2?inline';
import monoLatinExt from '../../assets/fonts/martian-mono-latin-ext.woff2?inline';

/** How a line is set. Sizes are pixels; tracking is a part of the size, as in CSS. */
export interface Style {
  family: 'sans' | 'mono';
  size: number;
  weight: number;
  /** Percent; the mono's only. */
  width?: number;
  tracking?: number;
}

/** One line as outlines, so that no font need be where they are drawn. */
export interface SetLine {
  width: number;
  /** SVG paths, from the left end of the line at its baseline. */
  paths: string;
}

export interface Letters {
  /** Whether every letter of the text is in our fonts. */
  has(text: string, family?: Style['family']): boolean;
  set(text: string, style: Style): SetLine;
}

/** Digits, $ and % are readings: in running text, too, the mono draws them (tokens.css). */
const READING = /[0-9$%]/;
const READING_SIZE = 0.9;
const READING_WIDTH = 80;

/** The faces of the site, in the order in which a letter is looked for. */
const FILES = {
  sans: [sansLatin, sansLatinExt, sansVietnamese],
  mono: [monoLatin, monoLatinExt],
};

interface Face {
  face: hb.Face;
  codes: Set<number>;
  /** Instances of the variable font, by their axes. */
  fonts: Map<string, hb.Font>;
}

/** Reads the site's own fonts, once. */
export async function readLetters(): Promise<Letters> {
  const [sans, mono] = await Promise.all(
    [FILES.sans, FILES.mono].map((files) => Promise.all(files.map(read))),
  );
  const families = { sans: sans ?? [], mono: mono ?? [] };
  const faceFor = (letter: string, family: Style['family']): Face | undefined =>
    families[READING.test(letter) ? 'mono' : family].find(({ codes }) =>
      codes.has(letter.codePointAt(0) ?? 0),
    );
  return {
    has: (text, family = 'sans') => [...text].every((letter) => faceFor(letter, family) !== undefined),
    set: (text, style) => setRuns(runsOf(text, style, faceFor), style),
  };
}

async function read(dataUrl: string): Promise<Face> {
  const packed = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  const bytes = await decompress(packed);
  const face = new hb.Face(new hb.Blob(bytes));
  return { face, codes: new Set(face.collectUnicodes()), fonts: new Map() };
}

interface Run {
  face: Face;
  reading: boolean;
  text: string;
}

/** Neighbors that the same face draws are set together, for its kerning. */
function runsOf(
  text: string,
  { family }: Style,
  faceFor: (letter: string, family: Style['family']) => Face | undefined,
): Run[] {
  const runs: Run[] = [];
  for (const letter of text) {
    const face = faceFor(letter, family);
    if (!face) continue;
    const reading = family === 'sans' && READING.test(letter);
    const last = runs.at(-1);
    if (last?.face === face && last.reading === reading) last.text += letter;
    else runs.push({ face, reading, text: letter });
  }
  return runs;
}

function setRuns(runs: readonly Run[], style: Style): SetLine {
  const tracking = (style.tracking ?? 0) * style.size;
  let at = 0;
  let paths = '';
  for (const { face, reading, text } of runs) {
    const size = reading ? style.size * READING_SIZE : style.size;
    const scale = size / face.face.upem;
    const font = instance(face, style.weight, reading ? READING_WIDTH : style.width);
    for (const glyph of shape(font, text)) {
      const outline = font.glyphToPath(glyph.codepoint);
      const x = at + glyph.xOffset * scale;
      if (outline) {
        paths += `<path transform="translate(${round(x)} 0) scale(${round(scale)} ${round(-scale)})" d="${outline}"/>`;
      }
      at += glyph.xAdvance * scale + tracking;
    }
  }
  return { width: at - tracking, paths };
}

function instance({ face, fonts }: Face, weight: number, width = 100): hb.Font {
  const key = `${weight} ${width}`;
  const known = fonts.get(key);
  if (known) return known;
  const font = new hb.Font(face);
  font.setVariations([new hb.Variation('wght', weight), new hb.Variation('wdth', width)]);
  fonts.set(key, font);
  return font;
}

function shape(font: hb.Font, text: string) {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
    codepoint,
    xAdvance: positions[index]?.xAdvance ?? 0,
    xOffset: positions[index]?.xOffset ?? 0,
  }));
}

const round = (value: number): string => String(Math.round(value * 100_000) / 100_000);
