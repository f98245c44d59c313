/** How wide a text is when set. */
export type Measure = (text: string) => number;

const ELLIPSIS = '…';

/** Emoji and what glues them together. They are left out: a picture inside a picture says nothing. */
const EMOJI = /\p{RGI_Emoji}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gv;
/** Joiners, direction marks, variation selectors, controls. */
const UNSEEN = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu;

/** The text as it can be drawn, or null where a letter has no drawing: a name is written whole or not at all. */
export function drawable(text: string, has: (text: string) => boolean): string | null {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(EMOJI, '')
    .replace(UNSEEN, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
  return plain && has(plain) ? plain : null;
}

/** The text in lines no wider than `width`; a word that is wider is broken. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((word) => pieces(word, width, measure))) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line ? [...lines, line] : lines;
}

/** The same number of lines, each about as long as the others. */
export function balance(text: string, width: number, measure: Measure): string[] {
  const lines = wrap(text, width, measure);
  let best = lines;
  for (let narrower = width * 0.98; narrower > width / 3; narrower *= 0.98) {
    const tried = wrap(text, narrower, measure);
    if (tried.length > lines.length || tried.join(' ') !== text) break;
    best = tried;
  }
  return best;
}

/** At most so many lines; what does not fit ends after a whole word, with three dots. */
export function shorten(text: string, width: number, most: number, measure: Measure): string[] {
  const lines = wrap(text, width, measure);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last && measure(last + ELLIPSIS) > width) last = last.slice(0, Math.max(0, last.lastIndexOf(' ')));
  // One word that fills the line is cut inside.
  if (!last) last = cut(lines[most - 1] ?? '', width, measure);
  return [...lines.slice(0, most - 1), last.replace(/[\s,;:.–-]+$/u, '') + ELLIPSIS];
}

/** The first of the sizes at which the text takes no more than `most` lines; else the smallest, shortened. */
export function largest<Size>(
  text: string,
  sizes: readonly { size: Size; most: number }[],
  width: number,
  measureAt: (size: Size) => Measure,
): { size: Size; lines: string[] } | null {
  for (const { size, most } of sizes) {
    const lines = balance(text, width, measureAt(size));
    const broken = lines.join(' ') !== text;
    if (lines.length <= most && !broken) return { size, lines };
  }
  const last = sizes.at(-1);
  return last ? { size: last.size, lines: shorten(text, width, last.most, measureAt(last.size)) } : null;
}

function pieces(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && measure(piece + letter) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

function cut(text: string, width: number, measure: Measure): string {
  let letters = [...text];
  while (letters.length > 1 && measure(letters.join('') + ELLIPSIS) > width) letters = letters.slice(0, -1);
  return letters.join('');
}
