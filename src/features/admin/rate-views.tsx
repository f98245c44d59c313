import { formatCents } from '../../ui/price.tsx';
import { formatDay } from '../../ui/time.tsx';
import { parseCents, RATE } from './profile-domain.ts';
import { type PastRate, splitOf } from './rate-domain.ts';

/** Who gets what of the price that is typed: the money of one interview, cut where it is cut. */
export function RateSplit({
  typed,
  currency,
  sharePercent,
}: {
  typed: string;
  currency: string;
  sharePercent: number;
}) {
  const cents = parseCents(typed);
  if (cents === null || cents < RATE.lowest || cents > RATE.highest) {
    return <p class="small soft">Type an amount, and see here who gets what of it.</p>;
  }
  const { interviewer, coop } = splitOf(cents, sharePercent);
  const money = (amount: number) => formatCents({ cents: amount, currency });
  return (
    <>
      <dl class="cut">
        <div>
          <dt>A candidate pays</dt>
          <dd>{money(cents)}</dd>
        </div>
        <div>
          <dt>You receive</dt>
          <dd>{money(interviewer)}</dd>
        </div>
        <div>
          <dt>The co-op’s {sharePercent}%</dt>
          <dd>{money(coop)}</dd>
        </div>
      </dl>
      <div class="cut__bar" style={`--share: ${sharePercent}`} aria-hidden="true" />
    </>
  );
}

/** What one interview cost before, the latest first. */
export function RateHistory({ rates, zone }: { rates: readonly PastRate[]; zone: string }) {
  if (rates.length < 2) return null;
  return (
    <details class="rates">
      <summary>What it was before</summary>
      <ol>
        {rates.map((rate) => (
          <li key={rate.since.getTime()}>
            <b>{formatCents(rate)}</b> since {formatDay(rate.since, zone)}
          </li>
        ))}
      </ol>
    </details>
  );
}
