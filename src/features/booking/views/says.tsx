/** What something does, one line each, above the key that does it. */
export function Says({ lines }: { lines: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets.
    <ul class="choice__says" role="list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
