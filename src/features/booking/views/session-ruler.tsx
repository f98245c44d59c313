import { Ticks } from '../../../ui/ruler.tsx';
import { SESSION } from '../../interviewers/domain.ts';
import type { Booking } from '../domain.ts';
import { type SessionWords, sessionWords } from '../words.ts';

/** The session to scale with its clock times: the candidate's above, UTC below. */
export function SessionRuler({ booking }: { booking: Booking }) {
  const own = sessionWords(booking, booking.candidate.timeZone);
  const utc = sessionWords(booking, 'UTC');
  return (
    <div class="ruler ruler--xl ruler--zones" role="img" aria-label={`${say(own)} ${say(utc)}`}>
      <p class="ruler__zone">
        <b>{own.place}</b> your time, {own.day}
        {own.zone !== own.place && `, ${own.zone.slice(own.place.length + 2)}`}
      </p>
      <Numbers words={own} />
      <Ticks minutes={SESSION.totalMinutes} />
      <div class="ruler__band">
        <span>Interview</span>
        <span>Feedback</span>
      </div>
      {own.place !== utc.place && (
        <>
          <Numbers words={utc} under />
          <p class="ruler__zone">UTC{utc.day !== own.day && `, ${utc.day}`}, for everyone else</p>
        </>
      )}
    </div>
  );
}

function Numbers({ words, under = false }: { words: SessionWords; under?: boolean }) {
  return (
    <ol class={under ? 'ruler__nums ruler__nums--under' : 'ruler__nums'}>
      <li style="--m: 0" class={under ? undefined : 'is-key'}>
        {words.start}
      </li>
      <li style={`--m: ${SESSION.interviewMinutes}`} class={under ? undefined : 'is-key'}>
        {words.turn}
      </li>
      <li style={`--m: ${SESSION.totalMinutes}`} class={under ? undefined : 'is-key'}>
        {words.end}
      </li>
    </ol>
  );
}

const say = ({ zone, day, start, turn, end }: SessionWords): string =>
  `${zone}: ${day}, interview ${start} to ${turn}, feedback to ${end}.`;
