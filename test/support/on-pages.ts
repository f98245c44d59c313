import { Candidate } from './candidate.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Somebody with a confirmed, paid session, made by the way everybody takes. */
export async function booked(world: World, name: string, slug: string) {
  const candidate = new Candidate(world, name);
  const id = await candidate.hold(slug);
  const details = await (await candidate.get(`/bookings/${id}/details`)).text();
  const subject = /name="subject" value="([^"]+)"/.exec(details)?.[1] ?? '';
  await candidate.giveDetails(id, { subject });
  await candidate.pay(await candidate.checkout(id));
  await until(async () => (await rowOf(world, id)).state === 'confirmed', { what: `${name} is booked` });
  return { candidate, id };
}

export const rowOf = (world: World, id: string) =>
  world.application.deps.db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const refundsOf = (world: World, id: string) =>
  world.application.deps.db.selectFrom('refunds').selectAll().where('bookingId', '=', id).execute();

/** The main part of a page as its reader gets it: no tags, single spaces. */
export async function words(answer: Response): Promise<string> {
  const html = await answer.text();
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');
}
