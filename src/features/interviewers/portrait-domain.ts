/** Widths, in pixels, that a portrait made from a photograph comes in: a row, a row on a fine screen, a profile on one. */
export const PHOTO_WIDTHS = [176, 352, 704] as const;
export const LARGEST_WIDTH = 704;

/** What names a portrait made from a photograph: the hash of its bytes, and which of the two it is. */
export const photoId = (hash: string, look: 'ink' | 'plain'): string => `${hash.slice(0, 24)}-${look}`;

/** The widths there are of a portrait; a drawing fits every width and has none. */
export function widthsOf(portraitId: string): readonly number[] {
  return /-(ink|plain)$/.test(portraitId) ? PHOTO_WIDTHS : [];
}
