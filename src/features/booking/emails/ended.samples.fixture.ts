import { apology } from './apology.ts';
import { cancelledCandidate, cancelledInterviewer } from './cancelled.ts';
import { ALL, at, KEPT, LATE, over, REST, type Sample, STUCK } from './input.fixture.ts';

const SORRY = 'My daughter is ill, and I will not be any good to you. I am sorry.';

/** The mails of bookings that do not take place. */
export const ENDED_SAMPLES: readonly Sample[] = [
  {
    kind: 'apology',
    state: 'the calendar said no',
    write: over({ state: 'released', endReason: 'slot-refused' }, apology),
  },
  {
    kind: 'apology',
    state: 'the calendar never answered',
    write: over({ state: 'released', endReason: 'slot-unanswered' }, apology),
  },
  {
    kind: 'cancelled-candidate',
    state: 'by the candidate, free',
    write: over({ endReason: 'candidate-cancelled', endNote: SORRY }, (input) =>
      cancelledCandidate(input, ALL),
    ),
  },
  {
    kind: 'cancelled-candidate',
    state: 'by the candidate, late',
    write: at(
      LATE,
      over({ endReason: 'candidate-cancelled' }, (input) => cancelledCandidate(input, KEPT)),
    ),
  },
  {
    kind: 'cancelled-candidate',
    state: 'by the interviewer, with a note',
    write: over({ endReason: 'interviewer-cancelled', endNote: SORRY }, (input) =>
      cancelledCandidate(input, ALL),
    ),
  },
  {
    kind: 'cancelled-candidate',
    state: 'by the interviewer, after a part was given back by hand',
    write: over({ endReason: 'interviewer-cancelled' }, (input) => cancelledCandidate(input, REST)),
  },
  {
    kind: 'cancelled-candidate',
    state: 'the interviewer did not come, the refund is stuck',
    write: over({ endReason: 'interviewer-absent' }, (input) => cancelledCandidate(input, STUCK)),
  },
  {
    kind: 'cancelled-interviewer',
    state: 'by the candidate, free, with a note',
    write: over({ endReason: 'candidate-cancelled', endNote: SORRY }, (input) =>
      cancelledInterviewer(input, ALL),
    ),
  },
  {
    kind: 'cancelled-interviewer',
    state: 'by the candidate, late',
    write: over({ endReason: 'candidate-cancelled' }, (input) => cancelledInterviewer(input, KEPT)),
  },
  {
    kind: 'cancelled-interviewer',
    state: 'by the interviewer',
    write: over({ endReason: 'interviewer-cancelled', endNote: SORRY }, (input) =>
      cancelledInterviewer(input, ALL),
    ),
  },
  {
    kind: 'cancelled-candidate',
    state: 'by the co-op, with a note',
    write: over({ endReason: 'operator-cancelled', endNote: SORRY }, (input) =>
      cancelledCandidate(input, ALL),
    ),
  },
  {
    kind: 'cancelled-interviewer',
    state: 'by the co-op, with a note',
    write: over({ endReason: 'operator-cancelled', endNote: SORRY }, (input) =>
      cancelledInterviewer(input, ALL),
    ),
  },
];
