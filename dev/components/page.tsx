import { renderToString } from 'preact-render-to-string';
import { Document } from '../../src/ui/document.tsx';
import type { Assets } from '../../src/web/assets.ts';
import type { Shell } from '../../src/web/env.ts';
import { developmentShell } from '../shell.ts';
import { booking } from './booking.tsx';
import { controls } from './controls.tsx';
import { forms } from './forms.tsx';
import { frames } from './frames.tsx';
import { GROUP_NAMES, type GroupName } from './groups.ts';
import { panel } from './panel.tsx';
import { people } from './people.tsx';
import { readings } from './readings.tsx';
import { type Specimen, SpecimenView, slug } from './specimen.tsx';

/** Where the catalogue is; each of its groups one level below. */
export const COMPONENTS = '/dev/components';

/** The catalogue's own style sheet: its place in the repository is its address, too. */
export const COMPONENTS_STYLE = '/dev/components/components.css';

const GROUPS: Record<GroupName, readonly Specimen[]> = {
  controls,
  forms,
  readings,
  frames,
  people,
  booking,
  panel,
};

const groupPath = (name: GroupName): string => `${COMPONENTS}/${name}`;

/**
 * The living catalogue: every component in every state, both themes beside each other, a page for each
 * group. Null where the address is none of its. `portraitId` is any portrait of the database.
 */
export function componentsPage(
  path: string,
  built: Assets,
  publicUrl: URL,
  portraitId: string | null,
): string | null {
  const group = GROUP_NAMES.find((name) => path === groupPath(name)) ?? null;
  if (!group && path !== COMPONENTS) return null;
  const shell = developmentShell(built, publicUrl, path, COMPONENTS_STYLE);
  return `<!doctype html>${renderToString(<Page shell={shell} group={group} portraitId={portraitId} />)}`;
}

function Page(props: { shell: Shell; group: GroupName | null; portraitId: string | null }) {
  const { shell, group, portraitId } = props;
  return (
    <Document shell={shell} title="Components" area="site" noindex>
      <main id="main" class="frame specimens">
        <h1>Components{group && `: ${group}`}</h1>
        <nav aria-label="Groups of components">
          {GROUP_NAMES.map((name) => (
            <p key={name} class="cluster">
              <a href={groupPath(name)} aria-current={name === group ? 'page' : undefined}>
                {name}
              </a>
              <span class="specimen__name">{GROUPS[name].map((one) => one.name).join(', ')}</span>
            </p>
          ))}
        </nav>
        {group &&
          GROUPS[group].map((specimen) => (
            <SpecimenView
              key={slug(specimen.name)}
              specimen={specimen}
              shell={shell}
              portraitId={portraitId}
            />
          ))}
      </main>
    </Document>
  );
}
