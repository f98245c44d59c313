import { demoInterviewers } from '../../../db/demo/interviewers.ts';
import { demoSignIns } from '../../../db/demo/load.ts';
import type { Db } from '../../../src/db/connect.ts';
import type { EventTypeSeen, Seen } from '../../../src/features/calendar/domain.ts';
import type { Auth } from '../../../src/web/auth.ts';
import type { FarSide } from '../far-side.ts';
import { at, DAY, HOUR, MINUTE } from './time.ts';

/** Whose calendar needs a repair. */
export const LOOSE = 'tomas-ferreira';
/** Who has just joined and has no calendar. */
export const NEWCOMER = 'newcomer@demo.508.test';

/** What the last checks saw: one calendar with everything right, and one that somebody changed on cal.com. */
export async function seedChecks(db: Db, far: FarSide, right: string): Promise<void> {
  await keep(db, right, (id) => ({ ...account(id), trial: true, webhook: 'right' }), null);
  const changed = { minutes: 60, asksFirst: false, pendingBlocks: false };
  await keep(
    db,
    LOOSE,
    (id) => ({
      ...account(id, changed),
      ...{ trial: false, webhook: 'none', free: { count: 0, next: null } },
    }),
    'needs-repair',
  );
  const person = demoInterviewers.find(({ slug }) => slug === LOOSE);
  await fetch(`${far.calcom.url}/_sandbox/users/${LOOSE}`, {
    method: 'PUT',
    body: JSON.stringify({
      ...{ name: person?.name, email: person?.email, timeZone: person?.timeZone },
      apiKey: `cal_sandbox_${LOOSE}`,
      eventTypes: [{ slug: 'coffee', title: 'Coffee, and whatever is on your mind', lengthInMinutes: 30 }],
    }),
  });
}

function account(id: number, more: Partial<EventTypeSeen> = {}): Extract<Seen, { kind: 'account' }> {
  return {
    ...{ kind: 'account', webhook: 'right', trial: true },
    eventType: {
      ...{ id, slug: 'interview', title: 'Practice interview and feedback', minutes: 90 },
      ...{ otherLengths: false, asksFirst: true, pendingBlocks: true, guests: false },
      ...more,
    },
    free: { count: 143, next: at(DAY + 53 * MINUTE).toISOString() },
  };
}

async function keep(
  db: Db,
  slug: string,
  seen: (eventTypeId: number) => Seen,
  trouble: 'needs-repair' | null,
): Promise<void> {
  const connection = await db
    .selectFrom('calcomConnections')
    .innerJoin('interviewers', 'interviewers.id', 'calcomConnections.interviewerId')
    .select(['calcomConnections.id', 'calcomConnections.eventTypeId'])
    .where('interviewers.slug', '=', slug)
    .executeTakeFirstOrThrow();
  const checkedAt = at(-9 * HOUR);
  await db
    .updateTable('calcomConnections')
    .set({ seen: JSON.stringify(seen(Number(connection.eventTypeId))), checkedAt })
    .set({ trouble, troubleSince: trouble && checkedAt, deliveredAt: trouble ? null : at(-2 * DAY) })
    .where('id', '=', connection.id)
    .execute();
}

/** Somebody with an account and a draft of a profile, and nothing else yet. */
export async function seedNewcomer(db: Db, auth: Auth): Promise<void> {
  const { password } = demoSignIns;
  const user = await auth.createUser({ email: NEWCOMER, name: 'Noor Haddad', password, role: 'interviewer' });
  await db
    .insertInto('interviewers')
    .values({
      userId: user.id,
      slug: 'noor-haddad',
      name: 'Noor Haddad',
      headline: '',
      timeZone: 'UTC',
      rateCents: 150_00,
    })
    .execute();
}
