/** "184 KB", "1.5 MB": what a person wants to know of a file. Runs in the browser too. */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${Number((kilobytes / 1024).toFixed(1))} MB`;
}
