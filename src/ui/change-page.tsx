import type { ComponentChildren } from 'preact';
import type { Shell } from '../web/env.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { PanelLayout } from './layout.tsx';
import type { PanelPerson } from './panel-header.tsx';

/** One change of a booking: what it does, and the form that does it. */
export interface Change {
  title: string;
  /** Whose booking, and when: what the reader must not mix up. */
  about: string;
  /** The booking's own page. */
  back: string;
  backLabel: string;
  children: ComponentChildren;
}

/** A change as a page of its own: the form's address, and where it is shown again when something is wrong. */
export function ChangePage({
  shell,
  person,
  desk = 'interviewer',
  ...change
}: Change & { shell: Shell; person: PanelPerson; desk?: 'interviewer' | 'operator' }) {
  return (
    <PanelLayout shell={shell} title={change.title} person={person} desk={desk}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={change.back}>
              <Icon name="back" /> {change.backLabel}
            </a>
          </p>
          <div class="change change--page">
            <h1>{change.title}</h1>
            <p class="change__about">{change.about}</p>
            <div id="change">{change.children}</div>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

/** The same over the booking's page. */
export function ChangeDialog(change: Change) {
  return (
    <Dialog
      id="change-sheet"
      labelledBy="change-title"
      title={change.title}
      closeTo={change.back}
      closeLabel={change.backLabel}
      narrow
    >
      <div class="change">
        <h2 id="change-title" tabindex={-1}>
          {change.title}
        </h2>
        <p class="change__about">{change.about}</p>
        <div id="change">{change.children}</div>
      </div>
    </Dialog>
  );
}

/** How a change's form is sent where htmx runs: an answer that refuses is shown in its place. */
export const sendsChange = (action: string) => ({
  method: 'post' as const,
  action,
  'hx-post': action,
  'hx-target': '#change',
  'hx-swap': 'outerHTML focusScroll:true',
  'hx-disable': 'find .btn',
  'hx-status:409': 'select:#change',
  'hx-status:422': 'select:#change',
  'hx-status:4xx': 'select:#main, target:#main',
  'hx-status:5xx': 'swap:none',
});
