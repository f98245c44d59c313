import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as hb from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

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

/** How the files of each family are named; those of the plain alphabet are looked in first. */
const FILES = { sans: /^hubot-sans-/, mono: /^martian-mono-/ } as const;
const PLAIN = /-latin(-[\w-]{8})?\.woff2$/;

interface Face {
  face: hb.Face;
  codes: Set<number>;
  /** Instances of the variable font, by their axes. */
  fonts: Map<string, hb.Font>;
}

/** Reads the site's own fonts from their files. */
export async function readLetters(files: readonly string[]): Promise<Letters> {
  const family = (names: RegExp) =>
    Promise.all(
      files
        .filter((file) => names.test(basename(file)))
        .sort((a, b) => Number(PLAIN.test(b)) - Number(PLAIN.test(a)))
        .map(read),
    );
  const families = { sans: await family(FILES.sans), mono: await family(FILES.mono) };
  const faceFor = (letter: string, name: Style['family']): Face | undefined =>
    families[READING.test(letter) ? 'mono' : name].find(({ codes }) => codes.has(letter.codePointAt(0) ?? 0));
  return {
    has: (text, name = 'sans') => [...text].every((letter) => faceFor(letter, name) !== undefined),
    set: (text, style) => setRuns(runsOf(text, style, faceFor), style),
  };
}

async function read(file: string): Promise<Face> {
  const bytes = await decompress(await readFile(file));
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
