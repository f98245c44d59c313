import { h } from 'preact';
import { ButtonLink } from '../../../ui/button.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import type { PanelPerson } from '../../../ui/panel-header.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { ReportRefusal } from '../domain.ts';
import { reportRefusalWords } from '../words.ts';
import type { Subject, Written } from '../written.ts';
import { MiniReport } from './mini-view.tsx';
import { SaveBar } from './save-bar-view.tsx';

/** Instead of the form, where there is nothing to report on. */
export function RefusedPage({
  shell,
  owner,
  about,
  refused,
}: {
  shell: Shell;
  owner: PanelPerson;
  about: Subject;
  refused: ReportRefusal;
}) {
  const { title, text } = reportRefusalWords(refused, about.first);
  return (
    <PanelLayout shell={shell} title={`Report for ${about.name}`} person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{title}</h1>
            <p>{text}</p>
          </div>
          <p>
            <ButtonLink href={urls.adminBooking(about.bookingId)} icon="back">
              Back to the booking
            </ButtonLink>
          </p>
        </div>
      </main>
    </PanelLayout>
  );
}

/** What changes on the page with each save: the bar that was asked for, and the report in small. */
export function SavedParts({ refused, ...written }: Written & { refused?: ReportRefusal | undefined }) {
  return (
    <>
      <SaveBar {...written} refused={refused} />
      {h(
        // htmx's own element, which no type of HTML's knows: the second of two targets.
        'hx-partial',
        { 'hx-target': '#mini', 'hx-swap': 'outerHTML' },
        <MiniReport {...written} />,
      )}
    </>
  );
}
