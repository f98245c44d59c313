import { urls } from '../../../urls.ts';
import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { referenceRow, whyInterviewerReminded } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** To the interviewer, a day after a session whose report the candidate still waits for. `hours`: since its end. */
export function reportReminder(input: MailInput, hours: number): Mail {
  const { booking, contact, details, publicUrl } = input;
  const { candidate } = namesOf(input);
  return sheet({
    subject: `${candidate.full} waits for your report`,
    preview: `The session ended ${hours} hours ago. What you saw fades faster than you think.`,
    heading: ['Write it while you', 'can still hear it.'],
    blocks: [
      say(
        `${candidate.first} was promised a written report. The session ended ${hours} hours ago, and it is not sent yet. What you began is kept as a draft.`,
      ),
      button('Write the report', new URL(urls.adminReport(booking.id), publicUrl).href),
      say(
        'Tomorrow we ask you in person. If you can’t write it, or there was no session, answer this mail: then we tell the candidate.',
      ),
      say(`It is about ${zoneLine(zonesOf(input).interviewer)}.`),
      rows(['Candidate', candidate.full], details && ['Subject', details.subject], referenceRow(input)),
    ],
    why: whyInterviewerReminded(candidate.first),
    contact,
  });
}
