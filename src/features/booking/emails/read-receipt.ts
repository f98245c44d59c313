import { type Mail, type MailInput, namesOf, zonesOf } from './mail.ts';
import { referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, quote, rows, say, session, sheet } from './sheet.tsx';

/** To the candidate, in the interviewer's name: what was sent has been read. */
export function readReceipt(input: MailInput): Mail {
  const { booking, bookingLink, contact, details, resume } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  return sheet({
    subject: `${interviewer.full} has received your information`,
    preview: `${own.day}, ${own.start}, ${own.place}. Nothing more for you to do until then.`,
    heading: [`${interviewer.first} has read it.`],
    blocks: [
      quote(
        `I have received your information${resume ? ' and your resume' : ''}, and read it. See you on ${own.weekday}.`,
        interviewer.full,
      ),
      booking.readNote !== '' && quote(booking.readNote, interviewer.full),
      say('Nothing more for you to do until then:'),
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      rows(details && ['Subject', details.subject], referenceRow(input)),
      button('Open your booking', bookingLink),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
