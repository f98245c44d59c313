import { expect, it } from 'vitest';
import { choiceOf, MAIL_CHOICES } from './mail-choice-domain.ts';
import { reminderOccasion } from './mail-domain.ts';
import { KINDS } from './mail-kinds.ts';
import { MAIL_KINDS } from './mails.ts';

it('is only ever about mails to interviewers, and never about a booking, a move, an end or money', () => {
  const chosen = MAIL_KINDS.filter((kind) => choiceOf(kind, '') !== null);
  for (const kind of chosen) expect(KINDS[kind].to).toBe('interviewer');
  for (const kind of ['interviewer-notice', 'cancelled-interviewer', 'moved-interviewer', 'claim-notice'])
    expect(choiceOf(kind, '')).toBeNull();
});

it('tells the reminder of the day before from that of the hour before', () => {
  expect(choiceOf('reminder-interviewer', reminderOccasion(24, 0))).toBe('reminder-day');
  expect(choiceOf('reminder-interviewer', reminderOccasion(1, 12))).toBe('reminder-hour');
});

it('has a mail for each choice', () => {
  const kinds = [
    ...MAIL_KINDS.map((kind) => choiceOf(kind, '1h:0')),
    choiceOf('reminder-interviewer', '24h:0'),
  ];
  expect(new Set(kinds.filter(Boolean))).toEqual(new Set(MAIL_CHOICES));
});
