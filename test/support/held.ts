import { Candidate } from './candidate.ts';
import type { World } from './world.ts';

/** Bookings that are being made with an interviewer, and what is kept of them. */
export function heldIn(world: () => World, slug: string) {
  const deps = () => world().application.deps;
  return {
    async held(name: string): Promise<{ candidate: Candidate; id: string }> {
      const candidate = new Candidate(world(), name);
      return { candidate, id: await candidate.hold(slug) };
    },
    rowOf: (id: string) =>
      deps().db.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    detailsOf: (id: string) =>
      deps().db.selectFrom('bookingDetails').selectAll().where('bookingId', '=', id).executeTakeFirst(),
    resumeOf: (id: string) => deps().resumes.get(id),
  };
}
