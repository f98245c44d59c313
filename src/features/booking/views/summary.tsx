import { CancellationTerms } from '../../../ui/cancellation-terms.tsx';
import { Plate } from '../../../ui/plate.tsx';
import { formatPrice, Price } from '../../../ui/price.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { Ruler } from '../../../ui/ruler.tsx';
import { type Price as Amount, SESSION } from '../../interviewers/domain.ts';
import type { BookedInterviewer, Booking, Terms } from '../domain.ts';
import { sessionWords } from '../words.ts';
import { Cancellation } from './cancellation.tsx';
import { Hold, HoldAnnouncer } from './hold.tsx';
import { OrderDay, OrderTimes } from './order-times.tsx';
import { ChangeZone } from './time-zone.tsx';

/** The order while it is being filled in: who, when in both zones, how long, how much, the way back. */
export function OrderSummary({
  booking,
  interviewer,
  now,
  page,
  promise = true,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  now: Date;
  /** Its own address. */
  page: string;
  /** Not where the guarantee stands beside it already. */
  promise?: boolean;
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  return (
    <aside class="summary sticky" id="order" aria-label="Your booking">
      <Hold booking={booking} now={now} />
      <Who interviewer={interviewer} />
      <div class="summary__when">
        <OrderDay booking={booking} />
        <Ruler labels={[own.start, own.turn, own.end]} />
        <OrderTimes booking={booking} />
        <ChangeZone booking={booking} back={page} inPlace />
      </div>
      <Bill price={booking.price} />
      {promise && (
        <div class="summary__promise">
          <GuaranteePromise days={booking.terms.guaranteeDays} />
          <Cancellation booking={booking} now={now} />
        </div>
      )}
    </aside>
  );
}

/** The same before a time is chosen. */
export function OfferSummary({
  interviewer,
  price,
  terms,
}: {
  interviewer: BookedInterviewer;
  price: Amount;
  terms: Terms;
}) {
  return (
    <aside class="summary sticky" aria-label="What you book">
      <Who interviewer={interviewer} />
      <div class="summary__when">
        <p class="summary__day">
          <span>Ninety minutes, one to one</span>
        </p>
        <Ruler />
      </div>
      <Bill price={price} />
      <div class="summary__promise">
        <GuaranteePromise days={terms.guaranteeDays} />
        <CancellationTerms hours={terms.freeCancelHours} />
      </div>
    </aside>
  );
}

/** What a phone keeps at the top while the page scrolls: the hold, who, when and how much. */
export function OrderBar({
  booking,
  interviewer,
  now,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  now: Date;
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  return (
    <>
      <div class="order-bar" id="order-bar">
        <Hold booking={booking} now={now} />
        <SummaryBar
          interviewer={interviewer}
          price={booking.price}
          when={`${own.instant}–${own.end}, ${own.place}`}
        />
      </div>
      <HoldAnnouncer />
    </>
  );
}

export function SummaryBar({
  interviewer,
  price,
  when,
}: {
  interviewer: BookedInterviewer;
  price: Amount;
  when: string;
}) {
  return (
    <div class="summary-bar">
      <Plate portraitId={interviewer.portraitId} name={interviewer.name} eager />
      <p>
        <b>{interviewer.name}</b>
        <span>{when}</span>
      </p>
      <b>{formatPrice(price)}</b>
    </div>
  );
}

function Who({ interviewer }: { interviewer: BookedInterviewer }) {
  return (
    <div class="summary__who">
      <Plate portraitId={interviewer.portraitId} name={interviewer.name} eager />
      <p class="summary__id">
        <b>{interviewer.name}</b>
        <span>{interviewer.headline}</span>
      </p>
    </div>
  );
}

function Bill({ price }: { price: Amount }) {
  return (
    <table class="bill">
      <tbody>
        <tr>
          <th scope="row">Interview</th>
          <td>{SESSION.interviewMinutes} min</td>
        </tr>
        <tr>
          <th scope="row">Feedback</th>
          <td>{SESSION.feedbackMinutes} min</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>
            <Price {...price} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
