import { describe, expect, it } from 'vitest';
import { readCalendar, readStaleCalendars } from '../../src/features/booking/open-slots.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { until } from '../support/until.ts';

const INES = 'ines-haddad';

const world = inWorld();

const idOf = async (slug: string) => {
  const { db } = world.application.deps;
  return (await db.selectFrom('interviewers').select('id').where('slug', '=', slug).executeTakeFirstOrThrow())
    .id;
};
const openSlots = async (slug: string) => {
  const rows = await world.application.deps.db
    .selectFrom('openSlots')
    .select('startsAt')
    .where('interviewerId', '=', await idOf(slug))
    .orderBy('startsAt')
    .execute();
  return rows.map(({ startsAt }) => startsAt.toISOString());
};

describe('what is known of the calendars', () => {
  it('is read for every connected interviewer, and again only when it is no longer fresh', async () => {
    await readStaleCalendars(world.application.deps);
    const { db } = world.application.deps;
    const checks = await db.selectFrom('calendarChecks').selectAll().execute();
    expect(checks).toHaveLength(12);
    expect(checks.every(({ problem }) => problem === null)).toBe(true);
    const slotRequests = async () =>
      (await world.calcom.state()).requests.filter(({ path }) => path.startsWith('/v2/slots')).length;
    const before = await slotRequests();
    await readStaleCalendars(world.application.deps);
    expect(await slotRequests()).toBe(before);
    world.clock.advance(11);
    await readStaleCalendars(world.application.deps);
    expect(await slotRequests()).toBe(before + 12);
    world.clock.advance(-11);
  });

  it('loses a slot soon after it was claimed', async () => {
    await readCalendar(world.application.deps, await idOf(INES));
    const [first] = await openSlots(INES);
    const candidate = new Candidate(world, 'Takes It');
    await candidate.claim(INES, await candidate.pick(INES, first));
    await until(async () => !(await openSlots(INES)).includes(first ?? ''), { what: 'the slot is gone' });
  });

  it('stays as it was when a calendar can not be read, and says why', async () => {
    const before = await openSlots(INES);
    await world.calcom.post('faults', { api: { match: 'GET /v2/slots', mode: 'down' } });
    await readCalendar(world.application.deps, await idOf(INES));
    await world.calcom.clearFaults();
    expect(await openSlots(INES)).toEqual(before);
    const { problem } = await world.application.deps.db
      .selectFrom('calendarChecks')
      .select('problem')
      .where('interviewerId', '=', await idOf(INES))
      .executeTakeFirstOrThrow();
    expect(problem).toContain('cal.com');
  });
});
