import { formatPrice } from '../../../ui/price.tsx';
import { guaranteeWords } from '../../guarantee/domain.ts';
import { firstName } from '../words.ts';
import { type Mail, type MailInput, mail, textRows, zoneLine, zonesOf } from './mail.ts';
import { Heading, MailButton, MailLink, MailSheet, Reading, Rows, Text, TimeBar } from './parts.tsx';

/** To the candidate, the moment the booking is confirmed and paid. */
export function candidateConfirmation(input: MailInput): Mail {
  const { booking, interviewer, details, resume, bookingLink, contact } = input;
  const { candidate: own, interviewer: theirs, utc } = zonesOf(input);
  const name = firstName(interviewer.name);
  const price = formatPrice(booking.price);
  const subject = `Booked: ${own.day}, ${own.start}, with ${interviewer.name}`;
  const next = `${name} now reads what you sent. You get one mail when that is done.`;
  const reads = `What you wrote${resume ? `, and ${resume.filename}` : ''}`;
  const calendar = 'The invitation attached to this mail puts it in your calendar.';
  const call = booking.meetingUrl ? `The call: ${booking.meetingUrl}` : null;

  return mail(
    subject,
    <MailSheet
      title={subject}
      preview={`${own.zone}. ${next}`}
      footer={
        <>
          You get this because you booked an interview. Something wrong? Answer this mail or write to{' '}
          <MailLink href={`mailto:${contact}`}>{contact}</MailLink>.
        </>
      }
    >
      <Heading>
        Booked.
        <br />
        {own.weekday}, {own.start}.
      </Heading>
      <Text>
        Ninety minutes with {interviewer.name}, {own.day}, {own.span}. {own.zone}. That is {utc.span} UTC
        {utc.day !== own.day && `, ${utc.day}`}.
      </Text>
      <TimeBar words={own} />
      {bookingLink && <MailButton href={bookingLink}>Open your booking</MailButton>}
      <Text>
        {calendar}
        {booking.meetingUrl && (
          <>
            {' '}
            The call: <MailLink href={booking.meetingUrl}>{booking.meetingUrl}</MailLink>
          </>
        )}
      </Text>
      <Rows
        rows={[
          ...(details ? ([['Subject', details.subject]] as [string, string][]) : []),
          [`For ${name}`, zoneLine(theirs)],
          [`${name} reads`, reads],
          ['Paid', <Reading key="paid">{price}</Reading>],
          ['Reference', <Reading key="reference">{booking.reference}</Reading>],
        ]}
      />
      <Text>
        <b>What is next.</b> {next}
      </Text>
      <Text>
        <b>Not worth it?</b> {guaranteeWords(booking.terms.guaranteeDays)}
      </Text>
    </MailSheet>,
    [
      `Booked. ${own.weekday}, ${own.start}.`,
      `Ninety minutes with ${interviewer.name}: 60 of interview, 30 of feedback.\n${zoneLine(own)}\n${zoneLine(theirs)} (for ${name})\n${zoneLine(utc)}`,
      bookingLink ? `Your booking: ${bookingLink}` : null,
      calendar,
      call,
      textRows([
        ...(details ? ([['Subject', details.subject]] as [string, string][]) : []),
        [`${name} reads`, reads],
        ['Paid', price],
        ['Reference', booking.reference],
      ]),
      `What is next. ${next}`,
      `Not worth it? ${guaranteeWords(booking.terms.guaranteeDays)}`,
      `508.dev Interview Service. Something wrong? Answer this mail or write to ${contact}.`,
    ],
  );
}
