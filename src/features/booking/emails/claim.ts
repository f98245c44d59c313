import type { Claim } from '../../guarantee/domain.ts';
import type { MoneyBack } from '../mail-domain.ts';
import { type Mail, type MailInput, namesOf, timesLink, zoneLine, zonesOf } from './mail.ts';
import {
  amount,
  moneyWords,
  paid,
  referenceRow,
  theirMoney,
  WHY_CANDIDATE,
  whyInterviewer,
} from './phrases.ts';
import { button, quote, rows, say, sheet } from './sheet.tsx';

/** To the candidate: the money is on its way. */
export function claimGranted(input: MailInput, { claim, money }: { claim: Claim; money: MoneyBack }): Mail {
  const { booking, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  const sum = money.kind === 'back' ? amount(booking, money.cents) : paid(booking);
  const words = moneyWords(input, money);
  return sheet({
    subject: `${sum} is on its way back to you`,
    preview: words,
    heading: [`${sum} is`, 'on its way back.'],
    blocks: [
      say(words),
      say(
        claim.kind === 'nobody-came'
          ? 'We are sorry. You were there, and we were not.'
          : 'We are sorry it was not worth it. You do not owe us a reason.',
      ),
      quote(claim.reason, 'What you told us'),
      button('Open your booking', input.bookingLink),
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

/** To the candidate who has claimed before: a person decides. */
export function claimQueued(input: MailInput): Mail {
  const { booking, bookingLink, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  return sheet({
    subject: `A person looks at your request: ${paid(booking)}, ${booking.reference}`,
    preview: 'Nothing for you to do. You hear from us by mail, either way.',
    heading: ['A person', 'looks at it.'],
    blocks: [
      say(
        `You asked for your ${paid(booking)} back. The first time is paid by itself. You have asked before, so this time a person reads it first.`,
      ),
      say('Nothing for you to do. You hear from us by mail, either way.', 'What is next.'),
      button('Open your booking', bookingLink),
      rows(['Session', zoneLine(own)], ['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}

/** To the candidate: a person said no, and can be asked again. */
export function claimDeclined(input: MailInput): Mail {
  const { booking, contact } = input;
  const { candidate: own } = zonesOf(input);
  const { interviewer } = namesOf(input);
  return sheet({
    subject: `Not returned: ${paid(booking)}, ${booking.reference}`,
    preview: 'You see it differently? Answer this mail.',
    heading: ['We do not return this one.'],
    blocks: [
      say(`A person read your request and decided to keep the ${paid(booking)} of this session.`),
      say('Answer this mail and say why. A person reads that too.', 'You see it differently?'),
      button('Look for another interviewer’s times', timesLink(input), true),
      rows(['Session', zoneLine(own)], ['Interviewer', interviewer.full], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}

/** To the interviewer: the candidate has their money back, and what they said. No blame. */
export function claimNotice(input: MailInput, { claim, money }: { claim: Claim; money: MoneyBack }): Mail {
  const { booking, contact } = input;
  const { interviewer: own } = zonesOf(input);
  const { candidate } = namesOf(input);
  const nobodyCame = claim.kind === 'nobody-came';
  return sheet({
    subject: `${candidate.full} asked for the money back: ${own.day}`,
    preview: 'What they said, and what it means. Nothing for you to do.',
    heading: [`${candidate.first} asked for`, 'the money back.'],
    blocks: [
      say(
        nobodyCame
          ? `${candidate.first} says that nobody came to the call. ${theirMoney(booking, money, candidate.first)}`
          : theirMoney(booking, money, candidate.first),
      ),
      quote(claim.reason, `${candidate.full} wrote`),
      claim.reason === '' && say('There was no reason with it. The guarantee does not ask for one.'),
      say(
        nobodyCame
          ? 'If you were there, answer this mail. A person looks into it with you.'
          : 'The guarantee pays without asking who is right, so this is no verdict on you. Take from it what helps, and leave the rest. If something happened that we should know, answer this mail.',
        nobodyCame ? 'Not so?' : 'What it means.',
      ),
      rows(
        ['Session', zoneLine(own)],
        ['Candidate', candidate.full],
        ['Price', paid(booking), 'reading'],
        referenceRow(input),
      ),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}
