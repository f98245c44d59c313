import { MINUTE, POLICY } from '../booking/policy.ts';

/** Until when the candidate may ask for the money back: days count from the end of the feedback. */
export function guaranteeEnds(sessionEndsAt: Date): Date {
  return new Date(sessionEndsAt.getTime() + POLICY.guaranteeDays * 24 * 60 * MINUTE);
}

/** The guarantee in a sentence, for mails and calendars; pages use ui/promise.tsx. */
export const GUARANTEE = `If the interview and the feedback were not worth it, tell us within ${POLICY.guaranteeDays} days of the session. We return 100% of the price. You decide. We do not argue.`;
