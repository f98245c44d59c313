import { median } from './table.ts';

export interface Timing {
  /** Milliseconds from request to the last byte, the median. */
  ms: number;
  /** Statements sent to PostgreSQL for one request, the fewest seen: others work beside it. */
  queries: number;
}

const WARM_UP = 15;

/**
 * Asks for each page in turn, round after round, so that whatever else the machine does falls on all of
 * them alike. Milliseconds differ between machines; their ratio to `/up` hardly does.
 */
export async function timePages(
  visits: readonly { name: string; url: string; cookie?: string }[],
  rounds: number,
  statements: () => number,
): Promise<Map<string, Timing>> {
  const seen = new Map(visits.map(({ name }) => [name, { ms: [] as number[], queries: [] as number[] }]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { name, url, cookie = '' } of visits) {
      const [before, startedAt] = [statements(), performance.now()];
      const answer = await fetch(url, { headers: { Cookie: cookie }, redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
      const one = seen.get(name);
      if (round < 0 || !one) continue;
      one.ms.push(performance.now() - startedAt);
      one.queries.push(statements() - before);
    }
  }
  return new Map(
    [...seen].map(([name, { ms, queries }]) => [name, { ms: median(ms), queries: Math.min(...queries) }]),
  );
}
