import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/**
 * A native dialog, sent by the server and opened by `client/dialog.ts`. Closing it leads to `closeTo`:
 * a real link, so that it works as one wherever the script does not run.
 */
export function Dialog({
  id,
  labelledBy,
  title,
  closeTo,
  closeLabel,
  narrow = false,
  children,
}: {
  id: string;
  labelledBy: string;
  /** What the tab says while it is open. */
  title: string;
  closeTo: string;
  closeLabel: string;
  /** As wide as a form, where it holds nothing more. */
  narrow?: boolean;
  children: ComponentChildren;
}) {
  return (
    <dialog
      class={narrow ? 'sheet sheet--narrow' : 'sheet'}
      id={id}
      aria-labelledby={labelledBy}
      data-dialog
      data-title={title}
    >
      <div class="sheet__bar">
        <a href={closeTo} data-dialog-close>
          {closeLabel}
        </a>
        {/* Where they lead depends on the list behind: client/dialog-turns.ts says so, and shows them. */}
        <nav class="sheet__turns" aria-label="More interviewers" data-turns hidden>
          <a href={closeTo} data-turn="previous">
            <Icon name="back" /> <span>Previous</span>
          </a>
          <a href={closeTo} data-turn="next">
            <span>Next</span> <Icon name="arrow" />
          </a>
        </nav>
        <a class="sheet__close" href={closeTo} data-dialog-close aria-label="Close">
          <Icon name="close" />
        </a>
      </div>
      <section class="sheet__scroll" tabindex={0} aria-labelledby={labelledBy}>
        {children}
      </section>
    </dialog>
  );
}
