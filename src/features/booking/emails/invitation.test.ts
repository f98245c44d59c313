import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { aMailInput, NOW, named, withBooking } from './input.fixture.ts';
import { invitation } from './invitation.ts';

/** Reads a file as calendars do, with another library than the one that wrote it. */
function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const events = calendar.getAllSubcomponents('vevent');
  const [component] = events;
  if (!component || events.length !== 1) throw new Error('not one event');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toJSDate(),
    end: event.endDate.toJSDate(),
    zone: event.startDate.zone.tzid,
    stamp: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate(),
    summary: event.summary,
    url: component.getFirstPropertyValue('url'),
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
    alarms: component.getAllSubcomponents('valarm').length,
  };
}

test('the invitation is one event in UTC that both people are asked to', () => {
  expect(read(invitation({ ...aMailInput, for: 'candidate', method: 'REQUEST' }))).toEqual({
    method: 'REQUEST',
    uid: `${aMailInput.booking.id}@508.dev`,
    sequence: 0,
    status: 'CONFIRMED',
    start: aMailInput.booking.startsAt,
    end: aMailInput.booking.endsAt,
    zone: 'UTC',
    stamp: NOW,
    summary: 'Practice interview: Theo Marsh and Adaeze Okonkwo',
    url: `https://interviews.508.dev/bookings/${aMailInput.booking.id}`,
    organizer: 'mailto:help@508.dev',
    attendees: ['MAILTO:theo@example.com', 'MAILTO:adaeze@example.com'],
    alarms: 0,
  });
});

test('a move replaces the entry: same UID, a higher SEQUENCE, the new time', () => {
  const startsAt = new Date('2026-11-20T20:00:00Z');
  const moved = withBooking(aMailInput, { sequence: 3, startsAt, endsAt: new Date('2026-11-20T21:30:00Z') });
  const seen = read(invitation({ ...moved, for: 'interviewer', method: 'REQUEST' }));
  expect(seen).toMatchObject({ uid: `${moved.booking.id}@508.dev`, sequence: 3, start: startsAt });
});

test('a cancelation takes the entry out: CANCEL, CANCELLED, same UID, a higher SEQUENCE', () => {
  const off = withBooking(aMailInput, { state: 'cancelled', sequence: 1 });
  for (const reader of ['candidate', 'interviewer'] as const) {
    expect(read(invitation({ ...off, for: reader, method: 'CANCEL' }))).toMatchObject({
      method: 'CANCEL',
      status: 'CANCELLED',
      uid: `${off.booking.id}@508.dev`,
      sequence: 1,
      attendees: ['MAILTO:theo@example.com', 'MAILTO:adaeze@example.com'],
    });
  }
});

test('a file that is downloaded asks nobody', () => {
  const seen = read(invitation({ ...aMailInput, for: 'candidate', method: 'PUBLISH' }));
  expect(seen).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', attendees: [] });
});

test('each reader of the invitation is led to their own page, under the same event', () => {
  const theirs = read(invitation({ ...aMailInput, for: 'interviewer', method: 'REQUEST' }));
  expect(theirs.url).toContain('/admin/bookings/');
  expect(theirs.uid).toBe(`${aMailInput.booking.id}@508.dev`);
});

test('no name can add a line to the invitation', () => {
  const evil = 'Eve\r\nATTENDEE:MAILTO:everyone@example.com';
  const content = invitation({ ...named(evil, evil), for: 'candidate', method: 'REQUEST' });
  expect(read(content).attendees).toEqual(['MAILTO:theo@example.com', 'MAILTO:adaeze@example.com']);
});

test('long names in any script come back whole', () => {
  const name = 'Ægir Þórðarson-Ólafsdóttir, 面試官; \\ "the" Third '.repeat(3).trim();
  const content = invitation({ ...named(name, 'Ada'), for: 'candidate', method: 'REQUEST' });
  expect(read(content).summary).toBe(`Practice interview: ${name} and Ada`);
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
