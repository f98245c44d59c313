import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { paid, referenceRow } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** Something that needs a person, as it was put before them. */
export interface AlertWords {
  kind: string;
  message: string;
  raisedAt: Date;
}

/** To the operator: what happened and what to do, in UTC, as their desk is. */
export function operatorAlert(input: MailInput, { kind, message, raisedAt }: AlertWords): Mail {
  const { booking, publicUrl, contact } = input;
  const { utc, candidate: theirs, interviewer: own } = zonesOf(input);
  const { candidate, interviewer } = namesOf(input);
  return sheet({
    subject: `${booking.reference} needs a person: ${kind}`,
    preview: message,
    heading: [`${booking.reference}`, 'needs a person.'],
    blocks: [
      say(message),
      button('Open the operator’s page', new URL(urls.operator(), publicUrl).href),
      rows(
        ['What', kind],
        ['Since', `${formatInstant(raisedAt, 'UTC')} UTC`],
        ['Booking', booking.state],
        ['Session', zoneLine(utc)],
        ['Candidate', `${candidate.full}, ${booking.candidate.email}\n${zoneLine(theirs)}`],
        [
          'Interviewer',
          `${interviewer.full}${input.interviewer.email ? `, ${input.interviewer.email}` : ''}\n${zoneLine(own)}`,
        ],
        ['Price', paid(booking), 'reading'],
        referenceRow(input),
      ),
    ],
    why: 'You get this because you are the operator: the address is OPERATOR_EMAIL,',
    contact,
  });
}
