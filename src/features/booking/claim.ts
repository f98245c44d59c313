import { randomInt } from 'node:crypto';
import { takeTurn } from '../../db/lock.ts';
import { refusedBy } from '../../db/refused.ts';
import type { Deps } from '../../deps.ts';
import { type CalendarBooking, CalendarError } from '../../integrations/scheduling/port.ts';
import { zoneName } from '../../zones.ts';
import type { Price } from '../interviewers/domain.ts';
import { accessTo } from './calendar.ts';
import type { Booking } from './domain.ts';
import type { BookableInterviewer, CalendarConnection } from './interviewer-queries.ts';
import { POLICY } from './policy.ts';
import { countHolds, findBookingByUid, insertBooking, isTaken, recordHistory } from './queries.ts';
import { type Quote, quotedPrice } from './quote-domain.ts';
import { holdFrom, judgeClaim } from './slot-domain.ts';

export type Claim =
  | { booking: Booking }
  | { refused: 'forged' | 'claimed' | 'taken' | 'too-many-holds' | 'unreachable' };

/**
 * Makes a booking of the slot that the candidate picked in the calendar. Only the uid is taken from the
 * browser, and only as a hint: the slot, its time and the candidate's name come from the calendar, the
 * price from the catalogue. Refuses, storing nothing, whatever the calendar does not know as a pending
 * slot of this interviewer. A pending slot that lost a race is declined.
 *
 * @param visitor the bookings this browser already has, and the price it was shown, signed by us
 */
export async function claimSlot(
  deps: Deps,
  interviewer: BookableInterviewer,
  uid: string,
  visitor: { bookings: string[]; quote: Quote | null },
): Promise<Claim> {
  const { connection } = interviewer;
  if (!connection) return { refused: 'unreachable' };

  const existing = await findBookingByUid(deps.db, uid);
  // A second click or tab of the same visitor leads to the booking they have.
  if (existing)
    return visitor.bookings.includes(existing.id) ? { booking: existing } : { refused: 'claimed' };

  const slot = await readSlot(deps, connection, uid);
  if (slot === 'unreachable') return { refused: 'unreachable' };
  if (!slot?.attendee) return { refused: 'forged' };
  const refusal = judgeClaim(slot, connection, deps.now());
  if (refusal) return { refused: refusal === 'stale' ? 'taken' : 'forged' };

  const { email } = slot.attendee;
  const holds = await countHolds(deps.db, { bookings: visitor.bookings, email }, deps.now());
  if (holds >= POLICY.holdsPerVisitor) {
    await declineSoon(deps, connection, uid);
    return { refused: 'too-many-holds' };
  }
  // Most who come late are told here, without waiting for their turn; the constraint has the last word.
  if (await isTaken(deps.db, interviewer.id, slot)) {
    await declineSoon(deps, connection, uid);
    return { refused: 'taken' };
  }
  const present = { cents: interviewer.rateCents, currency: interviewer.currency };
  const price = quotedPrice(visitor.quote, interviewer.id, deps.now()) ?? present;
  return storeClaim(deps, interviewer, connection, { ...slot, attendee: slot.attendee, price });
}

async function readSlot(
  deps: Deps,
  connection: CalendarConnection,
  uid: string,
): Promise<CalendarBooking | null | 'unreachable'> {
  try {
    return await deps.scheduling.booking(accessTo(deps, connection), uid);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    deps.log.warn({ error: error.message }, 'calendar did not answer a claim');
    return 'unreachable';
  }
}

async function storeClaim(
  deps: Deps,
  interviewer: BookableInterviewer,
  connection: CalendarConnection,
  slot: CalendarBooking & { attendee: NonNullable<CalendarBooking['attendee']>; price: Price },
): Promise<Claim> {
  const now = deps.now();
  const { attendee, price } = slot;
  const { freeCancelHours, guaranteeDays } = deps.config.terms;
  try {
    return await deps.db.transaction().execute(async (db) => {
      // Two inserts into overlapping slots would each wait for the other's end: a deadlock, not an answer.
      await takeTurn(db, `claim:${interviewer.id}`);
      const booking = await insertBooking(db, {
        reference: newReference(),
        interviewerId: interviewer.id,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        calcomConnectionId: connection.id,
        calcomUid: slot.uid,
        priceCents: price.cents,
        currency: price.currency,
        freeCancelHours,
        guaranteeDays,
        candidateName: attendee.name.slice(0, 100) || 'Candidate',
        candidateEmail: attendee.email.toLowerCase(),
        candidateTimeZone: knownZone(attendee.timeZone),
        holdExpiresAt: holdFrom(now),
      });
      await recordHistory(db, booking, { from: null, at: now, actor: 'candidate', reason: 'slot claimed' });
      await deps.jobs.enqueue(
        db,
        'booking.converge',
        { bookingId: booking.id },
        { startAfter: booking.holdExpiresAt },
      );
      await deps.jobs.enqueue(db, 'calendar.read', { interviewerId: interviewer.id });
      return { booking };
    });
  } catch (error) {
    const guard = refusedBy(error);
    if (guard === 'unique') return { refused: 'claimed' };
    if (guard !== 'exclusion') throw error;
    await declineSoon(deps, connection, slot.uid);
    return { refused: 'taken' };
  }
}

/** Nobody will claim this pending slot: a job declines it, unless it was claimed after all. */
async function declineSoon(deps: Deps, connection: CalendarConnection, uid: string): Promise<void> {
  await deps.jobs.enqueue(deps.db, 'slot.decline-unclaimed', { connectionId: connection.id, uid });
}

// Without 0/O, 1/I/L and U: read out over a telephone.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function newReference(): string {
  return `508-${Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}

function knownZone(zone: string): string {
  try {
    return zoneName(new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return 'UTC';
  }
}
