const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 30_000;

/**
 * Reads what nobody wants to the end, and keeps none of it: a browser that still sends does not hear the answer,
 * and a connection that is closed on it shows its own error page instead of ours. At most 64 MB in 30 seconds.
 */
export async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  const timer = setTimeout(() => reader.cancel().catch(() => {}), MOST_MS);
  try {
    for (let bytes = 0; bytes <= MOST_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
    }
  } catch {
    // Gone before the end: then nobody hears the answer either.
  } finally {
    clearTimeout(timer);
  }
}
