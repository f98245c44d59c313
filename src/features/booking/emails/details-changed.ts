import { answersOf, type Mail, type MailInput, namesOf, panelLink, zonesOf } from './mail.ts';
import { referenceRow, whyInterviewer } from './phrases.ts';
import { button, rows, say, session, sheet } from './sheet.tsx';

/** To the interviewer who has not read it yet: what they read has changed. Once for each time that it was saved. */
export function detailsChanged(input: MailInput): Mail {
  const { details, resume, contact } = input;
  const { interviewer: own, candidate: theirs, utc } = zonesOf(input);
  const { candidate } = namesOf(input);
  return sheet({
    subject: `${candidate.full} changed what you read: ${own.day}, ${own.start}`,
    preview: details ? `${details.subject}. ${details.focus}`.slice(0, 140) : 'Your panel has the newest.',
    heading: [`${candidate.first} rewrote it.`],
    blocks: [
      say(
        `This is what ${candidate.first} wrote as of now. Should it change again, you hear of it. From the moment you confirm that you have read it, nothing changes any more.`,
      ),
      rows(['Candidate', candidate.full], ...answersOf(input), referenceRow(input)),
      button(resume ? 'Read it with the resume' : 'Read it in your panel', panelLink(input)),
      session(own, [`For ${candidate.first}`, theirs], ['', utc]),
    ],
    why: whyInterviewer(candidate.first),
    contact,
  });
}
