/**
 * Files made here, by their version. Each is made once however many ask for it at once, and one after the other,
 * so that a crowd after a start costs one processor at most. The `most` that were asked for last are kept in memory.
 */
export function keptDrawings(most: number) {
  const kept = new Map<string, Promise<Buffer>>();
  let turn: Promise<unknown> = Promise.resolve();
  return (version: string, draw: () => Promise<Buffer>): Promise<Buffer> => {
    const known = kept.get(version);
    const drawing = known ?? turn.then(draw);
    if (!known) {
      turn = drawing.catch(() => {});
      // What failed is tried again by the next who asks.
      drawing.catch(() => kept.delete(version));
    }
    kept.delete(version);
    kept.set(version, drawing);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return drawing;
  };
}
