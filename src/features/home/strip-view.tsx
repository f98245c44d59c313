import { Icon } from '../../ui/icon.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { ticksAcross, ticksDown } from '../../ui/ruler.tsx';
import { MARKS, NOTES, PHASES, SCALE, SESSION_OF, type SessionNote } from './sample-session.ts';

/**
 * One session on the ruler, minute by minute: down the page where it is narrow, along the page's own
 * grid where it is wide. Plays once, unless the visitor asked for less motion.
 */
export function Strip() {
  return (
    <figure class="strip" aria-labelledby="strip-caption">
      <figcaption class="strip__caption" id="strip-caption">
        <span>
          <b>One session, annotated.</b> Frontend interview, judged as {SESSION_OF.judgedAs.toLowerCase()}.
          The interviewer’s notes, minute by minute.
        </span>
        <SampleNote />
      </figcaption>
      <div class="strip__body">
        <div class="strip__run">
          <Axis from={0} minutes={[0, 15, 30, 45]} />
          <Ticks minutes={60} />
          <ol class="strip__phases" aria-hidden="true">
            {PHASES.map(({ name, from, to }) => (
              <li
                key={name}
                class={name === 'Code' ? 'is-solid' : undefined}
                style={`--from:${from};--to:${to}`}
              >
                {name}
              </li>
            ))}
          </ol>
          <ol class="strip__notes">
            {NOTES.map((note) => (
              <Note key={note.minute} {...note} />
            ))}
          </ol>
        </div>
        <div class="strip__back">
          <Axis from={60} minutes={[60, 75, 90]} />
          <Ticks minutes={30} />
          <p class="strip__band">Feedback</p>
          <div class="strip__score">
            <p class="strip__verdict">
              <span>Would I pass you on?</span> Yes, just.
            </p>
            {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets. */}
            <ul role="list">
              {MARKS.map(({ name, step }) => (
                <li key={name} class={step < 3 ? 'gauge gauge--low' : 'gauge'}>
                  <span>{name}</span>
                  <span class="gauge__scale" style={`--v:${step}`} aria-hidden="true" />
                  <b class="gauge__word">{SCALE[step - 1]}</b>
                </li>
              ))}
            </ul>
            <p class="strip__more">
              <a class="textlink" href="#report">
                Read the feedback <Icon name="arrow" />
              </a>
            </p>
          </div>
        </div>
      </div>
    </figure>
  );
}

function Note({ minute, phase, kept, text, row, width }: SessionNote) {
  const classes = ['strip__note'];
  if (!kept) classes.push('strip__note--lost');
  if (row === 2) classes.push('strip__note--second');
  return (
    <li class={classes.join(' ')} style={`--at:${minute};--w:${width}`}>
      <p>
        <span class="strip__at">
          min <b>{String(minute).padStart(2, '0')}</b>
          <span class="sr-only">
            {' '}
            {phase}, {kept ? 'kept' : 'lost'}:
          </span>
        </span>{' '}
        {text}
      </p>
    </li>
  );
}

function Axis({ from, minutes }: { from: number; minutes: readonly number[] }) {
  return (
    <ol class="strip__axis" aria-hidden="true">
      {minutes.map((minute) => (
        <li
          key={minute}
          class={minute === 90 ? 'is-key is-end' : minute === 60 ? 'is-key' : undefined}
          style={`--m:${minute - from}`}
        >
          {String(minute).padStart(2, '0')}
        </li>
      ))}
    </ol>
  );
}

/** The same scale lying and standing; the width of the chart decides which of the two is seen. */
function Ticks({ minutes }: { minutes: number }) {
  return (
    <>
      <svg
        class="strip__ticks strip__ticks--down"
        viewBox={`0 0 14 ${minutes}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={ticksDown(minutes)} />
      </svg>
      <svg
        class="strip__ticks strip__ticks--across"
        viewBox={`0 0 ${minutes} 14`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={ticksAcross(minutes)} />
      </svg>
    </>
  );
}
