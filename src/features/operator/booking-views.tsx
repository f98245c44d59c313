import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { History } from '../../ui/history.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatCents } from '../../ui/price.tsx';
import { formatDay, formatSpan, Time, zoneLabel } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import { refuseCancel } from '../booking/change-domain.ts';
import type { Booking } from '../booking/domain.ts';
import { claimKindWords, historyLine, STATE_WORDS } from '../booking/history-words.ts';
import { type BookingRecord, isOpenDispute, refundOf } from '../booking/record-domain.ts';
import type { BookingAlert, BookingMail, DeliveryRow } from './domain.ts';
import { Deliveries, Fact } from './inbox-views.tsx';
import { SendAgain, sentence } from './problem-views.tsx';
import { Disputes, ProposalRows, RefundRows } from './record-views.tsx';
import { endWords, mailWords, moneyWords } from './words.ts';
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
                {record.refunds.length > 0 && <RefundRows refunds={record.refunds} />}
                <Refund {...view} />
              </Section>
              {record.disputes.length > 0 && (
                <Section title="Disputes">
                  <Disputes disputes={record.disputes} currency={booking.price.currency} />
                </Section>
              )}
              {record.proposals.length > 0 && (
                <Section title="Other times">
                  <ProposalRows proposals={record.proposals} />
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
              <Facts {...view} />
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

function Mails({ mails }: { mails: BookingMail[] }) {
  return (
    <ul class="record">
      {mails.map((mail) => (
        <li key={mail.id}>
          <span
            class={
              mail.sentAt
                ? 'status status--confirmed'
                : mail.lastError
                  ? 'status status--bad'
                  : 'status status--ack'
            }
          >
            {mail.sentAt ? 'Sent' : mail.lastError ? 'Did not go out' : 'Waits'}
          </span>
          <p>{mailWords(mail.kind)}</p>
          <Time at={mail.sentAt ?? mail.queuedAt} zone={DESK_ZONE} />
          {!mail.sentAt && mail.lastError && (
            <div class="record__acts">
              <p class="soft dossier__text">
                {mail.attempts} {mail.attempts === 1 ? 'try' : 'tries'}. {mail.lastError}
              </p>
              <SendAgain mailId={mail.id} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ booking, now }: DeskBookingView) {
  const { candidate } = booking;
  const isOver = booking.endedAt !== null;
  const look = isOver
    ? 'status'
    : booking.state === 'confirmed' || booking.state === 'completed'
      ? 'status status--confirmed'
      : 'status status--ack';
  return (
    <div class="ackbox">
      <div class="ackbox__status">
        <span class={look}>{STATE_WORDS[booking.state]}</span>
        <span class="num small">{booking.reference}</span>
      </div>
      <div class="ackbox__body">
        <dl class="deskfacts">
          <Fact name="Candidate">
            <ExternalLink href={`mailto:${encodeURIComponent(candidate.email).replaceAll('%40', '@')}`}>
              {candidate.email}
            </ExternalLink>
          </Fact>
          <Fact name="Lives in">{zoneLabel(candidate.timeZone, booking.startsAt)}</Fact>
          <Fact name="Read by the interviewer">
            {booking.readAt ? <Time at={booking.readAt} zone={DESK_ZONE} /> : 'Not yet'}
          </Fact>
          <Fact name="Free to cancel until">{booking.terms.freeCancelHours} hours before</Fact>
          <Fact name="Guarantee">{booking.terms.guaranteeDays} days</Fact>
          {booking.absent && <Fact name="Did not come">the {booking.absent}</Fact>}
          <Fact name="Payment at Stripe">
            <code>{booking.paymentIntentId ?? 'none'}</code>
          </Fact>
          <Fact name="Checkout at Stripe">
            <code>{booking.checkout?.sessionId ?? 'none'}</code>
          </Fact>
          <Fact name="Booking on cal.com">
            <code>{booking.calcomUid}</code>
          </Fact>
        </dl>
        {refuseCancel(booking, 'operator', now) === null && (
          <ButtonLink href={urls.operatorCancellation(booking.id)} dialogIn="#change-slot" wide icon="arrow">
            Call it off
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
