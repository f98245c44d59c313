import { demoSignIns } from '../../db/demo/load.ts';
import { Candidate } from './candidate.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Somebody who signed in to the panel or the desk. */
export async function signedIn(world: World, email: string): Promise<Candidate> {
  const person = new Candidate(world);
  const response = await person.post('/admin/sign-in', { email, password: demoSignIns.password });
  if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`);
  return person;
}

export const interviewer = (world: World, slug: string) => signedIn(world, `${slug}@demo.508.test`);
export const operator = (world: World) => signedIn(world, demoSignIns.operator);

/** A booking that was paid for and confirmed, made the way candidates make one. */
export async function confirmedBooking(
  world: World,
  slug: string,
  { name = 'Theo Marsh', start }: { name?: string; start?: string } = {},
): Promise<string> {
  const candidate = new Candidate(world, name);
  const id = await candidate.hold(slug, start);
  await candidate.giveDetails(id);
  await candidate.pay(await candidate.checkout(id));
  await until(async () => (await bookingRow(world, id)).state === 'confirmed', { what: 'it is confirmed' });
  return id;
}

export const bookingRow = (world: World, id: string) =>
  world.application.deps.db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const refundRows = (world: World, bookingId: string) =>
  world.application.deps.db
    .selectFrom('refunds')
    .selectAll()
    .where('bookingId', '=', bookingId)
    .orderBy('attempt')
    .execute();

export async function mailKinds(world: World, bookingId: string): Promise<string[]> {
  const rows = await world.application.deps.db
    .selectFrom('mails')
    .select('kind')
    .where('bookingId', '=', bookingId)
    .orderBy('id')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Lets the booking have taken place: it ended this many hours ago. */
export async function letItPass(world: World, bookingId: string, hoursAgo = 2): Promise<void> {
  const end = Date.now() - hoursAgo * 3_600_000;
  await world.application.deps.db
    .updateTable('bookings')
    .set({ state: 'completed', startsAt: new Date(end - 90 * 60_000), endsAt: new Date(end) })
    .where('id', '=', bookingId)
    .execute();
}

/** A member of their own, for a test that changes how they get in. */
export async function newMember(
  world: World,
  name: string,
): Promise<{ person: Candidate; email: string; id: string }> {
  const email = `${name}-${crypto.randomUUID()}@demo.508.test`;
  const { password } = demoSignIns;
  const { auth } = world.application.deps;
  const { id } = await auth.createUser({ email, name, password, role: 'interviewer' });
  return { person: await signedIn(world, email), email, id };
}
