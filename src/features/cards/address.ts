import { createHash } from 'node:crypto';
import type { SocialImage } from '../../ui/document.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { urls } from '../../urls.ts';
import type { Price } from '../interviewers/domain.ts';
import type { Card } from './domain.ts';

/** Of the drawing itself: a new one wherever `sheet.ts` changes what a card looks like. */
const EDITION = 1;

/** Where the card of a page is, and what is on it for those who can't see it. */
export function socialImage(card: Card): SocialImage {
  const version = cardVersion(card);
  const path = 'page' in card ? urls.pageCard(card.page, version) : urls.interviewerCard(card.slug, version);
  return { path, alt: altOf(card) };
}

/** Differs wherever what is on the card does: an address with it may be kept for good. */
export function cardVersion(card: Card): string {
  const text = JSON.stringify([EDITION, card]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function altOf(card: Card): string {
  const parts =
    'page' in card
      ? [card.title, card.text, card.reading && `${card.reading.label} ${valueText(card.reading.value)}.`]
      : [
          `${card.name}, interviewer at 508.dev.`,
          card.line && `“${card.line}”`,
          `${formatPrice(card.price)} per interview.`,
        ];
  return [...parts, card.sample && 'Sample data.'].filter(Boolean).join(' ');
}

/** A number as it is printed. */
export function valueText(value: string | Price): string {
  return typeof value === 'string' ? value : formatPrice(value);
}
