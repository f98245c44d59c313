/**
 * How long a sandbox keeps a connection that nothing comes over, in milliseconds: longer than those who call it
 * keep theirs, also on a busy machine. Ended at the same moment as a call begins, that call would fail.
 */
export const PATIENCE = { keepAliveTimeout: 60_000 };
