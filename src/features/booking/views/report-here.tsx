import { ButtonLink } from '../../../ui/button.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { firstName } from '../words.ts';
import type { StandingProps } from './standing.tsx';

/** The written feedback, once the session is over: here, or still being written. */
export function ReportHere({ booking, interviewer, reportAt, now }: StandingProps) {
  if (now < booking.endsAt || booking.absent) return null;
  const name = firstName(interviewer.name);
  return (
    <section class="report-here" id="report" aria-labelledby="report-title">
      <div>
        <h2 id="report-title">{reportAt ? 'Your report is here.' : `${name} is writing your report.`}</h2>
        <p class="soft">
          {reportAt
            ? `From ${interviewer.name}, ${formatInstant(reportAt, booking.candidate.timeZone)}. The verdict, the minutes, and three things to change.`
            : 'You get a mail the moment it is sent. It stands here then, too.'}
        </p>
      </div>
      {reportAt && (
        <ButtonLink href={urls.bookingReport(booking.id)} variant="primary" icon="arrow">
          Read the report
        </ButtonLink>
      )}
    </section>
  );
}
