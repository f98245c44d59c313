import { firstName } from '../words.ts';
import { type Mail, type MailInput, mail, zoneLine, zonesOf } from './mail.ts';
import { Heading, MailButton, MailLink, MailSheet, Rows, Text, TimeBar } from './parts.tsx';

/** To the candidate, in the interviewer's name: what was sent has been read. */
export function readReceipt(input: MailInput): Mail {
  const { booking, interviewer, bookingLink, contact, details, resume } = input;
  const { candidate: own, utc } = zonesOf(input);
  const name = firstName(interviewer.name);
  const subject = `${interviewer.name} has received your information`;
  const said = `“I have received your information${resume ? ' and your resume' : ''}, and read it. See you on ${own.weekday}.”`;

  return mail(
    subject,
    <MailSheet
      title={subject}
      preview={`${own.day}, ${own.start}, ${own.place}. Nothing more for you to do until then.`}
      footer={
        <>
          You get this because you booked an interview. Something wrong? Write to{' '}
          <MailLink href={`mailto:${contact}`}>{contact}</MailLink>.
        </>
      }
    >
      <Heading>{name} has read it.</Heading>
      <Text>{said}</Text>
      <Text>
        {interviewer.name} confirmed this a moment ago. Nothing more for you to do until {own.day},{' '}
        {own.start}, {own.zone}. That is {utc.start} UTC.
      </Text>
      <TimeBar words={own} />
      {details && (
        <Rows
          rows={[
            ['Subject', details.subject],
            ['Reference', booking.reference],
          ]}
        />
      )}
      {bookingLink && <MailButton href={bookingLink}>Open your booking</MailButton>}
    </MailSheet>,
    [
      `${name} has read it.`,
      said,
      `${interviewer.name} confirmed this a moment ago. Nothing more for you to do until then:\n${zoneLine(own)}\n${zoneLine(utc)}`,
      details ? `Subject: ${details.subject}` : null,
      `Reference: ${booking.reference}`,
      bookingLink ? `Your booking: ${bookingLink}` : null,
      `508.dev Interview Service. Something wrong? Write to ${contact}.`,
    ],
  );
}
