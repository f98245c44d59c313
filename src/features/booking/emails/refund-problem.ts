import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { amount, referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** To the candidate whose refund did not go through. It is still theirs, and somebody is on it. */
export function refundProblem(input: MailInput, { amountCents }: { amountCents: number }): Mail {
  const { booking, bookingLink, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const sum = amount(booking, amountCents);
  return sheet({
    subject: `Your ${sum} did not go through yet. A person is on it`,
    preview: 'It is still yours. Nothing for you to do right now.',
    heading: [`${sum} did not`, 'go through yet.'],
    blocks: [
      say(`We tried to send ${sum} back to the card you paid with, and it did not arrive there.`),
      say(
        `The ${sum} is still yours. A person has been told, finds out why and writes to you. Should the card be closed or lost, tell us: answer this mail.`,
        'What is next.',
      ),
      button('Open your booking', bookingLink),
      rows(
        ['Session', zoneLine(own)],
        ['Interviewer', interviewer.full],
        ['Refund', sum, 'reading'],
        referenceRow(input),
      ),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
