import { expect, test } from 'vitest';
import { aBooking } from '../booking.fixture.ts';
import { apology } from './apology.tsx';
import { candidateConfirmation } from './candidate-confirmation.tsx';
import { interviewerNotice } from './interviewer-notice.tsx';
import { invitation } from './invitation.ts';
import type { Mail, MailInput } from './mail.ts';
import { readReceipt } from './read-receipt.tsx';

const input: MailInput = {
  booking: aBooking({
    state: 'confirmed',
    calcomConnectionId: null,
    meetingUrl: 'https://meet.example.com/abc',
    paymentIntentId: 'pi_1',
    money: { captured: 150_00, refunded: 0 },
    confirmedAt: new Date('2026-11-16T18:31:00Z'),
    authorisedAt: new Date('2026-11-16T18:30:00Z'),
  }),
  interviewer: {
    slug: 'adaeze-okonkwo',
    name: 'Adaeze Okonkwo',
    headline: 'Frontend',
    portraitId: null,
    timeZone: 'Africa/Lagos',
    subjects: [],
    technologies: [],
    email: 'adaeze@example.com',
  },
  details: {
    background: 'Four years of React.',
    subject: 'Frontend',
    technologies: ['TypeScript', 'React'],
    focus: 'Rendering.\nThen caching.',
    targetCompanies: 'Startups',
    notes: 'I freeze when watched.',
  },
  resume: { filename: 'theo.pdf', size: 1000 },
  publicUrl: new URL('https://interviews.508.dev'),
  bookingLink: 'https://interviews.508.dev/bookings/1?token=secret&x=1',
  contact: 'help@508.dev',
};

const at = (startsAt: string, timeZone: string): MailInput => {
  const start = new Date(startsAt);
  return {
    ...input,
    booking: {
      ...input.booking,
      startsAt: start,
      endsAt: new Date(start.getTime() + 90 * 60_000),
      candidate: { ...input.booking.candidate, timeZone },
    },
  };
};

const named = (name: string): MailInput => ({
  ...input,
  booking: { ...input.booking, candidate: { ...input.booking.candidate, name } },
  interviewer: { ...input.interviewer, name },
});

const MAILS: [string, (input: MailInput) => Mail][] = [
  ['the confirmation', candidateConfirmation],
  ['the notice', interviewerNotice],
  ['the receipt', readReceipt],
  [
    'the apology',
    (given) =>
      apology({ ...given, booking: { ...given.booking, state: 'released', endReason: 'slot-refused' } }),
  ],
];

test.each(MAILS)('%s has a subject of one line, whatever the names contain', (_, write) => {
  const { subject } = write(named('Eve\r\nBcc: everyone@example.com\u2028\u0000'));
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
});

test.each(MAILS)('%s shows markup in names and answers as the letters it is made of', (_, write) => {
  const evil = '<script>alert(1)</script>';
  const given = named(evil);
  const { html } = write({
    ...given,
    details: {
      ...input.details,
      background: evil,
      focus: evil,
      notes: evil,
      subject: evil,
    } as MailInput['details'],
    resume: { filename: evil, size: 1 },
  });
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script>');
});

test.each(MAILS)('%s names the zone of every time in both versions', (_, write) => {
  const { html, text } = write(input);
  for (const version of [html, text]) expect(version).toContain('UTC');
  expect(text).toMatch(/New York, UTC−5|Lagos, UTC\+1/);
});

test('the notice carries every answer, both zones and the way into the panel', () => {
  const { html, text, subject } = interviewerNotice(input);
  expect(subject).toBe('Theo Marsh booked you: Thursday, November 19, 21:00');
  for (const fact of [
    'Theo Marsh',
    'theo@example.com',
    'Frontend',
    'TypeScript, React',
    'Rendering.\nThen caching.',
    'Four years of React.',
    'Startups',
    'I freeze when watched.',
    'theo.pdf',
    'https://interviews.508.dev/admin/bookings/01941f29-7c00-7000-8000-000000000001',
    'New York, UTC−5: Thursday, November 19, 15:00–16:30',
  ]) {
    expect(html).toContain(fact);
    expect(text).toContain(fact);
  }
});

