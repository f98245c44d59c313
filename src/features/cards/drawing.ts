import type { Card } from './domain.ts';
import { readLetters } from './letters.ts';
import { drawPageCard } from './page-card.ts';
import { drawPersonCard } from './person-card.ts';
import { rasterize } from './rasterize.ts';

let letters: ReturnType<typeof readLetters> | null = null;

/** A card as PNG, 1200 by 630. */
export async function drawCard(card: Card, portrait: Uint8Array | null): Promise<Buffer> {
  letters ??= readLetters();
  const set = await letters;
  return 'page' in card
    ? rasterize(drawPageCard(card, set), null)
    : rasterize(drawPersonCard(card, set), portrait);
}
