import { describe, expect, it } from 'vitest';
import { dayGroup, openDays, windowsAt } from './openings-domain.ts';

const NEW_YORK = 'America/New_York';
const at = (text: string) => new Date(text);
const open = (text: string) => ({ next: at(text), known: true });

describe('the day an open time stands under', () => {
  // Thursday evening in New York, Friday already in Tokyo.
  const now = at('2026-11-20T01:00:00Z');
  it.each([
    ['2026-11-20T03:00:00Z', NEW_YORK, 'Today'],
    ['2026-11-20T03:00:00Z', 'Asia/Tokyo', 'Today'],
    ['2026-11-20T14:00:00Z', NEW_YORK, 'Tomorrow'],
    ['2026-11-20T14:00:00Z', 'Asia/Tokyo', 'Today'],
    ['2026-11-23T04:59:00Z', NEW_YORK, 'Later this week'],
    ['2026-11-23T05:00:00Z', NEW_YORK, 'Next week'],
    ['2026-11-30T04:59:00Z', NEW_YORK, 'Next week'],
    ['2026-11-30T05:00:00Z', NEW_YORK, 'Later'],
  ])('%s in %s is %s', (slot, zone, expected) => {
    expect(dayGroup(open(slot), now, zone)).toBe(expected);
  });

  it('is none without a time', () => {
    expect(dayGroup({ next: null, known: true }, now, NEW_YORK)).toBe('No open times right now');
  });

  it('is in their calendar while that was never read: nobody knows that there are none', () => {
    expect(dayGroup({ next: null, known: false }, now, NEW_YORK)).toBe('Times in their calendar');
    expect(dayGroup({ next: null, known: false }, now, NEW_YORK, false)).toBe('Not bookable right now');
  });

  it('goes by the calendar on the night when clocks change', () => {
    const saturday = at('2026-11-01T03:30:00Z');
    expect(dayGroup(open('2026-11-01T05:30:00Z'), saturday, NEW_YORK)).toBe('Tomorrow');
    expect(dayGroup(open('2026-11-02T04:30:00Z'), saturday, NEW_YORK)).toBe('Tomorrow');
    expect(dayGroup(open('2026-11-02T05:00:00Z'), saturday, NEW_YORK)).toBe('Next week');
  });
});

describe('the windows open times are counted in', () => {
  const weekend = (now: string, zone: string) => {
    const { from, to } = windowsAt(at(now), zone).spans.weekend;
    return [from.toISOString(), to.toISOString()];
  };

  it('hold the coming weekend, and on a Sunday the one that is ending', () => {
    const this_ = ['2026-11-21T05:00:00.000Z', '2026-11-23T05:00:00.000Z'];
    for (const now of ['2026-11-16T12:00:00Z', '2026-11-21T12:00:00Z', '2026-11-22T23:00:00Z'])
      expect(weekend(now, NEW_YORK)).toEqual(this_);
  });

  it('make a day 25 or 23 hours long where clocks change', () => {
    const hours = (now: string) => {
      const { days } = windowsAt(at(now), NEW_YORK);
      return days.slice(1).map((day, index) => (day.getTime() - (days[index]?.getTime() ?? 0)) / 3_600_000);
    };
    expect(hours('2026-10-30T12:00:00Z')).toEqual([24, 24, 25, 24, 24, 24, 24]);
    expect(hours('2026-03-06T12:00:00Z')).toEqual([24, 24, 23, 24, 24, 24, 24]);
  });

  it('begin a day when it begins, where midnight does not exist', () => {
    // Beirut moves its clocks from 00:00 to 01:00.
    const { days } = windowsAt(at('2026-03-28T12:00:00Z'), 'Asia/Beirut');
    expect(days[1]?.toISOString()).toBe('2026-03-28T22:00:00.000Z');
  });
});

describe('the next open days', () => {
  const slots = ['19T20', '19T21', '19T22', '19T23', '20T14', '22T18', '23T14', '24T14'].map((text) =>
    at(`2026-11-${text}:00:00Z`),
  );

  it('are a few, with a few times each and the number of the rest', () => {
    const days = openDays(slots, NEW_YORK);
    expect(days.map((day) => [day.slots.length, day.more])).toEqual([
      [3, 1],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  it('are cut at midnight where the visitor is', () => {
    expect(openDays(slots, 'Asia/Tokyo', { days: 1, slots: 9 })[0]?.slots).toHaveLength(5);
  });

  it('are none without times', () => {
    expect(openDays([], NEW_YORK)).toEqual([]);
  });
});
