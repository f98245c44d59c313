import { describe, expect, test } from 'vitest';
import { proposedTime, timeProblemWords, wallClock } from './proposal-domain.ts';

const now = new Date('2026-03-01T12:00:00Z');
const current = new Date('2026-03-20T15:00:00Z');
const propose = (date: string, time: string, zone = 'America/New_York') =>
  proposedTime({ date, time }, zone, { now, current });

describe('another time for a session', () => {
  test('is read on the interviewer’s own clock, before and after it changes', () => {
    expect(propose('2026-03-07', '15:00')).toEqual({ startsAt: new Date('2026-03-07T20:00:00Z') });
    expect(propose('2026-03-09', '15:00')).toEqual({ startsAt: new Date('2026-03-09T19:00:00Z') });
    expect(propose('2026-03-09', '15:00', 'Asia/Kolkata')).toEqual({
      startsAt: new Date('2026-03-09T09:30:00Z'),
    });
  });

  test('that the clocks skip is refused', () => {
    expect(propose('2026-03-08', '02:30')).toEqual({ problem: 'skipped', field: 'time' });
    expect(propose('2026-03-08', '03:00')).toEqual({ startsAt: new Date('2026-03-08T07:00:00Z') });
  });

  test('that the clocks show twice is refused, and the hours around it are not', () => {
    const inFall = { now: new Date('2026-10-01T00:00:00Z'), current };
    const at = (time: string) => proposedTime({ date: '2026-11-01', time }, 'America/New_York', inFall);
    expect(at('01:30')).toEqual({ problem: 'twice', field: 'time' });
    expect(at('00:59')).toEqual({ startsAt: new Date('2026-11-01T04:59:00Z') });
    expect(at('02:00')).toEqual({ startsAt: new Date('2026-11-01T07:00:00Z') });
  });

  test.each([
    ['', '15:00', 'no-date', 'date'],
    ['2026-02-30', '15:00', 'no-date', 'date'],
    ['03/09/2026', '15:00', 'no-date', 'date'],
    ['2026-03-09', '', 'no-time', 'time'],
    ['2026-03-09', '24:00', 'no-time', 'time'],
    ['2026-03-09', '3 pm', 'no-time', 'time'],
    ['2026-02-28', '15:00', 'past', 'date'],
    ['2026-03-01', '07:00', 'past', 'time'],
    ['2026-03-20', '11:00', 'same', 'time'],
    ['2027-03-09', '15:00', 'far', 'date'],
    ['9999-12-31', '23:59', 'far', 'date'],
  ] as const)('%j at %j is refused as %s', (date, time, problem, field) => {
    expect(propose(date, time)).toEqual({ problem, field });
    expect(timeProblemWords(problem)).toMatch(/\.$|\?$/);
  });

  test('begins as the session’s own, on the interviewer’s clock', () => {
    expect(wallClock(current, 'Asia/Kolkata')).toEqual({ date: '2026-03-20', time: '20:30' });
  });
});
