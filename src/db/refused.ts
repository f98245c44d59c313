/** Which guard of the database refused a write, when it was one. */
export function refusedBy(error: unknown): 'unique' | 'exclusion' | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === '23505') return 'unique';
  return code === '23P01' ? 'exclusion' : null;
}
