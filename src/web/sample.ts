const FRESH_MS = 60_000;

/** Whether the catalogue holds sample people: `ask` says so, and is asked at most once a minute. */
export function sampleNotice(ask: () => Promise<boolean>): () => Promise<boolean> {
  let known: { value: Promise<boolean>; at: number } | null = null;
  return () => {
    if (known && Date.now() - known.at < FRESH_MS) return known.value;
    // A database that does not answer shows on the page itself, not in its footer.
    const value = ask().catch(() => false);
    known = { value, at: Date.now() };
    return value;
  };
}
