import { PROMISE } from '../../../ui/promise.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { guaranteeEnds } from '../../guarantee/domain.ts';
import { SESSION } from '../../interviewers/domain.ts';
import { type Mail, type MailInput, namesOf, zoneLine, zonesOf } from './mail.ts';
import { referenceRow, WHY_CANDIDATE } from './phrases.ts';
import { button, rows, say, sheet } from './sheet.tsx';

/** To the candidate: the report is there. What it says stays behind the link. */
export function reportSent(input: MailInput): Mail {
  const { booking, details, bookingLink, contact, now } = input;
  const { interviewer } = namesOf(input);
  const until = guaranteeEnds(booking);
  const zone = booking.candidate.timeZone;
  return sheet({
    subject: `Your report from ${interviewer.full}`,
    preview: `The verdict, the ${SESSION.interviewMinutes} minutes as they went, and three things to change.`,
    heading: ['Your report', 'is here.'],
    blocks: [
      say(
        `${interviewer.first} has written down what the feedback was: the verdict, what was seen at which minute, and three things to change. Nobody else has read it.`,
      ),
      button('Read the report', bookingLink && `${bookingLink}#report`),
      say('It opens your booking, where the report is. Print it there, or save it as a PDF.'),
      say(`It is about ${zoneLine(zonesOf(input).candidate)}.`),
      now <= until &&
        say(
          `Until ${formatInstant(until, zone)} in ${zonePlace(zone)}, whatever the verdict was. You ask on the same page.`,
          PROMISE.lead,
        ),
      rows(['Interviewer', interviewer.full], details && ['Subject', details.subject], referenceRow(input)),
    ],
    why: WHY_CANDIDATE,
    contact,
  });
}
