import { ButtonLink } from '../../ui/button.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { InterviewerSummary } from './domain.ts';
import { InterviewerRow } from './row-view.tsx';

/** They exist and can't be booked: says so without telling who, and offers people like them. */
export function PausedPage({
  shell,
  similar,
  zone,
  now,
}: {
  shell: Shell;
  similar: readonly InterviewerSummary[];
  zone: string;
  now: Date;
}) {
  return (
    <SiteLayout shell={shell} title="410" noindex>
      <main id="main">
        <div class="frame">
          <div class="split lost">
            <h1 class="lost__h">
              <span class="lost__code">410</span> <span>Taking a break.</span>
            </h1>
            <div class="offer">
              <p class="lede">
                This interviewer is not taking bookings right now. An interview you have already booked with
                them stands.
              </p>
              <ButtonLink href={urls.interviewers()} variant="primary" wide icon="arrow">
                All interviewers
              </ButtonLink>
            </div>
          </div>
          {similar.length > 0 && (
            <section class="register" aria-label="Interviewers like them">
              <p class="daygroup">{similar.length === 1 ? 'Does the same' : 'Do much the same'}</p>
              {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its numbers. */}
              <ol role="list">
                {similar.map((person) => (
                  <InterviewerRow key={person.id} person={person} zone={zone} now={now} />
                ))}
              </ol>
            </section>
          )}
        </div>
      </main>
      <div id="profile-slot" data-dialog-slot />
    </SiteLayout>
  );
}
