const MINUTES = 90;
const INTERVIEW = 60;

/**
 * The session to scale: 60 minutes of interview, 30 of feedback. Decoration for those who see it;
 * the words beside it must say the same. `labels` stand at its start, the 60 line and its end; the
 * names of its parts under them.
 */
export function Ruler({
  labels = ['00', '60', '90'],
  legend = true,
}: {
  labels?: readonly [string, string, string];
  legend?: boolean;
}) {
  return (
    <div class="ruler" aria-hidden="true">
      <ol class="ruler__nums">
        <li style="--m: 0">{labels[0]}</li>
        <li class="is-key" style={`--m: ${INTERVIEW}`}>
          {labels[1]}
        </li>
        <li style={`--m: ${MINUTES}`}>{labels[2]}</li>
      </ol>
      <Ticks minutes={MINUTES} />
      <div class="ruler__band">
        <span />
        <span />
      </div>
      {legend && (
        <div class="ruler__legend">
          <span>Interview</span>
          <span>Feedback</span>
        </div>
      )}
    </div>
  );
}

/** One tick a minute along a horizontal scale. Decoration: what it measures is said beside it. */
export function Ticks({ minutes }: { minutes: number }) {
  return (
    <svg class="ruler__ticks" viewBox={`0 0 ${minutes} 14`} preserveAspectRatio="none" aria-hidden="true">
      <path d={ticksAcross(minutes)} />
    </svg>
  );
}

/** Long on the quarter hours, middling on the fives. */
export function ticksAcross(minutes: number): string {
  return every(minutes, (minute) => `M${minute} 14V${top(minute)}`);
}

/** The same down a vertical scale. */
export function ticksDown(minutes: number): string {
  return every(minutes, (minute) => `M14 ${minute}H${top(minute)}`);
}

const every = (minutes: number, tick: (minute: number) => string): string =>
  Array.from({ length: minutes + 1 }, (_, minute) => tick(minute)).join('');

const top = (minute: number): number => (minute % 15 === 0 ? 0 : minute % 5 === 0 ? 5 : 9);
