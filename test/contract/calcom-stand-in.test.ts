import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { State } from '../../sandbox/calcom/control.ts';
import { startCalcom } from '../../sandbox/calcom/server.ts';
import {
  ALICE,
  api,
  book,
  cal,
  clockTo,
  conforms,
  eventTypeId,
  freeStarts,
  interview,
  setUp,
  user,
  week,
} from './calcom-bench.ts';

describe('availability', () => {
  test('answers slots by date, in the asked zone, and as ranges', async () => {
    const utc = await api('GET', `/slots?eventTypeId=${eventTypeId}&${week()}`);
    for (const [date, slots] of Object.entries<{ start: string }[]>(utc.data)) {
      for (const { start } of slots) expect(start).toMatch(new RegExp(`^${date}T\\d\\d:[03]0:00\\.000Z$`));
    }
    const query = `username=alice&eventTypeSlug=interview&${week()}&timeZone=Asia/Kolkata&format=range`;
    const ranges = await api('GET', `/slots?${query}`);
    // The document describes the map, but its own example wraps it in the usual envelope.
    conforms('GET', '/v2/slots', { ...ranges, body: ranges.data });
    expect(JSON.stringify(ranges.data)).toContain('+05:30');
  });

  test.each([
    ['spring', '2027-03-12', '2027-03-16T16:00:00Z', '2027-03-12T14:00:00.000Z', '2027-03-15T13:00:00.000Z'],
    ['autumn', '2027-11-05', '2027-11-09T16:00:00Z', '2027-11-05T13:00:00.000Z', '2027-11-08T14:00:00.000Z'],
  ])('nine in New York stays nine when clocks change in %s', async (_, start, end, friday, monday) => {
    await clockTo(start);
    const starts = await freeStarts(eventTypeId, `start=${start}&end=${end}`);
    expect(starts).toContain(friday);
    expect(starts).toContain(monday);
    expect(starts).not.toContain(Temporal.Instant.from(monday).subtract({ minutes: 30 }).toString());
    expect(
      starts.filter((time) => time < '2027-03-13' || time.startsWith(monday.slice(0, 10))),
    ).not.toHaveLength(0);
  });

  test('nothing on shorter notice than two hours, nor after sixty days, nor past the end of the day', async () => {
    await clockTo('2027-06-07', '14:10:00Z');
    const starts = await freeStarts(eventTypeId, 'start=2027-06-01&end=2027-09-30');
    expect(starts[0]).toBe('2027-06-07T16:30:00.000Z');
    expect(starts.filter((time) => time.startsWith('2027-06-07')).at(-1)).toBe('2027-06-07T19:30:00.000Z');
    expect(starts.at(-1)?.slice(0, 10)).toBe('2027-08-06');
  });
});

describe('accounts and memory', () => {
  test('setting up twice keeps every id, and a restart forgets nothing', async () => {
    expect(await setUp()).toBe(eventTypeId);
    const dataFile = join(mkdtempSync(join(tmpdir(), 'calcom-')), 'calcom.json');
    const first = await startCalcom({ port: 0, dataFile });
    const before = await user('alice', ALICE, { on: first.url, eventTypes: [interview()] });
    await first.close();
    const second = await startCalcom({ port: 0, dataFile });
    const state: State = await (await fetch(`${second.url}/_sandbox/state`)).json();
    expect(state.eventTypes.map(({ id }) => id)).toEqual([before[0]?.id]);
    expect(before[0]?.id).toBe(eventTypeId);
    await second.close();
  });

  test('the dashboard shows and confirms a booking', async () => {
    const { uid } = (await book((await freeStarts())[0])).data;
    await fetch(`${cal.url}/_dashboard/bookings/${uid}/confirm`, { method: 'POST' });
    const dashboard = await (await fetch(cal.url)).text();
    expect(dashboard).toContain(uid);
    expect(dashboard).toContain('accepted');
  });
});
