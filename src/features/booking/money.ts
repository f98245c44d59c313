import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import { PaymentError } from '../../integrations/payments/port.ts';
import { raiseAlert } from '../operator/alerts.ts';
import type { RefundCause } from './change-domain.ts';
import { saveDispute } from './dispute-queries.ts';
import type { Booking } from './domain.ts';
import type { Captured, DisputeView, Refund } from './facts-domain.ts';
import { oweMail } from './mails.ts';
import { noteInHistory } from './note.ts';
import { lockBooking, raiseMoneyAttempt, saveBooking } from './queries.ts';
import {
  insertForeignRefund,
  insertRefund,
  noteLook,
  noteRefund,
  refundsOf,
  renewAttempt,
} from './refund-queries.ts';

/**
 * Owes the candidate all that is left of their money, in the caller's transaction, and has it sent. The
 * refund's id; null when one of ours is under way already, or nothing is left: then nothing is owed twice.
 */
export async function oweRefund(
  deps: Pick<Deps, 'jobs' | 'now'>,
  db: Db,
  booking: Booking,
  { cause, by }: { cause: RefundCause; by: string },
): Promise<string | null> {
  const captured = booking.money.captured || booking.price.cents;
  const amountCents = captured - booking.money.refunded;
  if (amountCents <= 0) return null;
  const owed = await insertRefund(db, {
    bookingId: booking.id,
    cause,
    amountCents,
    currency: booking.price.currency,
    requestedBy: by,
    requestedAt: deps.now(),
  });
  if (owed) await deps.jobs.enqueue(db, 'booking.converge', { bookingId: booking.id });
  return owed;
}

/** Asks Stripe for a refund that is owed. Its key is the row's: asked twice, it is made once. */
export async function tryRefund(
  deps: Deps,
  booking: Booking,
  refund: Refund,
  intentId: string,
): Promise<void> {
  const now = deps.now();
  try {
    const made = await deps.payments.refund({
      bookingId: booking.id,
      refundId: refund.id,
      attempt: refund.attempt,
      intentId,
      amountCents: refund.amountCents,
    });
    await deps.db.transaction().execute(async (db) => {
      // As it is by now: it may have been called off since it was seen.
      const current = await lockBooking(db, booking.id);
      await noteRefund(db, refund.id, { state: made.state, stripeId: made.id }, now);
      await noteInHistory(db, current, {
        at: now,
        actor: 'system',
        reason: `refund of ${refund.amountCents} cents asked for (${refund.cause})`,
      });
    });
  } catch (error) {
    if (!(error instanceof PaymentError)) throw error;
    // A stored 5xx would be repeated for a day under this key. What did happen shows in Stripe's list and
    // is found by the next look; what did not is asked for again under the next key.
    if (error.isStored) await renewAttempt(deps.db, refund.id);
    if (error.permanent) return refuseRefund(deps, booking, refund, error.message);
    throw error;
  }
}

/** The refund can't be made as things are: a person has to look. */
export async function refuseRefund(
  deps: Deps,
  { id }: Booking,
  refund: Refund,
  problem: string,
): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, id);
    await noteRefund(db, refund.id, { state: 'failed', problem }, now);
    await noteInHistory(db, booking, {
      at: now,
      actor: 'system',
      reason: `refund not made: ${problem}`,
    });
    await tellOfFailure(deps, db, booking, refund.id, problem);
  });
}

async function tellOfFailure(deps: Deps, db: Db, booking: Booking, refundId: string, problem: string) {
  await raiseAlert(deps, db, {
    booking,
    kind: 'refund-failed',
    message: `The refund of ${booking.reference} did not go through (${problem}). Look at it in Stripe, then try again here.`,
  });
  if (problem !== 'nothing-left') await oweMail(deps, db, booking, 'refund-problem', refundId);
}

/** Keeps what Stripe says of the money taken and given back, refunds made in its dashboard included. */
export async function recordMoney(deps: Deps, seen: Booking, captured: Captured): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, seen.id);
    if (booking.revision !== seen.revision) return;
    const known = await refundsOf(db, booking.id);
    for (const one of captured.refunds) {
      const ours = known.find(({ id, stripeId }) => stripeId === one.id || id === one.ours);
      if (!ours) {
        await insertForeignRefund(db, { id: booking.id, currency: booking.price.currency }, one, now);
        await raiseAlert(deps, db, {
          booking,
          kind: 'refunded-at-stripe',
          message: `Somebody refunded ${booking.reference} in Stripe’s dashboard. The booking itself still stands as it was.`,
        });
      } else if (ours.state !== one.state || ours.stripeId !== one.id) {
        await noteRefund(db, ours.id, { state: one.state, stripeId: one.id }, now);
        if (one.state === 'failed' && ours.state !== 'failed') {
          await tellOfFailure(deps, db, booking, ours.id, 'the bank sent it back');
        }
      }
    }
    await noteLook(db, booking.id, now);
    const taken = Math.min(captured.amountCents, booking.price.cents);
    const money = { captured: taken, refunded: Math.min(captured.refundedCents, taken) };
    await saveBooking(
      db,
      { ...booking, money },
      {
        from: booking,
        at: now,
        actor: 'stripe',
        reason: `Stripe: ${money.captured} cents taken, ${money.refunded} given back`,
      },
    );
  });
}

/** A bank takes the money back, or has decided: a person is told. Until it is over nothing is refunded twice. */
export async function recordDispute(deps: Deps, { id }: Booking, dispute: DisputeView): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (db) => {
    const booking = await lockBooking(db, id);
    await saveDispute(db, id, dispute, now);
    await noteInHistory(db, booking, {
      at: now,
      actor: 'stripe',
      reason: `dispute ${dispute.status} (${dispute.reason})`,
    });
    await raiseAlert(deps, db, {
      booking,
      kind: 'disputed',
      message: `${booking.reference} is disputed at the candidate’s bank (${dispute.reason}, ${dispute.status}). Answer it in Stripe’s dashboard. It is not refunded from here as long as it is open.`,
    });
  });
}

/**
 * Takes money or lets it go. An answer of 5xx is stored under the key and would be repeated for a day, so
 * the next try has a key of its own; both deeds can happen once only, whatever their key.
 */
export async function bumpMoneyAttempt(
  deps: Deps,
  booking: Booking,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PaymentError && error.isStored) {
      await raiseMoneyAttempt(deps.db, booking.id);
    }
    throw error;
  }
}
