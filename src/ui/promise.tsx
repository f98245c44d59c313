import { LoopMark } from './mark.tsx';

/**
 * The Satisfaction Guarantee in its one wording: pages show it by {@link GuaranteePromise}, mails by these
 * words. `days` is what this candidate was promised, or what is promised today.
 */
export const PROMISE = {
  lead: 'Not worth it? All of it back.',
  short: '100% of the price, if the interview and the feedback were not worth it. You decide.',
  terms: (days: number): string =>
    `If the interview and the feedback were not worth it, tell us within ${days} days of the session. We return 100% of the price. You decide. We do not argue.`,
} as const;

/** The Satisfaction Guarantee, wherever money is near; with its terms where `days` is given. */
export function GuaranteePromise({ days, bare = false }: { days?: number; bare?: boolean }) {
  return (
    <p class={bare ? 'promise promise--bare' : 'promise'}>
      <LoopMark />
      <span>
        <b>{PROMISE.lead}</b>
        {days === undefined ? PROMISE.short : PROMISE.terms(days)}
      </span>
    </p>
  );
}
