import { LoopMark } from './mark.tsx';

/** The Satisfaction Guarantee in one sentence, wherever money is near. `long` gives its terms. */
export function GuaranteePromise({ long = false, bare = false }: { long?: boolean; bare?: boolean }) {
  return (
    <p class={bare ? 'promise promise--bare' : 'promise'}>
      <LoopMark />
      <span>
        <b>Not worth it? All of it back.</b>
        {long
          ? 'If the interview and the feedback were not worth it, tell us within 7 days of the session. We return 100% of the price. You decide. We do not argue.'
          : '100% of the price, if the interview and the feedback were not worth it. You decide.'}
      </span>
    </p>
  );
}
