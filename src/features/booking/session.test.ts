import { expect, test } from 'vitest';
import { type CalendarEntry, googleCalendarLink, outlookLink } from './session.ts';

const entry: CalendarEntry = {
  title: 'Practice interview: Zoë & Adaeze + coffee',
  description: 'Line one\nThe call: https://meet.example.com/a?b=c&d=e',
  location: 'https://meet.example.com/a?b=c&d=e',
  startsAt: new Date('2026-11-19T20:00:00.000Z'),
  endsAt: new Date('2026-11-19T21:30:00.000Z'),
};

test('the Google link carries the entry whole, in UTC', () => {
  const query = new URL(googleCalendarLink(entry)).searchParams;
  expect(query.get('text')).toBe(entry.title);
  expect(query.get('dates')).toBe('20261119T200000Z/20261119T213000Z');
  expect(query.get('details')).toBe(entry.description);
  expect(query.get('location')).toBe(entry.location);
});

test('the Outlook link carries the entry whole, with no plus for a space', () => {
  const link = outlookLink(entry);
  const query = new URL(link).searchParams;
  expect(query.get('subject')).toBe(entry.title);
  expect(query.get('startdt')).toBe('2026-11-19T20:00:00.000Z');
  expect(query.get('body')).toBe(entry.description);
  expect(link).not.toContain('+');
});

test('an entry without a place has none in its link', () => {
  expect(googleCalendarLink({ ...entry, location: null })).not.toContain('location=');
});
