import { Notice } from '../../ui/notice.tsx';
import { STANDING_WORDS } from '../../ui/standing.tsx';
import { urls } from '../../urls.ts';
import { isBroken } from '../calendar/domain.ts';
import { isBookable, type PanelOwner } from './domain.ts';

/** Before everything else: nobody can book, or not for long. */
export function CalendarNeedsYou({
  owner: { isConnected, calendarTrouble, standing },
}: {
  owner: PanelOwner;
}) {
  const isOff = standing === 'live' && !isConnected;
  if (!isOff && !calendarTrouble) return null;
  const isDown = isOff || isBroken(calendarTrouble);
  return (
    <div class="urgent">
      <Notice
        tone={isDown ? 'error' : 'info'}
        title={
          isDown
            ? 'cal.com is disconnected. Nobody new can book you.'
            : 'Your cal.com calendar needs a repair.'
        }
      >
        <p>
          {isDown
            ? 'What is booked stands. '
            : 'People can book, and a booking may go wrong until it is put right. '}
          <a href={urls.adminCalendar()}>
            {isOff ? 'Connect it again' : 'See what is wrong and put it right'}
          </a>
        </p>
      </Notice>
    </div>
  );
}

/** The way to the same list in the interviewer's own calendar. */
export function OwnCalendar() {
  return (
    <section class="sidebox">
      <h2>In your own calendar</h2>
      <p class="small soft">An address that your calendar reads, with every move.</p>
      <p class="small">
        <a href={urls.adminFeed()}>Subscribe to your sessions</a>
      </p>
    </section>
  );
}

/** Whether people can book at all, and what stands in the way. */
export function Bookable({ owner }: { owner: PanelOwner }) {
  const bookable = isBookable(owner);
  return (
    <section class="sidebox">
      <h2>On the list</h2>
      <p>
        {bookable ? (
          <span class="status status--confirmed">People can book you</span>
        ) : (
          <span class="status status--ack">
            {owner.calendarTrouble ? 'Nobody can book you right now' : 'Nobody can book you yet'}
          </span>
        )}
      </p>
      {owner.standing !== 'live' &&
        (owner.pausedByOwner ? (
          <p class="small soft">
            You paused your profile. <a href={urls.adminProfile()}>Show it again</a>
          </p>
        ) : (
          <p class="small soft">{STANDING_WORDS[owner.standing]}</p>
        ))}
      {isBroken(owner.calendarTrouble) && (
        <p class="small soft">
          cal.com says no. <a href={urls.adminCalendar()}>Put it right</a>
        </p>
      )}
      {!owner.isConnected && (
        <p class="small soft">
          No cal.com calendar answers for you. <a href={urls.adminCalendar()}>Connect it</a>
        </p>
      )}
      {bookable && (
        <p class="small">
          <a href={urls.interviewer(owner.slug)}>Your page</a>
        </p>
      )}
    </section>
  );
}
