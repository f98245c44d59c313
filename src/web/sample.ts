import type { Deps } from '../deps.ts';

const FRESH_MS = 60_000;

/** Whether the catalogue holds sample people, asked at most once a minute. */
export function sampleNotice(deps: Deps): () => Promise<boolean> {
  let known: { value: Promise<boolean>; at: number } | null = null;
  return () => {
    if (known && Date.now() - known.at < FRESH_MS) return known.value;
    const value = deps.db
      .selectFrom('interviewers')
      .select('id')
      .where('isSample', '=', true)
      .limit(1)
      .executeTakeFirst()
      .then((row) => row !== undefined)
      // A database that does not answer shows on the page itself, not in its footer.
      .catch(() => false);
    known = { value, at: Date.now() };
    return value;
  };
}
