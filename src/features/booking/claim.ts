import { randomInt } from 'node:crypto';
import { takeTurn } from '../../db/lock.ts';
import { refusedBy } from '../../db/refused.ts';
import type { Deps } from '../../deps.ts';
import { type CalendarBooking, CalendarError } from '../../integrations/scheduling/port.ts';
import { inOneGo } from '../../web/together.ts';
import { zoneName } from '../../zones.ts';
import type { Price } from '../interviewers/domain.ts';
import { accessTo } from './calendar.ts';
import { type Knowledge, knowledgeOf, type Pick, pickKey } from './claim-queries.ts';
import { ClaimsAhead } from './claims-ahead.ts';
import type { Booking } from './domain.ts';
import type { BookableInterviewer, CalendarConnection } from './interviewer-queries.ts';
import { POLICY } from './policy.ts';
import { countHolds, insertBooking, isTaken, recordHistory } from './queries.ts';
import { type Quote, quotedPrice } from './quote-domain.ts';
import { holdFrom, judgeClaim } from './slot-domain.ts';

/** A slot that was lost is declined a little later: when many lose one time, their pages come first. */
const DECLINE_AFTER_MS = 3_000;

export type Claim =
  | { booking: Booking }
  | { refused: 'forged' | 'claimed' | 'taken' | 'too-many-holds' | 'unreachable' };

/** Where claims that come at the same moment meet: one for each process that takes them. */
export interface ClaimDesk {
  ahead: ClaimsAhead;
  /** What we know of the picks that are claimed at this moment. */
  know(pick: Pick): Promise<Knowledge>;
  /** Nobody will claim this pending slot: a job declines it, unless it was claimed after all. */
  declineSoon(pick: Pick): Promise<void>;
}

export function claimDesk(deps: Deps): ClaimDesk {
  return {
    ahead: new ClaimsAhead(),
    know: inOneGo((picks) => knowledgeOf(deps.db, picks)),
    declineSoon: inOneGo((picks) => {
      const startAfter = new Date(deps.now().getTime() + DECLINE_AFTER_MS);
      return deps.jobs.enqueueAll(deps.db, 'slot.decline-unclaimed', picks, { startAfter });
    }),
  };
}

/** What the browser brought along: its earlier bookings, and the price it was shown. */
interface Visitor {
  bookings: string[];
  quote: Quote | null;
}

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
  desk: ClaimDesk,
  interviewer: BookableInterviewer,
  uid: string,
  visitor: Visitor,
): Promise<Claim> {
  const { connection } = interviewer;
  if (!connection) return { refused: 'unreachable' };

  const pick = { connectionId: connection.id, uid };
  const { bookings, told } = await desk.know(pick);
  const existing = bookings.get(uid);
  // A second click or tab of the same visitor leads to the booking they have.
  if (existing)
    return visitor.bookings.includes(existing.id) ? { booking: existing } : { refused: 'claimed' };

  const attempt = { interviewer, connection, uid, visitor };
  const claim = await claimInTurn(deps, desk, attempt, told.get(pickKey(pick)));
  if ('refused' in claim && (claim.refused === 'taken' || claim.refused === 'too-many-holds')) {
    await desk.declineSoon(pick);
  }
  return claim;
}

interface Attempt {
  interviewer: BookableInterviewer;
  connection: CalendarConnection;
  uid: string;
  visitor: Visitor;
}

/**
 * One after the other of those who want one time: the calendar is asked, then it is stored. Where a delivery told
 * the time, who loses it need not ask the calendar. By what was told nobody gets a slot, one only goes without it.
 */
async function claimInTurn(
  deps: Deps,
  { ahead }: ClaimDesk,
  attempt: Attempt,
  told: { startsAt: Date; endsAt: Date } | undefined,
): Promise<Claim> {
  const { connection, uid } = attempt;
  const interviewerId = attempt.interviewer.id;
  if (told) {
    return ahead.inTurn({ ...told, uid, interviewerId }, async () => {
      if (await isTaken(deps.db, interviewerId, told)) return { refused: 'taken' };
      const slot = await readPick(deps, connection, uid);
      return 'refused' in slot ? slot : takeSlot(deps, attempt, slot);
    });
  }
  const slot = await readPick(deps, connection, uid);
  if ('refused' in slot) return slot;
  return ahead.inTurn({ ...slot, interviewerId }, () => takeSlot(deps, attempt, slot));
}

type PickedSlot = CalendarBooking & { attendee: NonNullable<CalendarBooking['attendee']> };

/** The pick as its calendar knows it, where it is one that can be claimed. */
async function readPick(
  deps: Deps,
  connection: CalendarConnection,
  uid: string,
): Promise<PickedSlot | Extract<Claim, { refused: unknown }>> {
  const slot = await readSlot(deps, connection, uid);
  if (slot === 'unreachable') return { refused: 'unreachable' };
  if (!slot?.attendee) return { refused: 'forged' };
  const refusal = judgeClaim(slot, connection, deps.now());
  if (refusal) return { refused: refusal === 'stale' ? 'taken' : 'forged' };
  return { ...slot, attendee: slot.attendee };
}

/** What the calendar knows is pending becomes a booking, if the time is free here and its candidate may have it. */
async function takeSlot(
  deps: Deps,
  { interviewer, connection, visitor }: Attempt,
  slot: PickedSlot,
): Promise<Claim> {
  // Most who come late are told here, without waiting for their turn; the constraint has the last word.
  if (await isTaken(deps.db, interviewer.id, slot)) return { refused: 'taken' };
  const { email } = slot.attendee;
  const holds = await countHolds(deps.db, { bookings: visitor.bookings, email }, deps.now());
  if (holds >= POLICY.holdsPerVisitor) return { refused: 'too-many-holds' };
  const present = { cents: interviewer.rateCents, currency: interviewer.currency };
  const price = quotedPrice(visitor.quote, interviewer.id, deps.now()) ?? present;
  return storeClaim(deps, interviewer, connection, { ...slot, price });
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
  slot: PickedSlot & { price: Price },
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
    return { refused: 'taken' };
  }
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
