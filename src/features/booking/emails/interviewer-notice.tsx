import { formatPrice } from '../../../ui/price.tsx';
import { urls } from '../../../urls.ts';
import { firstName } from '../words.ts';
import { answersOf, type Mail, type MailInput, mail, textRows, zoneLine, zonesOf } from './mail.ts';
import { Heading, MailButton, MailLink, MailSheet, Rows, Text, TimeBar } from './parts.tsx';

/** To the interviewer, with the candidate first and everything they wrote. */
export function interviewerNotice(input: MailInput): Mail {
  const { booking, interviewer, publicUrl, contact } = input;
  const { interviewer: own, candidate, utc } = zonesOf(input);
  const name = firstName(booking.candidate.name);
  const subject = `${booking.candidate.name} booked you: ${own.day}, ${own.start}`;
  const panel = new URL(urls.adminBooking(booking.id), publicUrl).href;
  const rows: [string, string][] = [
    ['Candidate', booking.candidate.name],
    ['Email', booking.candidate.email],
    [`For ${name}`, zoneLine(candidate)],
    ...answersOf(input),
    ['Paid', formatPrice(booking.price)],
    ['Reference', booking.reference],
  ];
  const ask = `Press “Confirm I have read this” there once you have. That is what tells ${name}.`;
  const call = booking.meetingUrl ? `The call: ${booking.meetingUrl}` : null;

  return mail(
    subject,
    <MailSheet
      title={subject}
      preview={input.details ? `${input.details.subject}. ${input.details.focus}`.slice(0, 140) : ask}
      footer={
        <>
          You get this because {name} booked you, {interviewer.name}. Questions?{' '}
          <MailLink href={`mailto:${contact}`}>{contact}</MailLink>
        </>
      }
    >
      <Heading>
        {name} booked you.
        <br />
        {own.weekday}, {own.start}.
      </Heading>
      <Text>
        {own.day}, {own.span}. {own.zone}. That is {utc.span} UTC
        {utc.day !== own.day && `, ${utc.day}`}. It is in your calendar and it is paid.
      </Text>
      <TimeBar words={own} />
      <Rows rows={rows} />
      <MailButton href={panel}>
        {input.resume ? 'Read it with the resume' : 'Open it in your panel'}
      </MailButton>
      <Text>{ask}</Text>
      {booking.meetingUrl && (
        <Text>
          The call: <MailLink href={booking.meetingUrl}>{booking.meetingUrl}</MailLink>
        </Text>
      )}
    </MailSheet>,
    [
      `${name} booked you. ${own.weekday}, ${own.start}.`,
      `${zoneLine(own)}\n${zoneLine(utc)}`,
      'It is in your calendar and it is paid. 60 minutes of interview, 30 of feedback.',
      textRows(rows),
      `${input.resume ? 'With the resume' : 'In your panel'}: ${panel}`,
      ask,
      call,
      `508.dev Interview Service. Questions? ${contact}`,
    ],
  );
}
