import type { ComponentChildren } from 'preact';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Shell } from '../../../web/env.ts';
import type { PanelOwner } from '../../admin/domain.ts';
import { type CalendarNotice, NOTICES } from '../words.ts';

/** What every page about the connection is shown with. */
export interface CalendarProps {
  shell: Shell;
  owner: PanelOwner;
  calcom: {
    /** Where cal.com's own pages are. */
    origin: string;
    /** Whether the co-op has a key that speaks for its members. */
    hasTeamKey: boolean;
  };
}

/** The page's frame: its title, one sentence beside it, and what has just been done. */
export function CalendarFrame({
  shell,
  owner,
  title,
  about,
  aside,
  notice,
  focusNotice = false,
  children,
}: Pick<CalendarProps, 'shell' | 'owner'> & {
  title: string;
  about: ComponentChildren;
  aside: ComponentChildren;
  notice: CalendarNotice | null;
  focusNotice?: boolean;
  children: ComponentChildren;
}) {
  const [said, more] = notice ? NOTICES[notice] : [];
  return (
    <PanelLayout shell={shell} title="Calendar" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{title}</h1>
            <p>{about}</p>
          </div>
          <div class="split split--top">
            <div class="stack">
              {said && (
                <div tabindex={-1} autofocus={focusNotice}>
                  <Notice tone={notice === 'not-repaired' ? 'error' : 'done'} title={said}>
                    {more ? <p>{more}</p> : null}
                  </Notice>
                </div>
              )}
              {children}
            </div>
            <aside>{aside}</aside>
          </div>
          <div id="change-slot" data-dialog-slot />
        </div>
      </main>
    </PanelLayout>
  );
}
