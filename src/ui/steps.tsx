const NAMES = { time: 'Time', details: 'Details', payment: 'Payment' } as const;

export type BookingStep = keyof typeof NAMES;

/** Where a booking stands, and one line about each step: what was chosen, or what comes. */
export interface BookingProgress {
  /** `done`: all three are behind. */
  now: BookingStep | 'done';
  notes: Record<BookingStep, string>;
}

/** The three steps to a booking. */
export function Steps({ now, notes }: BookingProgress) {
  const order: BookingStep[] = ['time', 'details', 'payment'];
  const reached = now === 'done' ? order.length : order.indexOf(now);
  return (
    <nav class="frame" aria-label="Booking progress">
      <ol class="steps">
        {order.map((step, index) => (
          <li
            key={step}
            class={index < reached ? 'step step--done' : index === reached ? 'step step--now' : 'step'}
            aria-current={index === reached ? 'step' : undefined}
          >
            <b>{NAMES[step]}</b>
            <span>
              {index < reached && <span class="sr-only">Done: </span>}
              {notes[step]}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
