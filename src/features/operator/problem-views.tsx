import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { formatReadings, inWords } from '../admin/domain.ts';
import { claimKindWords } from '../booking/history-words.ts';
import { isBroken } from '../calendar/domain.ts';
import { troubleWords } from '../calendar/words.ts';
import {
  type DeskBooking,
  type DeskMember,
  type OpenAlert,
  type StuckMail,
  unsettledSince,
  type WaitingClaim,
} from './domain.ts';
import { moneyWords } from './words.ts';
import { DESK_ZONE } from './zone.ts';

/** People's problems, the oldest first within each kind. */
export function Problems({
  alerts,
  claims,
  mails,
  stale,
  calendars,
  now,
}: {
  alerts: OpenAlert[];
  claims: WaitingClaim[];
  mails: StuckMail[];
  stale: DeskBooking[];
  /** Members whose calendar nobody can book, or that needs a repair. */
  calendars: DeskMember[];
  now: Date;
}) {
  if (alerts.length + claims.length + mails.length + stale.length + calendars.length === 0) {
    return (
      <section class="vacant">
        <h2>Every booking is settled, every mail is out.</h2>
        <p>What cannot sort itself out lands here by itself, with its age.</p>
      </section>
    );
  }
  return (
    <ol class="desk">
      {claims.map((claim) => (
        <Item
          key={claim.bookingId}
          since={claim.claimedAt}
          now={now}
          kind="Claim"
          act={
            <ButtonLink href={urls.operatorBooking(claim.bookingId)} small tail={formatPrice(claim.price)}>
              Decide
            </ButtonLink>
          }
        >
          <h2>
            {claim.candidate} wants {formatPrice(claim.price)} back.
          </h2>
          <p>
            Booking {claim.reference} with {claim.interviewer}. {claimKindWords(claim.kind)}. They have
            claimed before.
          </p>
        </Item>
      ))}
      {alerts.map((alert) => (
        <Item key={alert.id} since={alert.raisedAt} now={now} kind="Alert" act={<Resolve alert={alert} />}>
          <h2>
            {alert.bookingId ? (
              <a href={urls.operatorBooking(alert.bookingId)}>{sentence(alert.kind)}</a>
            ) : (
              sentence(alert.kind)
            )}
          </h2>
          <p>{alert.message}</p>
        </Item>
      ))}
      {stale.map((booking) => (
        <Item
          key={booking.id}
          since={unsettledSince(booking) ?? booking.createdAt}
          now={now}
          kind="Money"
          act={<Open id={booking.id} />}
        >
          <h2>{formatPrice(booking.price)} should have settled by now.</h2>
          <p>
            {booking.candidate} with {booking.interviewer}, {formatInstant(booking.startsAt, DESK_ZONE)}.{' '}
            {moneyWords(booking)}.
          </p>
        </Item>
      ))}
      {calendars.map(
        ({ id, slug, name, trouble }) =>
          trouble && (
            <Item
              key={id}
              since={trouble.since}
              now={now}
              kind="Calendar"
              act={
                <ButtonLink href={urls.interviewer(slug)} small icon="arrow">
                  Their page
                </ButtonLink>
              }
            >
              <h2>
                {isBroken(trouble.what)
                  ? `${name} can’t be booked: cal.com is disconnected.`
                  : `${name}’s cal.com calendar needs a repair.`}
              </h2>
              <p>
                {troubleWords(trouble.what, trouble.byTeam)}{' '}
                {trouble.what === 'key-refused' && trouble.byTeam
                  ? 'Renew CALCOM_API_KEY.'
                  : 'They were told by mail. It leaves this list when it works again.'}
              </p>
            </Item>
          ),
      )}
      {mails.map((mail) => (
        <Item key={mail.id} since={mail.queuedAt} now={now} kind="Mail" act={<SendAgain mailId={mail.id} />}>
          <h2>
            {mail.attempts === 1 ? 'One try' : `${inWords(mail.attempts)} tries`}, no delivery: {mail.kind}.
          </h2>
          <p>
            Booking <a href={urls.operatorBooking(mail.bookingId)}>{mail.reference}</a> of {mail.candidate}.
            The mail server said: {mail.lastError}
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
  act,
  children,
}: {
  since: Date;
  now: Date;
  kind: string;
  /** What a person can press. */
  act: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <li class="desk__item">
      <p class="desk__age">
        <b>{formatReadings(now.getTime() - since.getTime())}</b>
        <span>{kind}</span>
      </p>
      <div>{children}</div>
      {act}
    </li>
  );
}

function Resolve({ alert }: { alert: Pick<OpenAlert, 'id'> }) {
  return (
    <form method="post" action={urls.operatorAlertResolution(alert.id)}>
      <Button small icon="check">
        Dealt with
      </Button>
    </form>
  );
}

const Open = ({ id }: { id: string }) => (
  <ButtonLink href={urls.operatorBooking(id)} small icon="arrow">
    Look at it
  </ButtonLink>
);

export function SendAgain({ mailId }: { mailId: string }) {
  return (
    <form method="post" action={urls.operatorMailSending(mailId)}>
      <Button small icon="arrow">
        Send again
      </Button>
    </form>
  );
}

/** "capture-failed" → "Capture failed." */
export function sentence(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
