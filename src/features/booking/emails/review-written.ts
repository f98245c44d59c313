import { urls } from '../../../urls.ts';
import { type Review, WORTH_WORDS } from '../../review/domain.ts';
import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { referenceRow, whyInterviewerReminded } from './phrases.ts';
import { button, quote, rows, say, sheet } from './sheet.tsx';

/** To the interviewer, once for a session: whether it was worth it to the candidate, and who else may read that. */
export function reviewWritten(input: MailInput, { rating, words, mayPublish, attribution }: Review): Mail {
  const { booking, contact, details, publicUrl } = input;
  const { candidate } = namesOf(input);
  const answer = WORTH_WORDS[rating];
  return sheet({
    subject: `${candidate.full} has said whether it was worth it`,
    preview: `“${answer}.” Nothing for you to do.`,
    heading: ['Was it worth it?', `“${answer}.”`],
    blocks: [
      say(`We ask every candidate whether the session was worth it. This is what ${candidate.first} says.`),
      quote(words, `${candidate.full} wrote`),
      words === '' && say('There were no words with it.'),
      rating <= 2 &&
        say('It is about ninety minutes, not about you. Take from it what helps, and leave the rest.'),
      mayPublish
        ? say(
            `${candidate.first} lets others read it, from “${attribution}”. The co-op reads it first. If it says yes, it stands on your profile.`,
            'Who reads it.',
          )
        : say(`You and the co-op. ${candidate.first} does not want it shown.`, 'Who reads it.'),
      button('Open the booking', new URL(urls.adminBooking(booking.id), publicUrl).href),
      rows(
        ['Session', zoneLine(zonesOf(input).interviewer)],
        ['Candidate', candidate.full],
        details && ['Subject', details.subject],
        referenceRow(input),
      ),
    ],
    why: whyInterviewerReminded(candidate.first),
    contact,
  });
}
