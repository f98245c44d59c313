import type { InterviewerSummary } from './domain.ts';

/** "$3,500" */
export const inDollars = (whole: number): string => `$${whole.toLocaleString('en-US')}`;

/** The prices there are, in whole dollars, for the ruler under the price filter. */
export interface PriceScale {
  lowest: number;
  highest: number;
  step: number;
  /** Where prices stand (percent of the scale), and how many share the place. */
  marks: { at: number; dollars: number; count: number }[];
}

/** Places on the ruler: prices closer than this many parts of the scale share one. */
const PLACES = 32;

/** Null where everyone asks the same. */
export function scaleOf(all: readonly InterviewerSummary[]): PriceScale | null {
  const dollars = all.map(({ price }) => price.cents / 100);
  const [low, high] = [Math.min(...dollars), Math.max(...dollars)];
  if (all.length === 0 || low === high) return null;
  const step = high - low <= 600 ? 5 : 25;
  const lowest = Math.floor(low / step) * step;
  const highest = Math.ceil(high / step) * step;
  const place = (price: number) => Math.round(((price - lowest) / (highest - lowest)) * PLACES);
  const marks = [...Map.groupBy(dollars, place)].sort(([a], [b]) => a - b);
  return {
    lowest,
    highest,
    step,
    marks: marks.map(([at, same]) => ({
      at: (at / PLACES) * 100,
      dollars: Math.min(...same),
      count: same.length,
    })),
  };
}
