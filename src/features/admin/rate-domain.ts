/** What becomes of a price, in cents: the co-op's share in whole percent, the rest is the interviewer's. */
export function splitOf(cents: number, sharePercent: number): { interviewer: number; coop: number } {
  const coop = Math.round((cents * sharePercent) / 100);
  return { interviewer: cents - coop, coop };
}

/** A price and since when it was asked. */
export interface PastRate {
  cents: number;
  currency: string;
  since: Date;
}
