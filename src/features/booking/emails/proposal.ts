import { SLOT_MINUTES } from '../domain.ts';
import { MINUTE } from '../policy.ts';
import type { Proposal } from '../proposal-queries.ts';
import { type SessionWords, sessionWords } from '../words.ts';
import { type Mail, type MailInput, namesOf, panelLink, zoneLine, zonesOf } from './mail.ts';
import { gettingOut, paid, referenceRow, WHY_CANDIDATE, whyInterviewer } from './phrases.ts';
import { button, quote, rows, say, session, sheet, was } from './sheet.tsx';

/** The session that would begin at `start`. */
function wouldBe(start: Date, zone: string): SessionWords {
  return sessionWords({ startsAt: start, endsAt: new Date(start.getTime() + SLOT_MINUTES * MINUTE) }, zone);
}

/** "Friday, 16:00" */
const short = ({ weekday, start }: SessionWords): string => `${weekday}, ${start}`;

/** To the candidate: another time, if they want it. */
export function proposed(
  input: MailInput,
  { startsAt, message }: Pick<Proposal, 'startsAt' | 'message'>,
): Mail {
  const { booking, interviewer: person, bookingLink, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const other = wouldBe(startsAt, booking.candidate.timeZone);
  const answer = bookingLink && `${bookingLink}#proposal`;
  return sheet({
    subject: `${interviewer.full} asks: ${other.day}, ${other.start} instead?`,
    preview: `You have ${own.day}, ${own.start}. It stays yours until you say otherwise.`,
    heading: [`${interviewer.first} asks for`, `${short(other)}.`],
    blocks: [
      quote(message, `${interviewer.full} wrote`),
      session(
        other,
        [`For ${interviewer.first}`, wouldBe(startsAt, person.timeZone)],
        ['', wouldBe(startsAt, 'UTC')],
      ),
      say(`${zoneLine(own)}. It stays yours until you take the other.`, 'You have now.'),
      button(`Take ${short(other)}`, answer),
      button(`Keep ${short(own)}`, answer, true),
      say(`Both open your booking, where you answer. The ${paid(booking)} is paid already, either way.`),
      say(gettingOut(input), 'Neither fits?'),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}

/** To the interviewer: the candidate keeps the time they have. */
export function proposalDeclined(input: MailInput, { startsAt }: Pick<Proposal, 'startsAt'>): Mail {
  const { booking, interviewer: person, contact } = input;
  const { interviewer: own, candidate: theirs, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  return sheet({
    subject: `${candidate.full} keeps ${own.day}, ${own.start}`,
    preview: 'The time you proposed was not taken. Everything stays as it was.',
    heading: [`${candidate.first} keeps`, `${short(own)}.`],
    blocks: [
      was(zoneLine(wouldBe(startsAt, person.timeZone)), 'Not taken:'),
      say('Everything stays as it was:'),
      session(own, [`For ${candidate.first}`, theirs], ['', utc]),
      button('Open it in your panel', panelLink(input)),
      say(
        `Propose another time in your panel, or cancel there. Then ${candidate.first} gets all ${paid(booking)} back.`,
        'Can’t make it?',
      ),
      rows(['Candidate', candidate.full], referenceRow(input)),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}

/** To the candidate: the time they took was gone when the calendar was asked. */
export function moveFailed(input: MailInput, wanted: Date): Mail {
  const { booking, bookingLink, contact } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const gone = wouldBe(wanted, booking.candidate.timeZone);
  return sheet({
    subject: `Not moved: you keep ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: `${gone.day}, ${gone.start} was gone. Your time is still yours.`,
    heading: ['Not moved.', `You keep ${short(own)}.`],
    blocks: [
      was(zoneLine(gone), 'Gone:'),
      say(
        `When we asked ${interviewer.first}’s calendar for that time, it was gone. Nothing was lost: your session stays where it was, paid and confirmed.`,
      ),
      session(own, [`For ${interviewer.first}`, theirs], ['', utc]),
      button('Open your booking', bookingLink),
      say(gettingOut(input), 'That does not fit?'),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
