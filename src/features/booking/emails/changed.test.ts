import { expect, test } from 'vitest';
import type { EndReason } from '../domain.ts';
import type { MoneyBack } from '../mail-domain.ts';
import { cancelledCandidate, cancelledInterviewer } from './cancelled.ts';
import { claimNotice } from './claim.ts';
import { aMailInput, LATE, NOW, withBooking } from './input.fixture.ts';
import { movedCandidate, movedInterviewer } from './moved.ts';
import { moveFailed, proposalDeclined, proposed } from './proposal.ts';
import { reminderCandidate, reminderInterviewer } from './reminder.ts';

const all: MoneyBack = { kind: 'back', cents: 150_00, before: 0, cause: 'guarantee' };
const ended = (endReason: EndReason, endNote = '') =>
  withBooking(aMailInput, { state: 'cancelled', endReason, endedAt: NOW, endNote });
const OTHER = new Date('2026-11-20T21:00:00Z');

test('a cancelation by the interviewer: who, their words, the money to the cent, when it shows, new times', () => {
  const { text, html } = cancelledCandidate(ended('interviewer-cancelled', 'I am ill.'), all);
  for (const fact of [
    'Adaeze canceled this interview.',
    'I am ill.',
    'All $150 goes back to the card you paid with.',
    'within 10 business days',
    'https://interviews.508.dev/interviewers/adaeze-okonkwo/book',
  ]) {
    expect(text).toContain(fact);
    expect(html).toContain(fact);
  }
});

test('a late cancelation says to the instant until when it would have been free', () => {
  const { text } = cancelledCandidate(ended('candidate-cancelled'), { kind: 'kept' });
  expect(text).toContain('The price of $150 is kept.');
  expect(text).toContain('until Wednesday, November 18, 15:00 (New York, UTC−5)');
  expect(text).not.toContain('goes back');
});

test('cents are said as cents, and what was given back before is not given twice', () => {
  const rest: MoneyBack = { kind: 'back', cents: 100_50, before: 49_50, cause: 'operator' };
  const { text } = cancelledCandidate(ended('interviewer-cancelled'), rest);
  expect(text).toContain('$100.50 goes back');
  expect(text).toContain('$49.50 of your $150 was given back before');
});

test('the interviewer hears who canceled, why, and that the time is theirs', () => {
  const { text } = cancelledInterviewer(ended('candidate-cancelled', 'New job, sorry.'), all);
  expect(text).toContain('Theo canceled. Thursday, 21:00 is yours.');
  expect(text).toContain('Theo Marsh wrote:\n> New job, sorry.');
  expect(text).toContain('Theo gets all $150 back.');
  const own = cancelledInterviewer(ended('interviewer-cancelled', 'I am ill.'), all).text;
  expect(own).toContain('You canceled it.');
  expect(own).toContain('has what you wrote');
});

test('a move names the old time and the new one in both zones, and that it is paid', () => {
  const from = new Date('2026-11-18T15:00:00Z');
  const { text, html } = movedCandidate(aMailInput, from);
  expect(html).toContain('<s>New York, UTC−5: Wednesday, November 18, 10:00–11:30</s>');
  expect(text).toContain('No longer: New York, UTC−5: Wednesday, November 18, 10:00–11:30');
  expect(text).toContain('New York, UTC−5: Thursday, November 19, 15:00–16:30');
  expect(text).toContain('Lagos, UTC+1: Thursday, November 19, 21:00–22:30 (for Adaeze)');
  expect(text).toContain('The $150 is paid already.');
  const theirs = movedInterviewer(aMailInput, from).text;
  expect(theirs).toContain('No longer: Lagos, UTC+1: Wednesday, November 18, 16:00–17:30');
  expect(theirs).toContain('New York, UTC−5: Thursday, November 19, 15:00–16:30 (for Theo)');
});

test('reminders bring the call, what to have ready and the way out, while there is one', () => {
  const { text, subject } = reminderCandidate(aMailInput, 24);
  expect(subject).toBe('Reminder: Thursday, November 19, 15:00, with Adaeze Okonkwo');
  expect(text).toContain('Open the call: https://meet.example.com/abc-defg-hij');
  expect(text).toContain('an editor you can share');
  expect(text).toContain('until Wednesday, November 18, 15:00 (New York, UTC−5)');
  const last = reminderCandidate({ ...aMailInput, now: LATE }, 1);
  expect(last.subject).toBe('Starts at 15:00: your interview with Adaeze Okonkwo');
  expect(last.text).not.toContain('Free, and all');
});

test('reminders say how not to get them', () => {
  expect(reminderCandidate(aMailInput, 24).text).toContain(
    'You would rather not be reminded? Write to help@508.dev.',
  );
  expect(reminderInterviewer(aMailInput, 24).text).toContain('Your account says which mails you get.');
});

test('the interviewer is asked for the reading they owe, and only then', () => {
  expect(reminderInterviewer(aMailInput, 24).text).toContain('You have not confirmed yet');
  const read = withBooking(aMailInput, { readAt: NOW });
  expect(reminderInterviewer(read, 24).text).not.toContain('You have not confirmed yet');
});

test('a proposal offers both times, each by a link to the booking, and takes none', () => {
  const { text } = proposed(aMailInput, { startsAt: OTHER, message: 'A release moved.' });
  expect(text).toContain('> A release moved.');
  expect(text).toContain(
    'Take Friday, 16:00: https://interviews.508.dev/bookings/1?token=secret&x=1#proposal',
  );
  expect(text).toContain(
    'Keep Thursday, 15:00: https://interviews.508.dev/bookings/1?token=secret&x=1#proposal',
  );
  expect(text).toContain('Lagos, UTC+1: Friday, November 20, 22:00–23:30 (for Adaeze)');
});

test('a time that was not taken, or was gone, leaves the one there is', () => {
  expect(proposalDeclined(aMailInput, { startsAt: OTHER }).text).toContain('Theo keeps Thursday, 21:00.');
  const { text } = moveFailed(aMailInput, OTHER);
  expect(text).toContain('Gone: New York, UTC−5: Friday, November 20, 16:00–17:30');
  expect(text).toContain('You keep Thursday, 15:00.');
});

test('a claim without a reason is told without one, and without blame', () => {
  const claim = {
    kind: 'not-worth-it',
    state: 'granted',
    reason: '',
    claimedAt: NOW,
    decidedAt: NOW,
  } as const;
  const { text } = claimNotice(aMailInput, { claim, money: all });
  expect(text).toContain('There was no reason with it.');
  expect(text).toContain('no verdict on you');
});
