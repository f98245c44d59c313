import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatCents } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { cancelsFree } from '../change-domain.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { LIMITS } from '../forms.ts';
import { firstName, sessionWords } from '../words.ts';
import { AskedDialog, AskedPage } from './asked.tsx';
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
    <AskedPage shell={shell} title={TITLE} booking={props.booking}>
      <Cancellation as="h1" {...props} />
    </AskedPage>
  );
}

/** The same over the booking's page. */
export function CancellationDialog(props: CancellationProps) {
  return (
    <AskedDialog id="cancellation" title={TITLE} booking={props.booking}>
      <Cancellation as="h2" {...props} />
    </AskedDialog>
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
