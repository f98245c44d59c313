import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition, never for a time: asks again until `look` gives something, at most `seconds`. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false>,
  options: { seconds?: number; what?: string } = {},
): Promise<T> {
  const deadline = Date.now() + (options.seconds ?? 45) * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`It did not come about: ${options.what ?? look.toString()}`);
    await delay(50);
  }
}
