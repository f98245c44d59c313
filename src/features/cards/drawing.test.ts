import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { developmentAssets } from '../../web/assets.ts';
import { cardVersion, socialImage } from './address.ts';
import { CLAUSE_CARDS, homeCard, listCard, type PersonCard } from './domain.ts';
import { cardDrawing } from './drawing.ts';
import { type Letters, readLetters } from './letters.ts';
import { drawPersonCard } from './person-card.ts';
import { priceText } from './sheet.ts';

const usd = (dollars: number) => ({ cents: dollars * 100, currency: 'usd' });
const PERSON: PersonCard = {
  slug: 'mara',
  name: 'Mara Lindqvist',
  headline: 'Payments',
  line: 'I go quiet for two minutes on purpose. Keep talking.',
  subjects: ['Coding', 'System design'],
  price: usd(150),
  portraitId: 'abc',
  sample: false,
};
const FAR = { left: 1000, top: 300, width: 2, height: 2 };

const drawCard = cardDrawing(developmentAssets.fontFiles);
let letters: Letters;
let portrait: Buffer;
beforeAll(async () => {
  letters = await readLetters(developmentAssets.fontFiles);
  portrait = await readFile(join(import.meta.dirname, '../../../db/demo/portraits/mara-lindqvist.svg'));
});

describe('a card', () => {
  it.each([
    ['a person', PERSON],
    ['nobody can be booked', homeCard([])],
    ['everyone', listCard([{ price: usd(120), isSample: true }])],
    ['terms', CLAUSE_CARDS.terms],
  ])('of %s is a small PNG of 1200 by 630', async (_, card) => {
    const png = await drawCard(card, 'page' in card ? null : portrait);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(80_000);
  });

  it('has letters and a portrait on it', async () => {
    const [whole, faceless, speechless] = await Promise.all([
      drawCard(PERSON, portrait),
      drawCard(PERSON, null),
      drawCard({ ...PERSON, name: '\u05d0', headline: '', line: '' }, portrait),
    ]);
    expect(await darkness(whole, { left: 0, top: 120, width: 399, height: 480 })).toBeGreaterThan(
      await darkness(faceless, { left: 0, top: 120, width: 399, height: 480 }),
    );
    expect(await darkness(whole, { left: 450, top: 180, width: 700, height: 220 })).toBeGreaterThan(
      await darkness(speechless, { left: 450, top: 180, width: 700, height: 220 }),
    );
    expect(await darkness(whole, FAR)).toBeLessThan(0.1);
  });

  it.each([
    ['a name of sixty letters', { name: 'Maximiliana-Alexandra Featherstonehaugh von Hohenlohe-Lange' }],
    ['a name in one word', { name: 'W'.repeat(80) }],
    ['a line that fills its field', { line: 'W'.repeat(200) }],
    ['a long name and a long line', { name: 'Wu '.repeat(26).trim(), line: 'word '.repeat(40).trim() }],
    ['subjects without end', { subjects: ['Distributed systems at planet scale', 'x'.repeat(40)] }],
    ['a price of 10,000', { price: usd(10_000) }],
  ])('keeps %s inside its frame', (_, part) => {
    expect(extent(drawPersonCard({ ...PERSON, ...part }, letters))).toMatchObject({ inside: true });
  });

  it('leaves out a name it has no letters for, and says the headline in its place', () => {
    const hebrew = { ...PERSON, name: 'אבגד הוז', line: '' };
    const latin = { ...PERSON, name: 'Payments', headline: '', line: '' };
    expect(drawPersonCard(hebrew, letters)).toBe(drawPersonCard(latin, letters));
  });

  it('sets names of Poland and Vietnam in the site’s own faces', () => {
    expect(letters.has('Łukasz Żółć')).toBe(true);
    expect(letters.has('Nguyễn Thị Đặng')).toBe(true);
    expect(letters.has('李')).toBe(false);
  });

  it('writes a currency out whose sign we have not', () => {
    expect(priceText(usd(150), letters)).toBe('$150');
    expect(priceText({ cents: 150_50, currency: 'inr' }, letters)).toBe('INR 150.50');
  });

  it('marks what is made up', () => {
    const sample = drawPersonCard({ ...PERSON, sample: true }, letters);
    expect(sample).toContain('url(#hatch)');
    expect(drawPersonCard(PERSON, letters)).not.toContain('url(#hatch)');
  });
});

describe('the address of a card', () => {
  it('changes with everything that is on it', () => {
    const versions = [
      PERSON,
      { ...PERSON, name: 'Mara L.' },
      { ...PERSON, line: '' },
      { ...PERSON, price: usd(151) },
      { ...PERSON, portraitId: null },
      { ...PERSON, sample: true },
      homeCard([]),
      homeCard([{ price: usd(1), isSample: false }]),
    ].map(cardVersion);
    expect(new Set(versions).size).toBe(versions.length);
    expect(cardVersion({ ...PERSON })).toBe(versions[0]);
  });

  it('comes with what is on the card, in words', () => {
    expect(socialImage(PERSON).alt).toBe(
      'Mara Lindqvist, interviewer at 508.dev. “I go quiet for two minutes on purpose. Keep talking.” $150 per interview.',
    );
    expect(socialImage(homeCard([{ price: usd(120), isSample: true }])).alt).toContain(
      'From $120. Sample data.',
    );
  });
});

/** How much ink there is in a part of the picture, from 0 to 1. */
async function darkness(png: Buffer, part: { left: number; top: number; width: number; height: number }) {
  const { channels } = await sharp(await sharp(png).extract(part).greyscale().toBuffer()).stats();
  return 1 - (channels[0]?.mean ?? 255) / 255;
}

/** Whether every line of text ends where it should: read from the places its letters are put at. */
function extent(svg: string): { inside: boolean; right: number; bottom: number } {
  let [right, bottom] = [0, 0];
  for (const [, x, y, glyphs] of svg.matchAll(
    /<g transform="translate\(([\d.-]+) ([\d.-]+)\)" fill="[^"]*">(.*?)<\/g>/g,
  )) {
    const last = [...(glyphs ?? '').matchAll(/translate\(([\d.-]+) 0\)/g)].at(-1)?.[1] ?? '0';
    right = Math.max(right, Number(x) + Number(last));
    bottom = Math.max(bottom, Number(y));
  }
  return { inside: right < 1150 && bottom < 601, right, bottom };
}
