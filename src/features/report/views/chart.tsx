import { Ticks } from '../../../ui/ruler.tsx';
import { SESSION } from '../../interviewers/domain.ts';
import { dimensionName, type Placed, placed, type RatedDimension } from '../domain.ts';
import { RATING_WORDS } from '../words.ts';

/** What was seen, on the ruler of the session: a lane for each dimension, its rating past the 60 line. */
export function Chart({ dimensions }: { dimensions: readonly RatedDimension[] }) {
  const rated = dimensions.filter(({ rating }) => rating !== null);
  if (rated.length === 0) return null;
  return (
    <section class="scorecard__part" aria-labelledby="hour">
      <div class="scorecard__head">
        <h2 id="hour">The hour, marked.</h2>
        <p>
          <span class="mark-key mark-key--kept">kept</span>
          <span class="mark-key">lost</span>
        </p>
      </div>
      <div class="chart">
        <div class="ruler chart__ruler" aria-hidden="true">
          <ol class="ruler__nums">
            {[0, 15, 30, 45, 60, 75, 90].map((minute) => (
              <li
                key={minute}
                class={minute % 60 === 0 && minute > 0 ? 'is-key' : undefined}
                style={`--m: ${minute}`}
              >
                {String(minute).padStart(2, '0')}
              </li>
            ))}
          </ol>
          <Ticks minutes={SESSION.totalMinutes} />
          <div class="chart__bands">
            <span>Interview</span>
            <span>Feedback</span>
          </div>
        </div>
        {rated.map((dimension) => (
          <Lane key={dimension.key} dimension={dimension} />
        ))}
      </div>
    </section>
  );
}

function Lane({ dimension: { key: name, rating, evidence } }: { dimension: RatedDimension }) {
  if (rating === null) return null;
  return (
    <section class={rating < 3 ? 'dim dim--low' : 'dim'}>
      <h3 class="dim__name">{dimensionName(name)}</h3>
      <ol class="dim__run">
        {placed(evidence).map((one) => (
          <li
            key={`${one.minute} ${one.text}`}
            class={classOf(one)}
            style={`--at: ${one.at}; --w: ${one.width}`}
          >
            <p>
              <span class="dim__at">
                <span class="dim__min">min </span>
                <b>{String(one.minute).padStart(2, '0')}</b>
                <span class="sr-only">, {one.kept ? 'kept' : 'lost'}:</span>
              </span>{' '}
              {one.text}
            </p>
          </li>
        ))}
      </ol>
      <p class="dim__mark">
        <span class="gauge__scale" style={`--v: ${rating}`} aria-hidden="true" />
        <b>{RATING_WORDS[rating]}</b>
      </p>
    </section>
  );
}

const classOf = ({ kept, isFlipped }: Placed): string =>
  ['dim__ev', !kept && 'dim__ev--miss', isFlipped && 'dim__ev--flip'].filter(Boolean).join(' ');
