import { SiteLayout } from '../../../ui/layout.tsx';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking, ResumeInfo } from '../domain.ts';
import type { DetailsForm } from '../forms.ts';
import { firstName, sessionWords } from '../words.ts';
import { BackToBooking } from './back-to-booking.tsx';
import { DetailsPart } from './details-form.tsx';

/** The details form once more, for what was paid and has not been read yet. */
export function RewritePage({
  shell,
  ...part
}: {
  shell: Shell;
  booking: Booking;
  interviewer: BookedInterviewer;
  form: DetailsForm;
  resume: ResumeInfo | null;
  now: Date;
}) {
  const { booking, interviewer, form } = part;
  const own = sessionWords(booking, booking.candidate.timeZone);
  const name = firstName(interviewer.name);
  return (
    <SiteLayout
      shell={shell}
      title={Object.keys(form.errors).length > 0 ? 'Check your details' : 'Edit your details'}
      noindex
      area="booking"
    >
      <main id="main" class="booking">
        <div class="frame">
          <BackToBooking booking={booking} />
          <div class="split lapse__head">
            <h1>Change what {name} gets to read.</h1>
            <p class="lede soft">
              {name} has not read it yet. You can change it until then, and until {own.weekday}, {own.start}{' '}
              at the latest.
            </p>
          </div>
          <div class="split">
            <div>
              <DetailsPart {...part} rewrites />
            </div>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}
