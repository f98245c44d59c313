import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Document } from '../../src/ui/document.tsx';
import type { Shell } from '../../src/web/env.ts';
import { developmentShell } from '../shell.ts';
import { controls } from './controls.tsx';
import { forms } from './forms.tsx';
import { readings } from './readings.tsx';

/** One component in its states. `id` makes a name that is unique on the page. */
export interface Specimen {
  name: string;
  states: (id: (name: string) => string, portraitId: string | null) => Record<string, VNode>;
}

const THEMES = ['light', 'dark'] as const;
const GROUPS = { Controls: controls, Forms: forms, Readings: readings };

/**
 * The living catalogue: every component of `src/ui` in every state, both themes beside each other.
 * `portraitId` is any portrait of the database, for the plates.
 */
export function componentsPage(publicUrl: URL, portraitId: string | null): string {
  const shell = developmentShell(publicUrl, '/dev/components', '/dev/components/components.css');
  return `<!doctype html>${renderToString(<Page shell={shell} portraitId={portraitId} />)}`;
}

function Page({ shell, portraitId }: { shell: Shell; portraitId: string | null }) {
  return (
    <Document shell={shell} title="Components" area="site" noindex>
      <main id="main" class="frame specimens">
        <h1>Components</h1>
        <nav class="cluster" aria-label="Components">
          {Object.values(GROUPS)
            .flat()
            .map(({ name }) => (
              <a key={name} href={`#${slug(name)}`}>
                {name}
              </a>
            ))}
        </nav>
        {Object.entries(GROUPS).map(([group, specimens]) => (
          <section key={group} aria-labelledby={slug(group)}>
            <h2 id={slug(group)}>{group}</h2>
            {specimens.map((specimen) => (
              <Both key={specimen.name} specimen={specimen} portraitId={portraitId} />
            ))}
          </section>
        ))}
      </main>
    </Document>
  );
}

function Both({ specimen, portraitId }: { specimen: Specimen; portraitId: string | null }) {
  const anchor = slug(specimen.name);
  return (
    <article class="specimen" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>{specimen.name}</h3>
      <div class="specimen__themes">
        {THEMES.map((theme) => (
          <div key={theme} class={`specimen__theme specimen__theme--${theme}`}>
            {Object.entries(specimen.states((name) => `${anchor}-${theme}-${name}`, portraitId)).map(
              ([state, view]) => (
                <div key={state} class="specimen__state">
                  <p class="specimen__name">{state}</p>
                  {view}
                </div>
              ),
            )}
          </div>
        ))}
      </div>
    </article>
  );
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/\W+/g, '-');
