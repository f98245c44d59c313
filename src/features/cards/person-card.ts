import { LOOP } from '../../ui/mark.tsx';
import { initialsOf } from '../../ui/plate.tsx';
import type { PersonCard } from './domain.ts';
import type { Letters, Style } from './letters.ts';
import { CARD, INK, listThatFits, PAPER, priceText, Sheet, SIGNAL, SIGNAL_GRID } from './sheet.ts';
import { drawable, largest, shorten } from './wrapping.ts';

const BAND = 29;
/** The plate with the portrait; `rasterize.ts` lays the portrait on it. */
export const PLATE = { width: 400, height: CARD.height - BAND } as const;

const LEFT = 450;
const RIGHT = 1150;
const WIDTH = RIGHT - LEFT;

const nameAt = (size: number): Style => ({ family: 'sans', size, weight: 640, tracking: -0.045 });
/** One line as large as it goes, then two, then as much as three hold. */
const NAMES = [
  { size: 84, most: 1 },
  { size: 72, most: 2 },
  { size: 58, most: 3 },
];
/** Light weight is speech. */
const QUIP: Style = { family: 'sans', size: 37, weight: 300, tracking: -0.022 };
const HEADLINE: Style = { family: 'sans', size: 37, weight: 480, tracking: -0.022 };
const SUBJECTS: Style = { family: 'sans', size: 26, weight: 560 };
const PRICE: Style = { family: 'mono', size: 72, weight: 460, width: 87.5, tracking: -0.08 };
const INITIALS: Style = { family: 'sans', size: 190, weight: 640, tracking: -0.04 };

/**
 * An interviewer: who, in their own words, for how much. A name in letters that our fonts do not have is
 * left to the text beside the picture, and the headline takes its place: half a name would be worse.
 */
export function drawPersonCard(card: PersonCard, letters: Letters): string {
  const sheet = new Sheet(letters);
  const clean = (text: string) => drawable(text, letters.has);
  const name = clean(card.name);
  const headline = clean(card.headline);

  plate(sheet);
  if (!card.portraitId) standIn(sheet, name && initialsOf(name));
  sheet.logo(LEFT, 88);
  if (card.sample) sheet.sampleNote(RIGHT, 84, 'Sample profile');

  const title = largest(name ?? headline ?? 'An interviewer', NAMES, WIDTH, (size) =>
    sheet.measure(nameAt(size)),
  );
  const { size, lines } = title ?? { size: 84, lines: [] };
  const leading = 0.98;
  const top = lines.length === 1 ? 270 : 160 + size;
  sheet.lines(LEFT - 2, top, lines, nameAt(size), leading);

  const said = clean(card.line);
  const below = top + (lines.length - 1) * size * leading + 70;
  const room = Math.max(1, Math.floor((480 - below) / (QUIP.size * 1.2)) + 1);
  if (said) sheet.lines(LEFT, below, quoted(said, room, sheet), QUIP, 1.2);
  else if (name && headline)
    sheet.lines(LEFT, below, shorten(headline, WIDTH, room, sheet.measure(HEADLINE)), HEADLINE, 1.2);

  const price = priceText(card.price, letters);
  sheet.textTo(RIGHT, 560, price, PRICE);
  const subjects = card.subjects.flatMap((subject) => clean(subject) ?? []);
  const left = WIDTH - letters.set(price, PRICE).width - 40;
  sheet.text(LEFT, 551, listThatFits(subjects, left, sheet.measure(SUBJECTS)), SUBJECTS);

  sheet.band(BAND);
  return sheet.svg();
}

/** Their line in quotation marks, which shortening keeps. */
function quoted(line: string, room: number, sheet: Sheet): string[] {
  const measure = sheet.measure(QUIP);
  const lines = shorten(`“${line}”`, WIDTH - measure('”'), room, measure);
  const last = lines.at(-1) ?? '';
  return last.endsWith('”') ? lines : [...lines.slice(0, -1), `${last}”`];
}

/** The loud ground with its grid. */
function plate(sheet: Sheet): void {
  const { width, height } = PLATE;
  sheet.rect(0, 0, width, height, SIGNAL);
  for (let line = 1; line < 6; line += 1) {
    sheet.rect(Math.round((line * width) / 6), 0, 1, height, SIGNAL_GRID);
    sheet.rect(0, Math.round((line * height) / 6), width, 1, SIGNAL_GRID);
  }
  sheet.rect(width - 1, 0, 1, height, INK);
}

/** Where there is no portrait: initials, or the loop where those can't be drawn either. */
function standIn(sheet: Sheet, initials: string | null): void {
  const { width, height } = PLATE;
  if (initials && sheet.letters.has(initials)) {
    const middle = (width - sheet.letters.set(initials, INITIALS).width) / 2;
    return void sheet.text(middle, height / 2 + 66, initials, INITIALS);
  }
  const size = 7;
  sheet.add(
    `<g transform="translate(${width / 2 - 16 * size} ${height / 2 - 16 * size}) scale(${size})" fill="none" stroke="${INK}">` +
      `<path stroke-width="4" d="${LOOP.run}"/><path stroke-width="2" d="${LOOP.slash}"/>` +
      `<path stroke="${PAPER}" stroke-width="4" d="${LOOP.back}"/></g>`,
  );
}
