import type { ComponentChildren } from 'preact';
import { Plate } from '../../ui/plate.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { StandingStatus } from '../../ui/standing.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { formatReadings } from '../admin/domain.ts';
import { STATE_WORDS } from '../booking/history-words.ts';
import { isBroken } from '../calendar/domain.ts';
import { type DeskBooking, type DeskMember, isStale, unsettledSince } from './domain.ts';
import { endWords, moneyWords } from './words.ts';
import { DESK_ZONE } from './zone.ts';

/** The latest bookings, whatever became of them. */
export function Bookings({
  bookings,
  now,
  title = 'Latest bookings',
}: {
  bookings: DeskBooking[];
  now: Date;
  title?: string;
}) {
  return (
    <Table
      id="bookings"
      title={title}
      head={['Candidate', 'State', 'Money', 'Price', 'When', 'Interviewer']}
      empty="Nobody has booked yet."
      stacks
    >
      {bookings.map((booking) => (
        <tr key={booking.id}>
          <th scope="row">
            <div class="ledger__booking">
              <a href={urls.operatorBooking(booking.id)}>{booking.candidate}</a>{' '}
              <small>{booking.reference}</small>
            </div>
          </th>
          <td>
            <State booking={booking} now={now} />
          </td>
          <td>
            {moneyWords(booking)} <Why booking={booking} now={now} />
          </td>
          <td class="num">{formatPrice(booking.price)}</td>
          <td class="num">
            <Time at={booking.startsAt} zone={DESK_ZONE} />
          </td>
          <td>{booking.interviewer}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Everyone who interviews, published or not. */
export function Members({ members }: { members: DeskMember[] }) {
  return (
    <Table
      id="members"
      title="Members"
      head={['Member', 'Price', 'Profile', 'Calendar', 'Ahead']}
      empty="No interviewers yet."
      stacks
    >
      {members.map((member) => (
        <tr key={member.id}>
          <th scope="row">
            <div class="ledger__who">
              <Plate portraitId={member.portraitId} name={member.name} />
              {member.standing === 'live' ? (
                <a href={urls.interviewer(member.slug)}>{member.name}</a>
              ) : (
                member.name
              )}
            </div>
          </th>
          <td class="num">{formatPrice(member.price)}</td>
          <td>
            <StandingStatus standing={member.standing} />
          </td>
          <td>
            {member.trouble ? (
              <span class="status status--bad">
                {isBroken(member.trouble.what) ? 'Disconnected' : 'Needs a repair'}
              </span>
            ) : member.verifiedAt ? (
              <span class="status status--confirmed">Connected</span>
            ) : (
              <span class={member.standing === 'live' ? 'status status--bad' : 'status status--ack'}>
                Not connected
              </span>
            )}
          </td>
          <td class="num">
            {member.upcoming}
            <span class="ledger__unit"> ahead</span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function Table({
  id,
  title,
  head,
  empty,
  stacks = false,
  children,
}: {
  id: string;
  title: string;
  head: string[];
  /** What stands here while there is no row. */
  empty: string;
  /** On a phone each row is a few lines: for cells that say what they are without their heading. */
  stacks?: boolean;
  children: ComponentChildren[];
}) {
  return (
    <div class="members">
      <h2 class="members__title" id={id}>
        {title}
      </h2>
      {children.length === 0 ? (
        <p class="soft after">{empty}</p>
      ) : (
        <section class="tablewrap" tabindex={0} aria-labelledby={id}>
          <table class={stacks ? 'ledger ledger--stacks' : 'ledger'}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </section>
      )}
    </div>
  );
}

/** Solid is done, hatched waits, empty is over, red is stuck. */
export function State({ booking, now }: { booking: DeskBooking; now: Date }) {
  const look = isStale(booking, now)
    ? ' status--bad'
    : booking.state === 'confirmed' || booking.state === 'completed'
      ? ' status--confirmed'
      : unsettledSince(booking)
        ? ' status--ack'
        : '';
  return <span class={`status${look}`}>{STATE_WORDS[booking.state]}</span>;
}

function Why({ booking, now }: { booking: DeskBooking; now: Date }) {
  const since = unsettledSince(booking);
  if (since) return <small>for {formatReadings(now.getTime() - since.getTime())}</small>;
  return booking.endReason ? <small>{endWords(booking.endReason)}</small> : null;
}
