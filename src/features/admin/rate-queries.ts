import type { Db } from '../../db/connect.ts';
import type { PastRate } from './rate-domain.ts';

const SHOWN = 12;

/** The prices an interviewer asked, the present one first. */
export async function ratesOf(db: Db, interviewerId: string): Promise<PastRate[]> {
  const rows = await db
    .selectFrom('rates')
    .select(['rateCents', 'currency', 'since'])
    .where('interviewerId', '=', interviewerId)
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(({ rateCents, ...row }) => ({ ...row, cents: rateCents }));
}
