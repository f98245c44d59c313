import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer, Booking } from '../domain.ts';
import type { MoveStanding } from '../move-watch-domain.ts';
import { firstName, sessionWords } from '../words.ts';

export interface Moving {
  standing: MoveStanding;
  /** The words of the watch, to ask again with. */
  words: string;
}

/**
 * What came of a move. While the calendar has not settled it asks again each second, at the page's own
 * address; the answer is this part again, or the way to the page as it then is.
 */
export function MoveNotice({
  booking,
  interviewer,
  moving,
  contact,
}: {
  booking: Booking;
  interviewer: BookedInterviewer;
  moving: Moving;
  contact: string;
}) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const time = `${own.day}, ${own.span}, ${own.zone}`;
  const name = firstName(interviewer.name);
  const asking =
    moving.standing === 'moving'
      ? {
          'hx-get': urls.bookingMoving(booking.id, moving.words),
          'hx-trigger': 'every 1s',
          'hx-target': 'this',
          'hx-swap': 'outerMorph',
          'hx-status:5xx': 'swap:none',
        }
      : {};
  return (
    <div class="standing__notice" id="move" data-standing={moving.standing} {...asking}>
      {moving.standing === 'moved' && (
        <Notice tone="done" title="Moved.">
          <p>
            It is {time} now. Same price, nothing more was charged. A new invitation is on its way to{' '}
            {booking.candidate.email}.
          </p>
        </Notice>
      )}
      {moving.standing === 'moving' && (
        <Notice title="Moving…">
          <p>
            {name}’s calendar has not settled on the new time. Until it has, you keep {time}. You can close
            this page: a mail comes when it is moved.
          </p>
        </Notice>
      )}
      {moving.standing === 'kept' && (
        <Notice tone="error" title="That time was just given away.">
          <p>So nothing was moved. You keep {time}. Pick another time if you like.</p>
        </Notice>
      )}
      {moving.standing === 'silent' && (
        <Notice title="We have not seen it move.">
          <p>
            As far as we know you keep {time}. If you did pick another time, this page changes when the
            calendar tells us, and a mail comes. Not sure? Write to {contact}.
          </p>
        </Notice>
      )}
    </div>
  );
}
