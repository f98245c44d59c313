import type { Card } from './domain.ts';
import { type Letters, readLetters } from './letters.ts';
import { drawPageCard } from './page-card.ts';
import { drawPersonCard } from './person-card.ts';
import { rasterize } from './rasterize.ts';

/** Draws cards as PNG, 1200 by 630, in these fonts, which are read before the first of them. */
export function cardDrawing(fontFiles: readonly string[]) {
  let reading: Promise<Letters> | null = null;
  return async (card: Card, portrait: Uint8Array | null): Promise<Buffer> => {
    reading ??= readLetters(fontFiles);
    const letters = await reading;
    return 'page' in card
      ? rasterize(drawPageCard(card, letters), null)
      : rasterize(drawPersonCard(card, letters), portrait);
  };
}
