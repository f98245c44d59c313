import { type Mail, type MailInput, namesOf, promiseOf, zonesOf } from './mail.ts';
import { gettingOut, paid, referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, link, rows, say, session, sheet } from './sheet.tsx';

/** To the candidate, the moment the booking is confirmed and paid. */
export function candidateConfirmation(input: MailInput): Mail {
  const { booking, details, resume, bookingLink, contact } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const next = `${interviewer.first} now reads what you sent. You get one mail when that is done.`;
  return sheet({
    subject: `Booked: ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: `${own.zone}. ${next}`,
    heading: ['Booked.', `${own.weekday}, ${own.start}.`],
    blocks: [
      say(`Ninety minutes with ${interviewer.full}: 60 of interview, 30 of feedback.`),
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      button('Open your booking', bookingLink),
      say('The invitation attached to this mail puts it in your calendar.'),
      link('The call:', booking.meetingUrl),
      rows(
        details && ['Subject', details.subject],
        [`${interviewer.first} reads`, `What you wrote${resume ? `, and ${resume.filename}` : ''}`],
        ['Paid', paid(booking), 'reading'],
        referenceRow(input),
      ),
      say(next, 'What is next.'),
      say(gettingOut(input), 'Can’t make it?'),
      say(promiseOf(input), 'Not worth it?'),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
