import type { ComponentChildren } from 'preact';
import { formatPrice } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import { formatReadings, inWords } from '../admin/domain.ts';
import { type DeskBooking, moneyWords, type OpenAlert, type StuckMail, unsettledSince } from './domain.ts';
import { DESK_ZONE } from './zone.ts';

/** People's problems, the oldest first within each kind. */
export function Problems({
  alerts,
  mails,
  stale,
  now,
}: {
  alerts: OpenAlert[];
  mails: StuckMail[];
  stale: DeskBooking[];
  now: Date;
}) {
  if (alerts.length + mails.length + stale.length === 0) {
    return (
      <section class="vacant">
        <h2>Every booking is settled, every mail is out.</h2>
        <p>What cannot sort itself out lands here by itself, with its age.</p>
      </section>
    );
  }
  return (
    <ol class="desk">
      {alerts.map((alert) => (
        <Item key={alert.id} since={alert.raisedAt} now={now} kind="Alert" reference={alert.reference}>
          <h2>{sentence(alert.kind)}</h2>
          <p>{alert.message}</p>
        </Item>
      ))}
      {stale.map((booking) => (
        <Item
          key={booking.id}
          since={unsettledSince(booking) ?? booking.createdAt}
          now={now}
          kind="Money"
          reference={booking.reference}
        >
          <h2>{formatPrice(booking.price)} should have settled by now.</h2>
          <p>
            {booking.candidate} with {booking.interviewer}, {formatInstant(booking.startsAt, DESK_ZONE)}.{' '}
            {moneyWords(booking.state)}.
          </p>
        </Item>
      ))}
      {mails.map((mail) => (
        <Item key={mail.id} since={mail.queuedAt} now={now} kind="Mail" reference={mail.reference}>
          <h2>
            {mail.attempts === 1 ? 'One try' : `${inWords(mail.attempts)} tries`}, no delivery: {mail.kind}.
          </h2>
          <p>
            Booking of {mail.candidate}. The mail server said: {mail.lastError}
          </p>
        </Item>
      ))}
    </ol>
  );
}

function Item({
  since,
  now,
  kind,
  reference,
  children,
}: {
  since: Date;
  now: Date;
  kind: string;
  reference: string | null;
  children: ComponentChildren;
}) {
  return (
    <li class="desk__item">
      <p class="desk__age">
        <b>{formatReadings(now.getTime() - since.getTime())}</b>
        <span>{kind}</span>
      </p>
      <div>{children}</div>
      {reference && <p class="desk__reference">{reference}</p>}
    </li>
  );
}

/** "capture-failed" → "Capture failed." */
function sentence(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
