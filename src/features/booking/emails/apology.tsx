import { urls } from '../../../urls.ts';
import { endingOf } from '../endings.ts';
import { firstName } from '../words.ts';
import { type Mail, type MailInput, mail, zoneLine, zonesOf } from './mail.ts';
import { Heading, MailButton, MailLink, MailSheet, Reading, Rows, Text } from './parts.tsx';

/** To the candidate, when a booking came to nothing after money was involved. Money first, then new times. */
export function apology(input: MailInput): Mail {
  const { booking, interviewer, publicUrl, contact } = input;
  const { candidate: own, utc } = zonesOf(input);
  const ending = endingOf(booking, firstName(interviewer.name));
  const subject = `Not booked, not charged: ${own.day}, ${own.start}, with ${interviewer.name}`;
  const times = new URL(urls.book(interviewer.slug), publicUrl).href;
  const lost = `You do not have ${own.day}, ${own.span}, ${own.zone}.`;

  return mail(
    subject,
    <MailSheet
      title={subject}
      preview={ending.money}
      footer={
        <>
          Something does not add up? Answer this mail or write to{' '}
          <MailLink href={`mailto:${contact}`}>{contact}</MailLink>. A person reads it.
        </>
      }
    >
      <Heading>{ending.title}</Heading>
      <Text>{ending.text}</Text>
      <Text>
        <b>Your money.</b> {ending.money}
      </Text>
      <Text>
        <b>Your time.</b> {lost} That was {utc.span} UTC.
      </Text>
      <MailButton href={times}>Pick another time</MailButton>
      <Rows
        rows={[
          ['Interviewer', interviewer.name],
          ['Reference', <Reading key="reference">{booking.reference}</Reading>],
        ]}
      />
    </MailSheet>,
    [
      ending.title,
      ending.text,
      `Your money. ${ending.money}`,
      `Your time. ${lost}\n${zoneLine(utc)}`,
      `Pick another time with ${interviewer.name}: ${times}`,
      `Reference: ${booking.reference}`,
      `508.dev Interview Service. Something does not add up? Answer this mail or write to ${contact}. A person reads it.`,
    ],
  );
}
