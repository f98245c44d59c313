import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { tabTitle } from '../../../ui/document.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatCents } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { cancelsFree } from '../change-domain.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { LIMITS } from '../forms.ts';
import { firstName, sessionWords } from '../words.ts';
import { BackToBooking } from './back-to-booking.tsx';
import { consequence } from './plans.tsx';
import { Says } from './says.tsx';

export interface CancellationProps {
  booking: Booking;
  interviewer: BookedInterviewer;
  now: Date;
  note?: string;
  /** `late`: the page had promised the money, and it was pressed after the cut-off. */
  problem?: 'late' | 'long';
}

const TITLE = 'Cancel this interview';

export function CancellationPage({ shell, ...props }: CancellationProps & { shell: Shell }) {
  return (
    <SiteLayout shell={shell} title={TITLE} noindex area="booking">
      <main id="main" class="booking">
        <div class="frame">
          <BackToBooking booking={props.booking} />
          <div class="asked asked--page">
            <Cancellation as="h1" {...props} />
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}

/** The same over the booking's page. */
export function CancellationDialog(props: CancellationProps) {
  return (
    <Dialog
      id="cancellation"
      labelledBy="asked"
      title={tabTitle(TITLE)}
      closeTo={urls.booking(props.booking.id)}
      closeLabel="Your booking"
    >
      <div class="asked">
        <Cancellation as="h2" {...props} />
      </div>
    </Dialog>
  );
}

function Cancellation({
  as: Heading,
  booking,
  interviewer,
  now,
  note = '',
  problem,
}: CancellationProps & { as: 'h1' | 'h2' }) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const utc = sessionWords(booking, 'UTC');
  const name = firstName(interviewer.name);
  return (
    <>
      <Heading id="asked" tabindex={-1}>
        Cancel {own.weekday}, {own.start}?
      </Heading>
      {problem === 'late' && (
        <Notice tone="error" title="Nothing was canceled yet.">
          <p>
            The last moment to cancel for nothing passed while this page was open. What canceling does now
            stands below.
          </p>
        </Notice>
      )}
      <Says
        lines={[
          consequence(booking, now),
          `You give up ${own.day}, ${own.span}, ${own.zone}. That is ${utc.span} UTC.`,
          `${name} gets one mail, and the time opens to others at once.`,
        ]}
      />
      <form class="asked__form" method="post" action={urls.bookingCancellation(booking.id)} data-once>
        <TextArea
          name="note"
          id="cancel-note"
          label={`A line to ${name}`}
          note="Optional"
          rows={2}
          value={note}
          maxLength={LIMITS.cancelNote}
          error={problem === 'long' ? 'That is more than 1,000 characters. Shorten it a little.' : undefined}
        />
        <Press booking={booking} now={now} />
        {cancelsFree(booking, now) && (
          <p class="small soft">
            Rather another time? <a href={urls.bookingMove(booking.id)}>Move it</a>. That is free too.
          </p>
        )}
      </form>
    </>
  );
}

function Press({ booking, now }: { booking: Booking; now: Date }) {
  const free = cancelsFree(booking, now);
  return (
    <div class="cluster">
      {/* What the page said: a press after the cut-off is asked once more instead of costing the price. */}
      <input type="hidden" name="terms" value={free ? 'free' : 'kept'} />
      <Button
        variant="danger"
        tail={formatCents({ ...booking.price, cents: free ? booking.price.cents : 0 })}
      >
        {free ? 'Cancel and refund' : 'Cancel, price kept'}
      </Button>
      <a href={urls.booking(booking.id)} data-dialog-close>
        Keep it
      </a>
    </div>
  );
}
