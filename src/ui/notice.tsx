import type { ComponentChildren } from 'preact';

/** A message about the page itself. Errors are announced at once, the rest when it is convenient. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: 'info' | 'error' | 'done';
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice notice--${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p class="notice__title">{title}</p>
      {children && <div class="notice__text">{children}</div>}
    </div>
  );
}

/** Says that what stands here is made up. Hatched, as everything is that is not solid. */
export function SampleNote({ children = 'Sample data' }: { children?: ComponentChildren }) {
  return <span class="note-sample">{children}</span>;
}
