import { aReport, formOf } from '../../src/features/report/report.fixture.ts';
import { bookingsOf } from './booked.ts';
import type { Candidate } from './candidate.ts';
import { letItPass } from './panel.ts';
import type { World } from './world.ts';

/** Where an interviewer writes the report of a booking. */
export const reportPath = (id: string, part = '') => `/admin/bookings/${id}/report${part}`;

/** All of a report, as its form sends it. */
export const wholeReport = Object.fromEntries(formOf(aReport)) as Record<string, string>;

/** A session that took place on a subject with the dimensions of `aReport`. */
export async function sessionOver(world: World, slug: string, name: string) {
  const { candidate, id } = await bookingsOf(() => world).confirmed(slug, name);
  await letItPass(world, id);
  await world.application.deps.db
    .updateTable('bookingDetails')
    .set({ subject: 'Frontend' })
    .where('bookingId', '=', id)
    .execute();
  return { candidate, id };
}

/** What a tab that has the form open sends with it. */
export async function openedBy(owner: Candidate, id: string): Promise<{ version: string; tab: string }> {
  const html = await (await owner.get(reportPath(id))).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { version: hidden('version'), tab: hidden('tab') };
}
