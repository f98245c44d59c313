import type { MoneyBack } from '../mail-domain.ts';
import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { moneyWords, referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** To the candidate to whom a person at the co-op gives back what is left, without anything else changing. */
export function refunded(input: MailInput, money: MoneyBack): Mail {
  const { bookingLink, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const words = moneyWords(input, money);
  return sheet({
    subject: `Your money back: ${own.day}, ${own.start}, with ${interviewer.full}`,
    preview: words,
    heading: ['Your money', 'is on its way back.'],
    blocks: [
      say('A person at the co-op looked at your booking and sent it.'),
      say(words, 'Your money.'),
      button('Open your booking', bookingLink),
      rows(['Session', zoneLine(own)], ['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
