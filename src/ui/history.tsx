import { Time, zonePlace } from './time.tsx';

/** A line of a booking's history, in words; `raw` is the row as it was written down, for who may see it. */
export interface HistoryEntry {
  id: string;
  at: Date;
  who: string;
  what: string;
  change: { from: string | null; to: string } | null;
  raw: string | null;
}

/** Everything that happened to a booking: who or what, when, from where to where, and why. */
export function History({ entries, zone }: { entries: readonly HistoryEntry[]; zone: string }) {
  return (
    <section class="history" aria-labelledby="history">
      <div class="history__head">
        <h2 id="history">History</h2>
        <p class="small soft">Every time is in {zonePlace(zone)}.</p>
      </div>
      {entries.length === 0 ? (
        <p class="soft">Nothing was written down for this one.</p>
      ) : (
        <>
          <ol>
            {entries.map(({ id, at, who, what, change }) => (
              <li key={id} class={change ? 'history__row history__row--change' : 'history__row'}>
                <Time at={at} zone={zone} />
                <p>
                  <b>{who}</b> {what}
                </p>
                {change && (
                  <p class="history__change">
                    {change.from && (
                      <>
                        <span class="sr-only">From </span>
                        {change.from}
                        <span aria-hidden="true"> → </span>
                        <span class="sr-only"> to </span>
                      </>
                    )}
                    <b>{change.to}</b>
                  </p>
                )}
              </li>
            ))}
          </ol>
          {entries.some(({ raw }) => raw !== null) && (
            <details class="history__raw">
              <summary>As it was written down</summary>
              <ol>
                {entries.map(({ id, raw }) => (
                  <li key={id}>{raw}</li>
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </section>
  );
}
