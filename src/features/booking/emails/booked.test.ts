import { expect, test } from 'vitest';
import { candidateConfirmation } from './candidate-confirmation.ts';
import { aMailInput, LATE, withBooking } from './input.fixture.ts';
import { interviewerNotice } from './interviewer-notice.ts';
import type { MailInput } from './mail.ts';

const at = (startsAt: string, timeZone: string): MailInput => {
  const start = new Date(startsAt);
  return withBooking(aMailInput, {
    startsAt: start,
    endsAt: new Date(start.getTime() + 90 * 60_000),
    candidate: { ...aMailInput.booking.candidate, timeZone },
  });
};

test('the notice carries every answer, both zones and the way into the panel', () => {
  const { html, text, subject } = interviewerNotice(aMailInput);
  expect(subject).toBe('Theo Marsh booked you: Thursday, November 19, 21:00');
  for (const fact of [
    'Theo Marsh',
    'theo@example.com',
    'Frontend',
    'TypeScript, React',
    'Rendering.\nThen caching.',
    'Four years of React',
    'Two product companies',
    'I freeze when watched.',
    'theo-marsh-resume.pdf',
    'https://interviews.508.dev/admin/bookings/01941f29-7c00-7000-8000-000000000001',
    'New York, UTC−5: Thursday, November 19, 15:00–16:30',
  ]) {
    expect(html).toContain(fact);
    expect(text).toContain(fact);
  }
});

test('the confirmation says what was paid, what comes next, how to get out and where the booking is', () => {
  const { html, text } = candidateConfirmation(aMailInput);
  expect(text).toContain('https://interviews.508.dev/bookings/1?token=secret&x=1');
  expect(html).toContain('token=secret&amp;x=1');
  for (const fact of [
    '$150',
    '508-7K2QD',
    'Adaeze now reads what you sent',
    'Free, and all $150 back, until Wednesday, November 18, 15:00 (New York, UTC−5).',
    'within 7 days of the session',
  ]) {
    expect(html).toContain(fact);
    expect(text).toContain(fact);
  }
});

test('the confirmation promises what this booking was made with, not what is promised today', () => {
  const terms = { freeCancelHours: 48, guaranteeDays: 14 };
  const { text } = candidateConfirmation(withBooking(aMailInput, { terms }));
  expect(text).toContain('until Tuesday, November 17, 15:00 (New York, UTC−5)');
  expect(text).toContain('within 14 days of the session');
});

test('booked within the last day, the confirmation does not promise a free way out', () => {
  const { text } = candidateConfirmation({ ...aMailInput, now: LATE });
  expect(text).not.toContain('Free, and all');
  expect(text).toContain('the price of $150 is kept');
});

test('the last free instant is named by the clock that it falls under', () => {
  const { text } = candidateConfirmation(at('2026-11-01T20:00:00Z', 'America/New_York'));
  expect(text).toContain('New York, UTC−5: Sunday, November 1, 15:00');
  expect(text).not.toContain('October 31, 15:00');
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
