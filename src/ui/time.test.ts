import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../zones.ts';
import { formatClock, formatDay, formatInstant, formatSpan, zoneLabel, zoneOffset } from './time.tsx';

const newYork = 'America/New_York';
const at = (iso: string) => new Date(iso);

describe('an instant in a zone', () => {
  it('reads as a US date with a 24-hour clock', () => {
    expect(formatInstant(at('2026-11-19T20:00:00Z'), newYork)).toBe('Thu Nov 19, 15:00');
    expect(formatDay(at('2026-11-19T20:00:00Z'), newYork)).toBe('Thursday, November 19');
    expect(formatClock(at('2026-11-19T14:05:00Z'), newYork)).toBe('09:05');
  });

  it('calls midnight 00:00, on the day that begins', () => {
    expect(formatInstant(at('2026-11-20T05:00:00Z'), newYork)).toBe('Fri Nov 20, 00:00');
  });

  it('falls on another day across the date line', () => {
    expect(formatInstant(at('2026-12-31T20:00:00Z'), 'Asia/Tokyo')).toBe('Fri Jan 1, 05:00');
    expect(formatInstant(at('2026-12-31T20:00:00Z'), 'Pacific/Honolulu')).toBe('Thu Dec 31, 10:00');
  });

  it('follows the clocks over both changes of daylight saving time', () => {
    expect(formatClock(at('2026-03-08T06:59:00Z'), newYork)).toBe('01:59');
    expect(formatClock(at('2026-03-08T07:00:00Z'), newYork)).toBe('03:00');
    expect(formatClock(at('2026-11-01T05:30:00Z'), newYork)).toBe('01:30');
    expect(formatClock(at('2026-11-01T06:30:00Z'), newYork)).toBe('01:30');
  });
});

describe('a span', () => {
  it('names its ends', () => {
    expect(formatSpan(at('2026-11-19T20:00:00Z'), at('2026-11-19T21:30:00Z'), newYork)).toBe('15:00–16:30');
  });

  it('names the other day when it runs over midnight', () => {
    expect(formatSpan(at('2026-11-20T04:30:00Z'), at('2026-11-20T06:00:00Z'), newYork)).toBe(
      '23:30–01:00 (Fri)',
    );
  });
});

describe('a zone', () => {
  it.each([
    [newYork, '2026-11-19T20:00:00Z', 'New York, UTC−5'],
    [newYork, '2026-07-19T20:00:00Z', 'New York, UTC−4'],
    ['Asia/Kolkata', '2026-11-19T20:00:00Z', 'Kolkata, UTC+5:30'],
    ['America/Argentina/Buenos_Aires', '2026-11-19T20:00:00Z', 'Buenos Aires, UTC−3'],
    ['Europe/Dublin', '2026-11-19T20:00:00Z', 'Dublin, UTC'],
    ['UTC', '2026-11-19T20:00:00Z', 'UTC'],
  ])('%s is labeled with its place and what its clocks say at %s', (zone, iso, label) => {
    expect(zoneLabel(zone, at(iso))).toBe(label);
  });

  it('changes its offset at the very instant its clocks do', () => {
    expect(zoneOffset('Europe/Berlin', at('2026-10-25T00:59:59Z'))).toBe('UTC+2');
    expect(zoneOffset('Europe/Berlin', at('2026-10-25T01:00:00Z'))).toBe('UTC+1');
  });

  it('is known by name only', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    for (const nonsense of ['', 'Mars/Olympus', '+05:30', '<script>', '../etc']) {
      expect(isTimeZone(nonsense)).toBe(false);
    }
  });
});
