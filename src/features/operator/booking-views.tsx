import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { History } from '../../ui/history.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatCents } from '../../ui/price.tsx';
import { formatDay, formatSpan, Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import { ProposalRows, RefundRows } from '../admin/record-rows.tsx';
import type { Booking } from '../booking/domain.ts';
import { claimKindWords, historyLine } from '../booking/history-words.ts';
import { type BookingRecord, isOpenDispute, refundOf } from '../booking/record-domain.ts';
import type { BookingAlert, BookingMail, DeliveryRow } from './domain.ts';
import { Facts } from './facts-view.tsx';
import { Deliveries } from './inbox-views.tsx';
import { Mails } from './mails-view.tsx';
import { sentence } from './problem-views.tsx';
import { Disputes, RefundFacts } from './record-views.tsx';
import { endWords, moneyWords } from './words.ts';
import { DESK_ZONE } from './zone.ts';

export interface DeskBookingView {
  booking: Booking;
  record: BookingRecord;
  interviewer: string;
  mails: BookingMail[];
  alerts: BookingAlert[];
  deliveries: DeliveryRow[];
  now: Date;
}

/** Everything about one booking, for the person who answers the phone. */
export function DeskBookingPage({
  shell,
  user,
  ...view
}: DeskBookingView & { shell: Shell; user: SignedInUser }) {
  const { booking, record, interviewer, mails, alerts, deliveries } = view;
  const telling = {
    zone: DESK_ZONE,
    currency: booking.price.currency,
    candidate: booking.candidate.name,
    interviewer,
    isOperator: true,
  };
  return (
    <PanelLayout shell={shell} title={booking.reference} desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.operatorBookings()}>
              <Icon name="back" /> Bookings
            </a>
          </p>
          <div class="panel__title split">
            <h1>{booking.candidate.name}</h1>
            <p>
              With {interviewer}, {formatDay(booking.startsAt, DESK_ZONE)},{' '}
              {formatSpan(booking.startsAt, booking.endsAt, DESK_ZONE)} {DESK_ZONE}.
            </p>
          </div>
          <div class="split split--top">
            <div class="dossier">
              <Claim {...view} />
              {alerts.length > 0 && (
                <Section title="Alerts">
                  <Alerts alerts={alerts} />
                </Section>
              )}
              <Section title="Money">
                <p>
                  {moneyWords(booking)}. The price is {formatCents(booking.price)}.
                </p>
                {record.refunds.length > 0 && (
                  <RefundRows
                    refunds={record.refunds}
                    zone={DESK_ZONE}
                    more={(refund) => <RefundFacts refund={refund} />}
                  />
                )}
                <Refund {...view} />
              </Section>
              {record.disputes.length > 0 && (
                <Section title="Disputes">
                  <Disputes disputes={record.disputes} currency={booking.price.currency} />
                </Section>
              )}
              {record.proposals.length > 0 && (
                <Section title="Other times">
                  <ProposalRows proposals={record.proposals} zone={DESK_ZONE} />
                </Section>
              )}
              {booking.endReason && (
                <Section title="Ended">
                  <p>
                    Because {endWords(booking.endReason)}.{' '}
                    {booking.calendarReleasedAt
                      ? 'The time is free on cal.com.'
                      : 'cal.com still holds the time.'}
                  </p>
                  {booking.endNote && <blockquote class="dossier__text">{booking.endNote}</blockquote>}
                </Section>
              )}
              <Section title="Mails">
                {mails.length === 0 ? <p class="soft">None is owed.</p> : <Mails mails={mails} />}
              </Section>
            </div>
            <aside class="sticky">
              <Facts booking={booking} now={view.now} />
            </aside>
          </div>
          <History entries={record.history.map((row) => historyLine(row, telling))} zone={DESK_ZONE} />
          <Deliveries deliveries={deliveries} title="Webhooks" empty="None named this booking." />
          <div id="change-slot" data-dialog-slot />
        </div>
      </main>
    </PanelLayout>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Claim({ booking, record: { claim } }: DeskBookingView) {
  if (!claim) return null;
  const left = formatCents({
    cents: booking.money.captured - booking.money.refunded,
    currency: booking.price.currency,
  });
  return (
    <Section title="Claim">
      <p>
        {booking.candidate.name} asked for the money back, <Time at={claim.claimedAt} zone={DESK_ZONE} />.{' '}
        {claimKindWords(claim.kind)}. {claim.state === 'granted' && 'Granted'}
        {claim.state === 'declined' && 'Declined'}
        {claim.decidedAt && ` by ${claim.decidedBy === 'policy' ? 'the policy, at once' : claim.decidedBy}.`}
      </p>
      {claim.reason ? (
        <blockquote class="dossier__text">{claim.reason}</blockquote>
      ) : (
        <p class="soft">No reason given. None is needed.</p>
      )}
      {claim.state === 'queued' && (
        <form class="cluster after" method="post" action={urls.operatorClaim(booking.id)}>
          <Button variant="primary" small name="decision" value="granted" tail={left}>
            Grant it
          </Button>
          <Button small name="decision" value="declined" tail="$0">
            Decline it
          </Button>
          <p class="small soft">
            They have claimed before, so it waits for you. They get one mail either way. Granted, the
            interviewer hears of it too.
          </p>
        </form>
      )}
    </Section>
  );
}

function Alerts({ alerts }: { alerts: BookingAlert[] }) {
  return (
    <ul class="record">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <span class={alert.resolvedAt ? 'status' : 'status status--bad'}>{sentence(alert.kind)}</span>
          <p>{alert.message}</p>
          <Time at={alert.raisedAt} zone={DESK_ZONE} />
          <div class="record__acts">
            {alert.resolvedAt ? (
              <span class="soft">
                Dealt with{alert.resolvedBy && ` by ${alert.resolvedBy}`},{' '}
                <Time at={alert.resolvedAt} zone={DESK_ZONE} />
              </span>
            ) : (
              <form method="post" action={urls.operatorAlertResolution(alert.id)}>
                <input type="hidden" name="back" value="booking" />
                <Button small icon="check">
                  Dealt with
                </Button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What is left can go back, unless it is on its way or the bank takes it. */
function Refund({ booking, record }: DeskBookingView) {
  const left = booking.money.captured - booking.money.refunded;
  const last = refundOf(record);
  if (left <= 0 || record.claim?.state === 'queued') return null;
  if (record.disputes.some(isOpenDispute)) {
    return <p class="soft">The bank is taking this money back. A refund now would pay it twice.</p>;
  }
  if (last && (last.state === 'owed' || last.state === 'pending')) return null;
  const amount = formatCents({ cents: left, currency: booking.price.currency });
  return (
    <form class="stack stack--tight after" method="post" action={urls.operatorRefund(booking.id)}>
      <p>
        <Button variant="danger" small tail={amount}>
          {last?.state === 'failed' ? 'Try again' : 'Give it back'}
        </Button>
      </p>
      <p class="small soft">
        {amount} go back to {booking.candidate.name} today. The booking stays as it is, and no mail goes out
        by itself. This can’t be undone.
      </p>
    </form>
  );
}
