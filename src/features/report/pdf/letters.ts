import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';

/** How text is set. The size is in points. */
export interface Voice {
  family: 'sans' | 'mono';
  size: number;
  weight: number;
  color: string;
}

/** Neighbors that one font draws, or one letter that none of ours has. */
export type Run = { font: Font; size: number; text: string } | { missing: string; size: number };

export interface Letters {
  runs(text: string, voice: Voice): Run[];
}

/** Digits, $ and % are readings: in running text, too, the mono draws them (tokens.css). */
const READING = /^[0-9$%]$/;
const READING_SIZE = 0.9;
const FILES = ['hubot-sans-300', 'hubot-sans-400', 'hubot-sans-640', 'martian-mono-400', 'martian-mono-700'];
/** What is invisible by nature and no letter: joiners, direction marks, variation selectors, controls. */
const UNSEEN = /^(\p{Cc}|\p{Cf}|\p{Variation_Selector})+$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** The letters of a text as a reader counts them: an emoji of five code points is one. */
export const lettersOf = (text: string): string[] =>
  [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => segment);

/** Reads the fonts of paper from their folder; a letter that none of them has comes back as missing. */
export async function readLetters(folder: string): Promise<Letters> {
  const faces = new Map(
    await Promise.all(FILES.map(async (file) => [file, await read(join(folder, `${file}.ttf`))] as const)),
  );
  const sans = (weight: number) => faces.get(`hubot-sans-${weight < 350 ? 300 : weight < 500 ? 400 : 640}`);
  const mono = (weight: number) => faces.get(`martian-mono-${weight < 500 ? 400 : 700}`);

  return {
    runs(text, { family, size, weight }) {
      const runs: Run[] = [];
      const [first, second] = family === 'sans' ? [sans(weight), mono(weight)] : [mono(weight), sans(weight)];
      for (const letter of lettersOf(text)) {
        if (UNSEEN.test(letter)) continue;
        const isReading = family === 'sans' && READING.test(letter);
        const font = [isReading ? second : first, second].find((face) => face && hasLetter(face, letter));
        if (!font) {
          runs.push({ missing: letter, size });
          continue;
        }
        const own = isReading ? size * READING_SIZE : size;
        const last = runs.at(-1);
        if (last && 'font' in last && last.font === font && last.size === own) last.text += letter;
        else runs.push({ font, size: own, text: letter });
      }
      return runs;
    },
  };
}

async function read(file: string): Promise<Font> {
  const font = create(await readFile(file));
  if ('fonts' in font) throw new Error(`${file} holds several fonts`);
  return font;
}

const hasLetter = (font: Font, letter: string): boolean =>
  [...letter].every((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
