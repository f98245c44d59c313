import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelBooking } from '../../src/features/booking/change-commands.ts';
import { bookingsOf } from '../support/booked.ts';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, operator } from '../support/panel.ts';

// An interviewer's sessions in their own calendar. Read by a parser that is not the one that writes it.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;
beforeAll(async () => {
  owner = await interviewer(world, OWNER);
});

const on = bookingsOf(() => world);
/** Makes the address; only its path and key, since the test asks another host than visitors do. */
async function make(who = owner): Promise<string> {
  const html = await (await who.post('/admin/calendar-feed', {})).text();
  return /value="https?:\/\/[^/"]+(\/feed\.ics\?key=[\w-]+)"/.exec(html)?.[1] ?? '';
}
/** The entries as another program reads them. */
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, summary: event.summary, status: component.getFirstPropertyValue('status') },
      ...{ start: event.startDate.toJSDate(), end: event.endDate.toJSDate() },
    };
  });
const read = (path: string) => fetch(`${world.site}${path}`);

describe('the calendar feed', () => {
  it('has every session with its moves, and nothing that others should not see', async () => {
    const { id } = await on.confirmed(OWNER, 'Theo Marsh');
    const gone = await on.confirmed(OWNER, 'Called Off');
    await cancelBooking(world.application.deps, gone.id, { by: 'candidate', note: '' });
    const path = await make();
    const answer = await read(path);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const text = await answer.text();
    const events = eventsIn(text);
    const row = await on.rowOf(id);
    const event = events.find(({ uid }) => uid === `${id}@508.dev`);
    expect(event).toMatchObject({ status: 'CONFIRMED', start: row.startsAt, end: row.endsAt });
    expect(event?.summary).toContain('Theo Marsh');
    expect(events.find(({ uid }) => uid === `${gone.id}@508.dev`)?.status).toBe('CANCELLED');
    expect(text).not.toContain('theo.marsh@example.com');
    expect(text).not.toContain('logistics');
    expect(await (await owner.get('/admin/calendar-feed')).text()).toContain('Last read');
  });

  it('ends at once when it is revoked, or another is made', async () => {
    const first = await make();
    const second = await make();
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);
    await owner.post('/admin/calendar-feed/revocation', {});
    expect((await read(second)).status).toBe(404);
  });

  it('is shown once, and kept as nothing but a fingerprint', async () => {
    const path = await make();
    const key = path.split('=')[1] ?? '';
    expect(await (await owner.get('/admin/calendar-feed')).text()).not.toContain(key);
    const rows = await world.application.deps.db.selectFrom('calendarFeeds').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('has only the interviewer’s own sessions', async () => {
    const other = await interviewer(world, 'oskar-nowak');
    expect(eventsIn(await (await read(await make(other))).text())).toEqual([]);
    expect((await (await operator(world)).post('/admin/calendar-feed', {})).status).toBe(404);
    for (const wrong of [
      '/feed.ics',
      '/feed.ics?key=',
      `/feed.ics?key=${'x'.repeat(43)}`,
      '/feed.ics?key=%00',
    ]) {
      expect((await read(wrong)).status).toBe(404);
    }
  });
});
