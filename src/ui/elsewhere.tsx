import type { ComponentChildren } from 'preact';

/** In an answer to htmx: what goes to another place of the page than the one that was asked for. */
export function Elsewhere({ target, children }: { target: string; children: ComponentChildren }) {
  // An element of htmx's own, which the types of HTML don't know.
  const HxPartial = 'hx-partial' as 'div';
  return (
    <HxPartial hx-target={target} hx-swap="innerHTML">
      {children}
    </HxPartial>
  );
}
