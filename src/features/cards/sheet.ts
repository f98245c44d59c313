import { formatPrice } from '../../ui/price.tsx';
import type { Price } from '../interviewers/domain.ts';
import type { Letters, Style } from './letters.ts';
import { type Measure, shorten } from './wrapping.ts';

/** Pixels of every card: what the places that show them ask for. */
export const CARD = { width: 1200, height: 630 } as const;
/** Where the interview ends and the feedback starts, as on every page. */
export const SIXTY = 800;

/** Light only: nobody knows the theme of the place where a card is shown. From tokens.css. */
export const INK = '#0f171c';
export const PAPER = '#f9fcfc';
export const SIGNAL = '#41d9eb';
export const SIGNAL_GRID = '#26c0d3';
export const WHITE = '#ffffff';

const LOGO: Style = { family: 'mono', size: 45, weight: 700, tracking: -0.05 };

/** A sheet to draw on: text by its baseline. */
export class Sheet {
  readonly letters: Letters;
  #marks: string[] = [];

  constructor(letters: Letters) {
    this.letters = letters;
    this.rect(0, 0, CARD.width, CARD.height, PAPER);
  }

  rect(x: number, y: number, width: number, height: number, fill: string): void {
    this.#marks.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`);
  }

  /** Anything that is SVG already. */
  add(svg: string): void {
    this.#marks.push(svg);
  }

  /** @returns the width */
  text(x: number, y: number, text: string, style: Style, fill = INK): number {
    const line = this.letters.set(text, style);
    this.#marks.push(
      `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)})" fill="${fill}">${line.paths}</g>`,
    );
    return line.width;
  }

  textTo(right: number, y: number, text: string, style: Style): void {
    this.text(right - this.letters.set(text, style).width, y, text, style);
  }

  lines(x: number, y: number, lines: readonly string[], style: Style, leading: number): void {
    for (const [index, line] of lines.entries()) this.text(x, y + index * leading * style.size, line, style);
  }

  measure(style: Style): Measure {
    return (text) => this.letters.set(text, style).width;
  }

  /** "508 .dev", its word space as narrow as in the logotype. */
  logo(x: number, y: number): void {
    const number = this.text(x, y, '508', LOGO);
    this.text(x + number + LOGO.size * 0.2, y, '.dev', LOGO);
  }

  /** What is made up says so, hatched. Set to end at `right`. */
  sampleNote(right: number, y: number, words: string): void {
    const style: Style = { family: 'sans', size: 24, weight: 560 };
    const width = this.letters.set(words, style).width;
    const [x, box] = [right - width, 22];
    this.add(
      `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
        `<rect width="1.5" height="6" fill="${INK}"/></pattern>` +
        `<rect x="${x - box - 12}" y="${y - box + 3}" width="${box}" height="${box}" fill="url(#hatch)" stroke="${INK}" stroke-width="1.5"/>`,
    );
    this.text(x, y, words, style);
  }

  /** The session along the bottom edge: sixty minutes of ink, thirty of signal. */
  band(height: number): void {
    const y = CARD.height - height;
    this.rect(0, y, SIXTY, height, INK);
    this.rect(SIXTY, y, CARD.width - SIXTY, height, SIGNAL);
  }

  svg(): string {
    const { width, height } = CARD;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${this.#marks.join('')}</svg>`;
  }
}

/** A price in letters that we have: "$150", or "INR 150" where the sign is missing. */
export function priceText(price: Price, letters: Letters): string {
  const text = formatPrice(price).replace(/\s/gu, ' ');
  if (letters.has(text, 'mono')) return text;
  return `${price.currency.toUpperCase()} ${text.replace(/[^\d.,]/gu, '')}`;
}

/** Words joined by commas, as many of them as fit. */
export function listThatFits(words: readonly string[], width: number, measure: Measure): string {
  for (let count = words.length; count > 0; count -= 1) {
    const text = words.slice(0, count).join(', ');
    if (measure(text) <= width) return text;
  }
  return words[0] ? (shorten(words[0], width, 1, measure)[0] ?? '') : '';
}
