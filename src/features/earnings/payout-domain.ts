/** Money that was sent to a member. */
export interface Payout {
  id: string;
  amountCents: number;
  currency: string;
  /** The day, as "2026-12-01". */
  paidOn: string;
  note: string;
}

/** What a member is owed and was paid, in cents. */
export interface MemberDue {
  id: string;
  name: string;
  currency: string;
  owed: number;
  held: number;
  paid: number;
}

export type PayoutField = 'member' | 'amount' | 'paidOn' | 'note';

/** Cents of an amount as a person types it: "1,020", "-510.5". Null for anything else, and for nothing. */
export function centsOf(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[$,\s]/g, '')
    .replace('−', '-');
  if (!/^-?\d{1,7}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100) || null;
}
