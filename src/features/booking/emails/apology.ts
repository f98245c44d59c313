import { endingOf } from '../endings.ts';
import { type Mail, type MailInput, namesOf, timesLink, zoneLine, zonesOf } from './mail.ts';
import { referenceRow } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** To the candidate, when a booking came to nothing after money was involved. Money first, then new times. */
export function apology(input: MailInput): Mail {
  const { booking, contact } = input;
  const { candidate: own, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const ending = endingOf(booking, interviewer.first);
  return sheet({
    subject: `Not booked, not charged: ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: ending.money,
    heading: [ending.title],
    blocks: [
      say(ending.text),
      say(ending.money, 'Your money.'),
      say(`You do not have ${zoneLine(own)}. That was ${utc.span} UTC.`, 'Your time.'),
      button('Pick another time', timesLink(input)),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: 'Something does not add up? A person reads what you answer, or what you write to',
    contact,
  });
}
