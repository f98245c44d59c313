import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { AgendaEntry } from './domain.ts';
import { type Outcome, type PastSearch, wordsOf } from './past-domain.ts';
import { agenda, toEntry } from './queries.ts';

type Agenda = ReturnType<typeof agenda>;

/** Interviews that are over, and ones that were called off, the latest first, with how many there are in all. */
export async function pastOf(
  db: Db,
  interviewerId: string,
  now: Date,
  { limit, offset = 0, search }: { limit: number; offset?: number; search?: PastSearch },
): Promise<{ entries: AgendaEntry[]; total: number }> {
  const past = agenda(db, interviewerId)
    .where('bookings.confirmedAt', 'is not', null)
    .where((eb) => eb.or([eb('bookings.endsAt', '<=', now), eb('bookings.state', '!=', 'confirmed')]));
  const found = search ? withOutcome(withWords(past, search.q), search.outcome, now) : past;
  const [rows, { total }] = await Promise.all([
    found.orderBy('bookings.startsAt', 'desc').orderBy('bookings.id').limit(limit).offset(offset).execute(),
    found
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { entries: rows.map(toEntry), total: Number(total) };
}

/** Every word somewhere in the name, the reference or the companies. What means something to LIKE is a letter here. */
function withWords(past: Agenda, q: string): Agenda {
  return wordsOf(q).reduce((found, word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return found.where((eb) =>
      eb.or([
        eb('bookings.candidateName', 'ilike', like),
        eb('bookings.reference', 'ilike', like),
        eb('bookingDetails.targetCompanies', 'ilike', like),
      ]),
    );
  }, past);
}

function withOutcome(past: Agenda, outcome: Outcome | null, now: Date): Agenda {
  switch (outcome) {
    case 'done':
      return past.where('bookings.state', '!=', 'cancelled').where('bookings.absent', 'is', null);
    case 'owed':
      return past
        .where('bookings.state', '!=', 'cancelled')
        .where('bookings.endsAt', '<=', now)
        .where('bookings.absent', 'is', null)
        .where('reports.sentAt', 'is', null);
    case 'canceled':
      return past.where('bookings.state', '=', 'cancelled');
    case 'absent':
      return past.where('bookings.absent', 'is not', null);
    case 'refunded':
      return past.where(sql<boolean>`bookings.refunded_cents > 0`);
    default:
      return past;
  }
}
