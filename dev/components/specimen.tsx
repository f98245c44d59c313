import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Shell } from '../../src/web/env.ts';

/** What the states of a component are drawn with. */
export interface Stage {
  portraitId: string | null;
  shell: Shell;
}

/** One component in its states, each by its name. */
export interface Specimen {
  name: string;
  /** Lays itself out by the width of the screen. */
  wide?: boolean;
  states: (stage: Stage) => Record<string, VNode>;
}

const THEMES = ['light', 'dark'] as const;

/** A component in every state, in both themes beside each other. */
export function SpecimenView({ specimen, ...stage }: { specimen: Specimen } & Stage) {
  const anchor = slug(specimen.name);
  return (
    <article
      class={specimen.wide ? 'specimen specimen--wide' : 'specimen'}
      id={anchor}
      aria-labelledby={`${anchor}-title`}
    >
      <h2 id={`${anchor}-title`}>{specimen.name}</h2>
      <div class="specimen__themes">
        {THEMES.map((theme) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll sideways, by the arrow keys too.
          <div key={theme} class={`specimen__theme specimen__theme--${theme}`} tabIndex={0}>
            {Object.entries(specimen.states(stage)).map(([state, view]) => (
              <div key={state} class="specimen__state">
                <p class="specimen__name">{state}</p>
                <div
                  class="specimen__view"
                  dangerouslySetInnerHTML={{ __html: alone(renderToString(view), `${slug(state)}-${theme}`) }}
                />
              </div>
            ))}
          </div>
        ))}
      </div>
    </article>
  );
}

/**
 * A copy that bears others beside it: a page is only its body, ids and what refers to them are its own,
 * and so are the names of landmarks; the page has its one `<main>` already.
 */
function alone(html: string, copy: string): string {
  return (/<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? html)
    .replaceAll(/<(\/?)main\b/g, '<$1div')
    .replaceAll(/ (id|for|popovertarget|aria-controls)="([^"]+)"/g, ` $1="$2-${copy}"`)
    .replaceAll(/ (aria-labelledby|aria-describedby)="([^"]+)"/g, (_, name, ids: string) => {
      return ` ${name}="${ids
        .split(' ')
        .map((id) => `${id}-${copy}`)
        .join(' ')}"`;
    })
    .replaceAll(/(<input[^>]*? name=")([^"]+)"/g, `$1$2-${copy}"`)
    .replaceAll(/(<(?:nav|aside)[^>]*? aria-label=")([^"]+)"/g, `$1$2, ${copy}"`)
    .replaceAll(/(<(?:section|aside)[^>]*?) aria-label(?:ledby)?="[^"]+"/g, '$1');
}

export const slug = (name: string): string => name.toLowerCase().replaceAll(/\W+/g, '-');
