import type { Db } from '../db/connect.ts';

/** Every kind of background work and what it carries: ids only, never copies of the truth. */
export interface JobPayloads {
  'booking.converge': { bookingId: string };
  'mail.send': { mailId: string };
  /** `id`: what the mail is about, a member or an address that is to change. */
  'account.mail': { kind: string; id: string };
  'inbox.handle': { deliveryId: string };
  'calendar.read': { interviewerId: string };
  'calendar.check': { interviewerId: string };
  'calendar.mail': { connectionId: string; news: 'broken' | 'works'; to: 'interviewer' | 'operator' };
  'slot.mark-absent': { bookingId: string };
  'slot.decline-unclaimed': { connectionId: string; uid: string };
}

export type JobName = keyof JobPayloads;

export interface JobOptions {
  /** Not before this moment. */
  startAfter?: Date;
}

/** Puts work into the queue, inside the caller's transaction: it happens if and only if that commits. */
export interface Jobs {
  enqueue<N extends JobName>(db: Db, name: N, payload: JobPayloads[N], options?: JobOptions): Promise<void>;
  /** Many jobs of a kind in one statement. */
  enqueueAll<N extends JobName>(
    db: Db,
    name: N,
    payloads: JobPayloads[N][],
    options?: JobOptions,
  ): Promise<void>;
}
