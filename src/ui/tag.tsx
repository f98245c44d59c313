import type { ComponentChildren } from 'preact';

/** What they interview in: speech, so sans on a tint. */
export function SubjectTag({ name }: { name: string }) {
  return <span class="tag tag--subject">{name}</span>;
}

/** What they interview with: code, so mono in a box. */
export function TechnologyTag({ name }: { name: string }) {
  return <span class="tag tag--tech">{name}</span>;
}

/** A row of tags of one kind, named for screen readers; nothing at all where there are none. */
export function Tags({ kind, names }: { kind: 'subject' | 'technology'; names: readonly string[] }) {
  if (names.length === 0) return null;
  const label = kind === 'subject' ? 'Interviews in' : 'Technologies';
  const tag = (name: string): ComponentChildren =>
    kind === 'subject' ? <SubjectTag name={name} /> : <TechnologyTag name={name} />;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets.
    <ul class="tags" role="list" aria-label={label}>
      {names.map((name) => (
        <li key={name}>{tag(name)}</li>
      ))}
    </ul>
  );
}
