import { formatCents } from '../../../ui/price.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import type { BookedInterviewer, Booking } from '../domain.ts';
import { keptCents, type RefundLine } from '../receipt-domain.ts';
import { REFUND_STATES } from '../refund-words.ts';
import { sessionWords } from '../words.ts';
import { KeyVal } from './confirmed.tsx';

/** What was paid, what went back, and under which number. On paper it is all that is left of the page. */
export function Receipt({
  booking,
  interviewer,
  refunds,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  refunds: readonly RefundLine[];
}) {
  const zone = booking.candidate.timeZone;
  const own = sessionWords(booking, zone);
  const utc = sessionWords(booking, 'UTC');
  const money = (cents: number) => formatCents({ ...booking.price, cents });
  return (
    <section class="sidebox receipt-box" aria-labelledby="receipt">
      <h2 id="receipt">Receipt</h2>
      <dl class="keyvals">
        <KeyVal name="Sold by">508.dev LLC</KeyVal>
        <KeyVal name="To">{booking.candidate.name}</KeyVal>
        <KeyVal name="For">
          Practice interview with {interviewer.name}, {own.day}, {own.span}, {own.place}
          {own.zone !== utc.zone && ` (${utc.span} UTC)`}
        </KeyVal>
        <KeyVal name="Paid">
          <span class="num">{money(booking.money.captured)}</span>
          {booking.confirmedAt && `, ${formatInstant(booking.confirmedAt, zone)}`}
        </KeyVal>
        {refunds.map((refund, index) => (
          // Lines never move: a refund is added at the end, and none is taken away.
          <KeyVal key={String(index)} name="Refund">
            <span class="num">−{money(refund.amountCents)}</span>, {REFUND_STATES[refund.state]}
            {`, ${formatInstant(refund.settledAt ?? refund.requestedAt, zone)}`}
          </KeyVal>
        ))}
        {refunds.length > 0 && (
          <KeyVal name="You paid">
            <b class="num">{money(keptCents(booking, refunds))}</b>
          </KeyVal>
        )}
        <KeyVal name="Reference">
          <span class="num">{booking.reference}</span>
        </KeyVal>
      </dl>
      <p class="small soft">All times {zonePlace(zone)}.</p>
      <button class="btn btn--small" type="button" data-print hidden>
        <span class="btn__label">Print the receipt</span>
      </button>
    </section>
  );
}
