import type { World } from './world.ts';

/** Makes paid bookings with this interviewer straight in the tables, each in a slot of its own; gives their ids. */
export function paidBookings(world: () => World, slug: string) {
  let made = 0;
  return async (more: Record<string, unknown> = {}): Promise<string> => {
    made += 1;
    const { db } = world().application.deps;
    const start = Date.now() + made * 24 * 3_600_000;
    const owner = db.selectFrom('interviewers').select('id').where('slug', '=', slug);
    const { id } = await db
      .insertInto('bookings')
      .values({
        reference: `508-T${made}`,
        interviewerId: (await owner.executeTakeFirstOrThrow()).id,
        state: 'confirmed',
        startsAt: new Date(start),
        endsAt: new Date(start + 90 * 60_000),
        calcomUid: `uid-${made}`,
        meetingUrl: 'javascript:alert(1)',
        priceCents: 150_00,
        capturedCents: 150_00,
        currency: 'usd',
        candidateName: 'Theo Marsh',
        candidateEmail: 'theo@example.com',
        candidateTimeZone: 'America/New_York',
        holdExpiresAt: new Date(),
        paymentIntentId: `pi_${made}`,
        confirmedAt: new Date(),
        ...more,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('bookingDetails')
      .values({
        bookingId: id,
        background: 'My background <script>alert(1)</script>',
        subject: 'Coding',
        technologies: ['Rust'],
        focus: 'Traits & lifetimes',
        targetCompanies: 'Two startups',
        notes: 'No rescue',
      })
      .execute();
    return id;
  };
}
