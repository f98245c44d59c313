import { answersOf, type Mail, type MailInput, namesOf, panelLink, zonesOf } from './mail.ts';
import { paid, referenceRow, whyInterviewer } from './phrases.ts';
import { button, link, rows, say, session, sheet } from './sheet.tsx';

/** To the interviewer, with the candidate first and everything they wrote. */
export function interviewerNotice(input: MailInput): Mail {
  const { booking, details, resume, contact } = input;
  const { interviewer: own, candidate: theirs, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  const ask = `Press “Confirm I have read this” there once you have. That is what tells ${candidate.first}.`;
  return sheet({
    subject: `${candidate.full} booked you: ${own.day}, ${own.start}`,
    preview: details ? `${details.subject}. ${details.focus}`.slice(0, 140) : ask,
    heading: [`${candidate.first} booked you.`, `${own.weekday}, ${own.start}.`],
    blocks: [
      say('It is in your calendar and it is paid.'),
      session(own, [`For ${candidate.first}`, theirs], ['', utc]),
      rows(
        ['Candidate', candidate.full],
        ['Email', booking.candidate.email],
        ...answersOf(input),
        ['Paid', paid(booking), 'reading'],
        referenceRow(input),
      ),
      button(resume ? 'Read it with the resume' : 'Open it in your panel', panelLink(input)),
      say(ask),
      link('The call:', booking.meetingUrl),
      say(
        `Propose another time there, or cancel. ${candidate.first} gets all ${paid(booking)} back when you cancel, at any time.`,
        'Can’t make it?',
      ),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}
