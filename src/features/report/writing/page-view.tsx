import { Icon } from '../../../ui/icon.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { PanelPerson } from '../../../ui/panel-header.tsx';
import { formatDay } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { ReportRefusal } from '../domain.ts';
import { reportRefusalWords } from '../words.ts';
import type { Written } from '../written.ts';
import { CodeFields, Dimensions, StepFields, VerdictFields } from './fields-view.tsx';
import { MiniReport } from './mini-view.tsx';
import { SaveBar } from './save-bar-view.tsx';

interface Props extends Written {
  shell: Shell;
  owner: PanelPerson & { timeZone: string };
  /** Why the last try to save or send it did not work. */
  refused?: ReportRefusal | undefined;
}

/** Where an interviewer writes the report, with what the candidate will get in small beside it. */
export function WritingPage({ shell, owner, refused, ...written }: Props) {
  const { about, problems } = written;
  const isWrong = Object.keys(problems).length > 0;
  const words = refused && reportRefusalWords(refused, about.first);
  return (
    <PanelLayout shell={shell} title={`Report for ${about.name}`} person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.adminBooking(about.bookingId)}>
              <Icon name="back" /> {about.name}
            </a>
          </p>
          <div class="panel__title split">
            <h1>Write it while you can still hear it.</h1>
            <p>
              {about.name}
              {about.subject && `, ${about.subject}`}. Interviewed {formatDay(about.startsAt, owner.timeZone)}
              .
            </p>
          </div>
          <div class="split split--top">
            <div>
              {words && (
                <Notice tone="error" title={words.title}>
                  <p>{words.text}</p>
                </Notice>
              )}
              {isWrong && (
                <Notice tone="error" title="Not saved yet.">
                  <p>
                    Some of it can’t be kept as it is. What you typed is still here, with a word at each
                    field.
                  </p>
                </Notice>
              )}
              <form
                class="form editor"
                id="composer"
                method="post"
                action={urls.adminReport(about.bookingId)}
                novalidate
                hx-post={urls.adminReport(about.bookingId)}
                hx-trigger="input delay:1200ms, change delay:300ms"
                hx-sync="this:replace"
                hx-target="#savebar"
                hx-swap="outerHTML"
              >
                <VerdictFields {...written} />
                <Dimensions {...written} />
                <CodeFields {...written} />
                <StepFields {...written} />
                <SaveBar {...written} />
              </form>
            </div>
            <aside class="sticky" aria-label={`What ${about.first} will get`}>
              <MiniReport {...written} />
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}
