import { ButtonLink } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { RATINGS, type Report } from '../domain.ts';
import { RATING_WORDS } from '../words.ts';
import type { Subject } from '../written.ts';
import { Chart } from './chart.tsx';
import { Code } from './code.tsx';
import { NextSteps } from './next.tsx';

export interface SheetProps {
  about: Subject;
  report: Report;
  interviewer: string;
  /** Where the times are told. */
  zone: string;
  /** Null for one that was not sent yet. */
  sentAt: Date | null;
  /** Until when the guarantee can be asked for; null where it can't. */
  guaranteeUntil: Date | null;
}

/** The report as the candidate reads it. */
export function ReportPage({ shell, ...sheet }: SheetProps & { shell: Shell }) {
  return (
    <SiteLayout shell={shell} title="Your report" area="report" noindex>
      <main id="main" class="scorecard">
        <div class="frame">
          <div class="scorecard__tools">
            <p>
              <a class="textlink light" href={urls.booking(sheet.about.bookingId)}>
                <Icon name="back" /> Your booking
              </a>
            </p>
            <div class="cluster">
              <button class="btn btn--small" type="button" data-print hidden>
                <span class="btn__label">Print</span>
              </button>
              <ButtonLink href={urls.bookingReportFile(sheet.about.bookingId)} small tail="A4">
                Save as PDF
              </ButtonLink>
            </div>
          </div>
          <Sheet {...sheet} />
        </div>
      </main>
    </SiteLayout>
  );
}

/** The same sheet as the interviewer sees it before it goes out. */
export function PreviewPage({ shell, ...sheet }: SheetProps & { shell: Shell }) {
  const back = urls.adminReport(sheet.about.bookingId);
  return (
    <SiteLayout shell={shell} title="Preview of the report" area="report" noindex>
      <main id="main" class="scorecard">
        <div class="frame">
          <Notice tone="info" title={sheet.sentAt ? 'This is what they have.' : 'Only you see this.'}>
            <p>
              {sheet.sentAt
                ? `Sent ${formatInstant(sheet.sentAt, sheet.zone)}. `
                : `It is what ${sheet.about.first} will get. `}
              <a href={back}>{sheet.sentAt ? 'Back' : 'Back to writing'}</a>, or look at{' '}
              <a href={urls.adminReportFile(sheet.about.bookingId)}>the PDF</a> they can save.
            </p>
          </Notice>
          <Sheet {...sheet} />
        </div>
      </main>
    </SiteLayout>
  );
}

function Sheet(props: SheetProps) {
  const { about, report, interviewer, zone } = props;
  return (
    <article class="scorecard__sheet" aria-labelledby="verdict">
      <dl class="scorecard__block">
        <div>
          <dt>Report for</dt>
          <dd>{about.name}</dd>
        </div>
        {about.subject && (
          <div>
            <dt>Interview</dt>
            <dd>{about.subject}</dd>
          </div>
        )}
        {report.judgedAs && (
          <div>
            <dt>Judged as</dt>
            <dd>{report.judgedAs}</dd>
          </div>
        )}
        <div>
          <dt>Session, in {zonePlace(zone)}</dt>
          <dd class="mono">{formatInstant(about.startsAt, zone)}</dd>
        </div>
        <div>
          <dt>By</dt>
          <dd>{interviewer}</dd>
        </div>
      </dl>
      <Verdict report={report} />
      <Chart dimensions={report.dimensions} />
      <Code code={report.code} />
      <NextSteps steps={report.steps} />
      <Signature {...props} />
    </article>
  );
}

function Verdict({ report: { verdict, line, why, turnedAt } }: { report: Report }) {
  return (
    <header class="scorecard__verdict">
      <div>
        <p class="small soft">Would I pass you on to the next round?</p>
        <h1 id="verdict">{line || 'No verdict yet.'}</h1>
        <p class="lede scorecard__why">{why}</p>
      </div>
      <div class="scorecard__read">
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
        <ol class="scale" role="list" aria-label="Hiring scale">
          {RATINGS.map((step) => (
            <li key={step} class={step === verdict ? 'is-on' : undefined}>
              {RATING_WORDS[step]}
              {step === verdict && <span class="sr-only">: the verdict</span>}
            </li>
          ))}
        </ol>
        {turnedAt !== null && (
          <p class="turn">
            <span>It turned at minute</span> <b>{String(turnedAt).padStart(2, '0')}</b>
          </p>
        )}
      </div>
    </header>
  );
}

/** Who wrote it and when. The money back stays in reach whatever the verdict was. */
function Signature({ about, interviewer, sentAt, guaranteeUntil, zone }: SheetProps) {
  return (
    <footer class="scorecard__sign">
      <div>
        <p class="scorecard__name">{interviewer}</p>
        <p class="small soft">
          {sentAt ? `Sent ${formatInstant(sentAt, zone)} in ${zonePlace(zone)}. ` : 'Not sent yet. '}
          Nobody else edited this.
        </p>
      </div>
      {guaranteeUntil && (
        <div class="stack stack--tight">
          <GuaranteePromise bare />
          <p class="small soft">
            Until {formatInstant(guaranteeUntil, zone)}.{' '}
            <a href={`${urls.booking(about.bookingId)}#worth`}>Say so here</a>, whatever the verdict was. Or
            say that <a href={urls.bookingReview(about.bookingId)}>it was</a>.
          </p>
        </div>
      )}
    </footer>
  );
}
