import { endingOf } from '../endings.ts';
import type { MoneyBack } from '../mail-domain.ts';
import { type Mail, type MailInput, namesOf, panelLink, timesLink, zoneLine, zonesOf } from './mail.ts';
import { moneyWords, referenceRow, theirMoney, WHY_CANDIDATE, whyInterviewer } from './phrases.ts';
import { button, quote, rows, say, sheet, was } from './sheet.tsx';

/** To the candidate: it does not take place, or nobody came. Who says so, the money to the cent, new times. */
export function cancelledCandidate(input: MailInput, money: MoneyBack): Mail {
  const { booking, contact } = input;
  const { candidate: own, utc } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const ending = endingOf(booking, interviewer.first);
  const isTheirs = booking.endReason === 'candidate-cancelled';
  const isOurs = booking.endReason === 'operator-cancelled';
  const wasAbsent = booking.endReason === 'interviewer-absent';
  const words = moneyWords(input, money);
  return sheet({
    subject: `${wasAbsent ? 'Your money back' : 'Canceled'}: ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: words,
    heading: [ending.title],
    blocks: [
      was(`${zoneLine(own)}. ${utc.span} UTC`),
      say(isTheirs ? `It is off. ${interviewer.first} knows, and the time is free again.` : ending.text),
      !isTheirs && quote(booking.endNote, `${isOurs ? 'The co-op' : interviewer.full} wrote`),
      say(words, 'Your money.'),
      !wasAbsent && say('The attached file takes it out of your calendar.'),
      button(isTheirs ? 'Pick another time' : `Other times with ${interviewer.first}`, timesLink(input)),
      rows(['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}

/** To the interviewer: the time is theirs again. */
export function cancelledInterviewer(input: MailInput, money: MoneyBack): Mail {
  const { booking, contact } = input;
  const { interviewer: own, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  const isOurs = booking.endReason === 'operator-cancelled';
  const isOwn = booking.endReason === 'interviewer-cancelled';
  const title = isOwn ? 'You canceled it.' : `${isOurs ? 'The co-op' : candidate.first} canceled.`;
  const wentTo = booking.endNote
    ? `${candidate.first} knows, and has what you wrote.`
    : `${candidate.first} knows.`;
  return sheet({
    subject: `Canceled: ${own.day}, ${own.start}, with ${candidate.full}`,
    preview: `${isOwn ? wentTo : title} The time is yours again.`,
    heading: [title, `${own.weekday}, ${own.start} is yours.`],
    blocks: [
      was(`${zoneLine(own)}. ${utc.span} UTC`),
      say(
        isOwn
          ? `${wentTo} The time is free again.`
          : 'The time is free again, and others can book it. There is nothing to prepare.',
      ),
      quote(booking.endNote, isOwn ? 'You wrote' : `${isOurs ? 'The co-op' : candidate.full} wrote`),
      say(theirMoney(booking, money, candidate.first), 'The money.'),
      say('The attached file takes it out of your calendar.'),
      button('Open it in your panel', panelLink(input)),
      rows(['Candidate', candidate.full], referenceRow(input)),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}
