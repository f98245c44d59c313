import type { PageCard } from './domain.ts';
import type { Letters, Style } from './letters.ts';
import { CARD, INK, priceText, Sheet, SIXTY, WHITE } from './sheet.ts';
import { balance, largest } from './wrapping.ts';

const LEFT = 50;
const TITLE_WIDTH = SIXTY - LEFT - 40;
const BAND = 53;
const TICKS = 26;

const titleAt = (size: number): Style => ({ family: 'sans', size, weight: 660, tracking: -0.048 });
const TEXT: Style = { family: 'sans', size: 30, weight: 400, tracking: -0.015 };
const LABEL: Style = { family: 'sans', size: 24, weight: 400 };
const VALUE: Style = { family: 'mono', size: 91, weight: 460, width: 87.5, tracking: -0.09 };
const LEGEND: Style = { family: 'sans', size: 24, weight: 600 };

/** A page of the site: what it says left of the 60 line, what it comes down to right of it. */
export function drawPageCard(card: PageCard, letters: Letters): string {
  const sheet = new Sheet(letters);
  const measureTitle = (size: number) => sheet.measure(titleAt(size));
  sheet.logo(LEFT, 88);

  const sizes = [112, 96, 80].map((size) => ({ size, most: 3 }));
  const title = largest(card.title, sizes, TITLE_WIDTH, measureTitle);
  if (title) {
    const leading = title.size * 0.9;
    sheet.lines(LEFT, 504 - (title.lines.length - 1) * leading, title.lines, titleAt(title.size), 0.9);
  }
  sheet.lines(SIXTY, 83, balance(card.text, CARD.width - SIXTY - LEFT, sheet.measure(TEXT)), TEXT, 1.28);
  if (card.reading) {
    const { label, value } = card.reading;
    sheet.text(SIXTY, 413, label, LABEL);
    sheet.text(SIXTY, 506, typeof value === 'string' ? value : priceText(value, letters), VALUE);
  }
  if (card.sample) sheet.sampleNote(SIXTY - 40, 84, 'Sample data');

  ruler(sheet);
  return sheet.svg();
}

/** A tick a minute, longer every five and fifteen. */
function ruler(sheet: Sheet): void {
  const top = CARD.height - BAND;
  for (let minute = 0; minute <= 90; minute += 1) {
    const length = minute % 15 === 0 ? TICKS : minute % 5 === 0 ? TICKS * 0.64 : TICKS * 0.36;
    const x = Math.min(CARD.width - 1, Math.round((minute / 90) * CARD.width));
    sheet.rect(x, top - length, 1, length, INK);
  }
  sheet.band(BAND);
  sheet.text(LEFT, top + 35, '60 min interview', LEGEND, WHITE);
  sheet.text(SIXTY + 20, top + 35, '30 min feedback', LEGEND);
}
