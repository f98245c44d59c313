import { type Mail, type MailInput, namesOf, zonesOf } from './mail.ts';
import { paid, referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, rows, say, session, sheet } from './sheet.tsx';

/** To the candidate whose interviewer says that they did not come. Calm: it may not be so. */
export function absence(input: MailInput): Mail {
  const { booking, bookingLink, contact } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const wrong = 'Answer this mail and say what happened. A person looks at it, and can return the price.';
  return sheet({
    subject: `${interviewer.full} says you did not come: ${own.day}, ${own.start}`,
    preview: `Not so? ${wrong}`,
    heading: ['We missed you.'],
    blocks: [
      say(`${interviewer.full} told us that you did not come to this session:`),
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      say(wrong, 'Not so?'),
      say(
        `The price of ${paid(booking)} is kept, because the time was. The guarantee is for sessions that took place.`,
        'The money.',
      ),
      button('Open your booking', bookingLink),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
