import { sessionWords } from '../words.ts';
import { type Mail, type MailInput, namesOf, panelLink, zoneLine, zonesOf } from './mail.ts';
import { gettingOut, paid, referenceRow, WHY_CANDIDATE, whyInterviewer } from './phrases.ts';
import { button, link, rows, say, session, sheet, was } from './sheet.tsx';

/** The session as it stood before it moved from `start`. */
function before({ booking }: MailInput, start: Date, zone: string) {
  const length = booking.endsAt.getTime() - booking.startsAt.getTime();
  return sessionWords({ startsAt: start, endsAt: new Date(start.getTime() + length) }, zone);
}

/** To the candidate: the new time, and that nothing is to be paid again. */
export function movedCandidate(input: MailInput, from: Date): Mail {
  const { booking, bookingLink, contact } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  return sheet({
    subject: `Moved to ${own.day}, ${own.start}: your interview with ${interviewer.full}`,
    preview: `${own.zone}. The price is paid already.`,
    heading: ['Moved.', `${own.weekday}, ${own.start}.`],
    blocks: [
      was(zoneLine(before(input, from, booking.candidate.timeZone))),
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      say(
        `Same interviewer, same price. The ${paid(booking)} is paid already. The attached invitation moves it in your calendar.`,
      ),
      button('Open your booking', bookingLink),
      link('The call:', booking.meetingUrl),
      say(gettingOut(input), 'Can’t make it?'),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}

/** To the interviewer: the new time. */
export function movedInterviewer(input: MailInput, from: Date): Mail {
  const { booking, interviewer, contact } = input;
  const { interviewer: own, candidate: theirs, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  return sheet({
    subject: `Moved to ${own.day}, ${own.start}: the interview with ${candidate.full}`,
    preview: `${own.zone}. The old time is free again.`,
    heading: ['Moved.', `${own.weekday}, ${own.start}.`],
    blocks: [
      was(zoneLine(before(input, from, interviewer.timeZone))),
      session(own, [`For ${candidate.first}`, theirs], ['', utc]),
      say('The old time is free again. The attached invitation moves it in your calendar.'),
      button('Open it in your panel', panelLink(input)),
      link('The call:', booking.meetingUrl),
      rows(['Candidate', candidate.full], referenceRow(input)),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}
