import { Button } from '../../../ui/button.tsx';
import { BookingLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatPrice, Price } from '../../../ui/price.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { BookedInterviewer, Booking, BookingDetails, ResumeInfo } from '../domain.ts';
import { firstName, sessionWords } from '../words.ts';
import { Brief } from './brief.tsx';
import { Cancellation } from './cancellation.tsx';
import { progressOf } from './progress.ts';
import { OrderBar, OrderSummary } from './summary.tsx';

export type PaymentProblem = 'stripe-unreachable' | 'declined-back';

export interface PaymentPageProps {
  shell: Shell;
  booking: Booking;
  interviewer: BookedInterviewer;
  details: BookingDetails;
  resume: ResumeInfo | null;
  now: Date;
  problem?: PaymentProblem;
}

const PROBLEMS: Record<PaymentProblem, { title: string; text: string }> = {
  'stripe-unreachable': {
    title: 'Stripe does not answer.',
    text: 'Nothing was charged, your time is still held, and everything you typed is saved. Try again in a moment.',
  },
  'declined-back': {
    title: 'You came back without paying.',
    text: 'Nothing was charged, and your time is still held. Pay when you are ready, with the same card or another one.',
  },
};

export function PaymentPage({
  shell,
  booking,
  interviewer,
  details,
  resume,
  now,
  problem,
}: PaymentPageProps) {
  return (
    <BookingLayout shell={shell} title="Payment" steps={progressOf('payment', interviewer, booking)}>
      <main id="main" class="booking">
        <div class="frame">
          <OrderBar booking={booking} interviewer={interviewer} now={now} />
          <div class="split">
            <div>
              <div class="booking__title">
                <h1>One card, charged once the time is certain.</h1>
                <p>Stripe takes the payment on its own page. Your card number never reaches us.</p>
              </div>
              {problem && (
                <Notice
                  tone={problem === 'stripe-unreachable' ? 'error' : 'info'}
                  title={PROBLEMS[problem].title}
                >
                  <p>{PROBLEMS[problem].text}</p>
                </Notice>
              )}
              <WhatHappens booking={booking} interviewer={interviewer} />
              <Pay booking={booking} now={now} retry={problem === 'stripe-unreachable'} />
              <section class="check-over" aria-labelledby="check-over">
                <div class="standing__bar">
                  <h2 class="confirmed__sub" id="check-over">
                    What {firstName(interviewer.name)} gets to read
                  </h2>
                  <a href={urls.bookingDetails(booking.id)}>
                    Change<span class="sr-only"> your details</span>
                  </a>
                </div>
                <p class="small soft">
                  From {booking.candidate.name}, {booking.candidate.email}
                </p>
                <Brief details={details} resume={resume} />
              </section>
            </div>
            <OrderSummary
              booking={booking}
              interviewer={interviewer}
              now={now}
              page={urls.bookingPayment(booking.id)}
              promise={false}
            />
          </div>
        </div>
      </main>
    </BookingLayout>
  );
}

function WhatHappens({ booking, interviewer }: { booking: Booking; interviewer: BookedInterviewer }) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const steps = [
    {
      title: 'Authorized',
      text: `Your bank sets ${formatPrice(booking.price)} aside. Nothing is taken.`,
    },
    {
      title: 'Time confirmed',
      text: `${firstName(interviewer.name)}’s calendar says yes to ${own.weekday}, ${own.start}. If it does not, the money is let go.`,
    },
    { title: 'Charged', text: 'Only now. The confirmation mail follows at once.' },
  ];
  return (
    <ol class="pay-steps">
      {steps.map(({ title, text }, index) => (
        <li key={title}>
          <span class="progress__n" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A plain form: pressing it leaves the site for Stripe's page. */
function Pay({ booking, now, retry }: { booking: Booking; now: Date; retry: boolean }) {
  return (
    <form class="form__submit" method="post" action={urls.bookingPayment(booking.id)} data-once>
      <GuaranteePromise days={booking.terms.guaranteeDays} bare />
      <Cancellation booking={booking} now={now} />
      <Button variant="primary" tail={<Price {...booking.price} />}>
        {retry ? 'Try Stripe again' : 'Pay with Stripe'}
      </Button>
    </form>
  );
}