test('the confirmation says what was paid, what comes next and where the booking is', () => {
  const { html, text } = candidateConfirmation(input);
  expect(text).toContain('https://interviews.508.dev/bookings/1?token=secret&x=1');
  expect(html).toContain('token=secret&amp;x=1');
  for (const fact of [
    '$150',
    '508-7K2QD',
    'Adaeze now reads what you sent',
    'within 7 days of the session',
  ]) {
    expect(html).toContain(fact);
    expect(text).toContain(fact);
  }
});

test('a mail without details or a link still makes sense', () => {
  const { bookingLink: _, ...rest } = input;
  const { text } = candidateConfirmation({ ...rest, details: null, resume: null });
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('Your booking:');
});

test.each([
  [
    'the day before New York changes its clocks',
    '2026-10-31T19:00:00Z',
    'New York, UTC−4: Saturday, October 31, 15:00',
  ],
  ['the day after', '2026-11-01T20:00:00Z', 'New York, UTC−5: Sunday, November 1, 15:00'],
])('times are right %s', (_, startsAt, line) => {
  const { text } = candidateConfirmation(at(startsAt, 'America/New_York'));
  expect(text).toContain(line);
  expect(text).toContain(
    startsAt.startsWith('2026-10') ? 'UTC: Saturday, October 31, 19:00' : 'UTC: Sunday, November 1, 20:00',
  );
});

test('a session over midnight, over the date line or in a half-hour zone names its own day', () => {
  const kiritimati = candidateConfirmation(at('2026-11-19T20:00:00Z', 'Pacific/Kiritimati')).text;
  expect(kiritimati).toContain('UTC+14: Friday, November 20, 10:00–11:30');
  const kolkata = candidateConfirmation(at('2026-11-19T17:30:00Z', 'Asia/Kolkata')).text;
  expect(kolkata).toContain('Kolkata, UTC+5:30: Thursday, November 19, 23:00–00:30 (Fri)');
});

/** Unfolds an .ics into its lines and collects the values of a property. */
const valuesOf = (content: string, property: string): string[] =>
  content
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line.split(/[:;]/)[0] === property);

test('the invitation is one event in UTC that both people are asked to', () => {
  const content = invitation({ ...input, for: 'candidate' });
  expect(content).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\s*$/);
  expect(valuesOf(content, 'METHOD')).toEqual(['METHOD:REQUEST']);
  expect(valuesOf(content, 'UID')).toEqual([`UID:${input.booking.id}@508.dev`]);
  expect(valuesOf(content, 'SEQUENCE')).toEqual(['SEQUENCE:0']);
  expect(valuesOf(content, 'DTSTART')).toEqual(['DTSTART:20261119T200000Z']);
  expect(valuesOf(content, 'DTEND')).toEqual(['DTEND:20261119T213000Z']);
  expect(valuesOf(content, 'ORGANIZER')[0]).toContain('help@508.dev');
  const attendees = valuesOf(content, 'ATTENDEE').join('\n');
  expect(attendees).toContain('theo@example.com');
  expect(attendees).toContain('adaeze@example.com');
});

test('each reader of the invitation is led to their own page, under the same event', () => {
  const theirs = invitation({ ...input, for: 'interviewer' });
  expect(valuesOf(theirs, 'URL')[0]).toContain('/admin/bookings/');
  expect(valuesOf(invitation({ ...input, for: 'candidate' }), 'URL')[0]).not.toContain('/admin');
  expect(valuesOf(theirs, 'UID')).toEqual([`UID:${input.booking.id}@508.dev`]);
});

test('no name can add a line to the invitation', () => {
  const content = invitation({ ...named('Eve\r\nATTENDEE:MAILTO:everyone@example.com'), for: 'candidate' });
  expect(valuesOf(content, 'ATTENDEE')).toHaveLength(2);
});
