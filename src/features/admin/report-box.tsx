import { ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { refuseReport } from '../report/domain.ts';
import { type BookedInterview, firstName } from './domain.ts';

/** The way to the written feedback, from the moment it can be written. */
export function ReportBox({ booking, now }: { booking: BookedInterview; now: Date }) {
  const first = firstName(booking.candidate.name);
  if (booking.report === 'sent') {
    return (
      <section class="sidebox" aria-labelledby="report">
        <h2 id="report">{first} has your report.</h2>
        <ButtonLink href={urls.adminReportPreview(booking.id)} wide icon="arrow">
          Read what you wrote
        </ButtonLink>
      </section>
    );
  }
  if (refuseReport(booking, now)) return null;
  return (
    <section class="sidebox" aria-labelledby="report">
      <h2 id="report">{booking.report ? 'Your report is begun.' : `${first} waits for your report.`}</h2>
      <p class="small soft">
        Fifteen minutes, while you can still hear it. What you write is saved as you go.
      </p>
      <ButtonLink href={urls.adminReport(booking.id)} variant="primary" wide icon="arrow">
        {booking.report ? 'Go on writing' : 'Write the report'}
      </ButtonLink>
    </section>
  );
}
