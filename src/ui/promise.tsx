import { LoopMark } from './mark.tsx';

/** The Satisfaction Guarantee in one sentence, wherever money is near. `long` gives its terms. */
export function GuaranteePromise({
  long = false,
  bare = false,
  days = 7,
}: {
  long?: boolean;
  bare?: boolean;
  /** How long after the session it holds. */
  days?: number;
}) {
  return (
    <p class={bare ? 'promise promise--bare' : 'promise'}>
      <LoopMark />
      <span>
        <b>Not worth it? All of it back.</b>
        {long
          ? `If the interview and the feedback were not worth it, tell us within ${days} days of the session. We return 100% of the price. You decide. We do not argue.`
          : '100% of the price, if the interview and the feedback were not worth it. You decide.'}
      </span>
    </p>
  );
}
