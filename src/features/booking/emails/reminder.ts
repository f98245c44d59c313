import { type Mail, type MailInput, namesOf, panelLink, zonesOf } from './mail.ts';
import { gettingOut, referenceRow, WHY_CANDIDATE_REMINDED, whyInterviewerReminded } from './phrases.ts';
import { button, rows, say, session, sheet } from './sheet.tsx';

/** The last reminder comes when one is about to sit down: the call is then the one thing to find. */
const isLast = (hours: number): boolean => hours <= 1;

/** To the candidate, a day and an hour before. */
export function reminderCandidate(input: MailInput, hours: number): Mail {
  const { booking, bookingLink, contact, details } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const last = isLast(hours);
  return sheet({
    subject: last
      ? `Starts at ${own.start}: your interview with ${interviewer.full}`
      : `Reminder: ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: last ? `${own.zone}. The link to the call is inside.` : `${own.zone}. What to have ready.`,
    heading: last ? [`It starts at ${own.start}.`] : [`${own.weekday}, ${own.start}.`, 'Have these ready.'],
    blocks: [
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      booking.meetingUrl !== null && button('Open the call', booking.meetingUrl),
      button('Open your booking', bookingLink, booking.meetingUrl !== null),
      booking.meetingUrl === null &&
        say('We have no link to the call yet. If your booking’s page shows none either, answer this mail.'),
      rows(
        ['Have ready', 'A quiet room, a headset, and an editor you can share'],
        details && ['Subject', details.subject],
        ['Interviewer', interviewer.full],
        referenceRow(input),
      ),
      say(gettingOut(input), 'Can’t make it?'),
    ],
    why: WHY_CANDIDATE_REMINDED,
    contact,
  });
}

/** To the interviewer, a day and an hour before. */
export function reminderInterviewer(input: MailInput, hours: number): Mail {
  const { booking, contact, details, resume } = input;
  const { interviewer: own, candidate: theirs, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  const last = isLast(hours);
  return sheet({
    subject: last
      ? `Starts at ${own.start}: the interview with ${candidate.full}`
      : `Reminder: ${own.day}, ${own.start}, with ${candidate.full}`,
    preview: details ? `${own.zone}. ${details.subject}.` : own.zone,
    heading: last ? [`It starts at ${own.start}.`] : [`${own.weekday}, ${own.start},`, `${candidate.first}.`],
    blocks: [
      session(own, [`For ${candidate.first}`, theirs], ['', utc]),
      booking.meetingUrl !== null && button('Open the call', booking.meetingUrl),
      button(
        resume ? 'Read it with the resume' : 'Open it in your panel',
        panelLink(input),
        booking.meetingUrl !== null,
      ),
      booking.readAt === null &&
        say(
          `You have not confirmed yet that you read what ${candidate.first} sent. ${candidate.first} was promised a mail when you do.`,
          'One thing is open.',
        ),
      rows(
        ['Candidate', candidate.full],
        details && ['Subject', details.subject],
        details && details.focus !== '' && ['Ask about', details.focus],
        referenceRow(input),
      ),
    ],
    why: whyInterviewerReminded(candidate.first),
    contact,
  });
}
