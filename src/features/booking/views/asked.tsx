import type { ComponentChildren } from 'preact';
import { Dialog } from '../../../ui/dialog.tsx';
import { tabTitle } from '../../../ui/document.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { Booking } from '../domain.ts';
import { BackToBooking } from './back-to-booking.tsx';

interface AskedProps {
  title: string;
  booking: Booking;
  /** The question, whose heading has the id `asked`. */
  children: ComponentChildren;
}

/** A question about a booking on a page of its own. */
export function AskedPage({ shell, title, booking, children }: AskedProps & { shell: Shell }) {
  return (
    <SiteLayout shell={shell} title={title} noindex area="booking">
      <main id="main" class="booking">
        <div class="frame">
          <BackToBooking booking={booking} />
          <div class="asked asked--page">{children}</div>
        </div>
      </main>
    </SiteLayout>
  );
}

/** The same over the booking's page. */
export function AskedDialog({ id, title, booking, children }: AskedProps & { id: string }) {
  return (
    <Dialog
      id={id}
      labelledBy="asked"
      title={tabTitle(title)}
      closeTo={urls.booking(booking.id)}
      closeLabel="Your booking"
    >
      <div class="asked">{children}</div>
    </Dialog>
  );
}
