import { BookingLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking, ResumeInfo } from '../domain.ts';
import type { DetailsForm } from '../forms.ts';
import { firstName } from '../words.ts';
import { DetailsPart } from './details-form.tsx';
import { progressOf } from './progress.ts';
import { OrderBar, OrderSummary } from './summary.tsx';

export interface DetailsPageProps {
  shell: Shell;
  booking: Booking;
  interviewer: BookedInterviewer;
  form: DetailsForm;
  resume: ResumeInfo | null;
  now: Date;
  /** Something that is wrong with no field in particular. */
  problem?: string;
}

export function DetailsPage({ shell, ...part }: DetailsPageProps) {
  const { booking, interviewer, now } = part;
  const name = firstName(interviewer.name);
  return (
    <BookingLayout
      shell={shell}
      title={Object.keys(part.form.errors).length > 0 ? 'Check your details' : 'Your details'}
      steps={progressOf('details', interviewer, booking)}
    >
      <main id="main" class="booking">
        <div class="frame">
          <OrderBar booking={booking} interviewer={interviewer} now={now} />
          <div class="split">
            <div>
              <div class="booking__title">
                <h1>Tell {name} what you are up against.</h1>
                <p>
                  {name} reads all of it before the call. The more exact you are, the less of your hour goes
                  on introductions.
                </p>
              </div>
              <DetailsPart {...part} />
            </div>
            <OrderSummary
              booking={booking}
              interviewer={interviewer}
              now={now}
              page={urls.bookingDetails(booking.id)}
            />
          </div>
        </div>
      </main>
    </BookingLayout>
  );
}
