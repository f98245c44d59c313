import type { Evidence } from './evidence.ts';
import { checkAgreement } from './rules/agreement.ts';
import { checkHistory } from './rules/history.ts';
import { checkMails } from './rules/mails.ts';
import { checkMoney } from './rules/money.ts';
import { checkRefunds } from './rules/refunds.ts';
import { checkRest } from './rules/rest.ts';
import { checkSlots } from './rules/slots.ts';

/** Something that must never be, and is. */
export interface Violation {
  rule: string;
  /** Ours, where it is of one booking. */
  bookingId: string | null;
  what: string;
}

/** All that is wrong with what the three sides hold at the end. */
export function check(evidence: Evidence): Violation[] {
  return [
    ...checkSlots(evidence),
    ...checkMoney(evidence),
    ...checkRefunds(evidence),
    ...checkMails(evidence),
    ...checkRest(evidence),
    ...checkAgreement(evidence),
    ...checkHistory(evidence),
  ];
}
