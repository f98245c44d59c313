import type { DisputeView, PaymentView, Refund, RefundView } from './facts-domain.ts';

export interface Session {
  id: string;
  url: string;
  status: 'open' | 'complete' | 'expired';
  expiresAt: number;
  cents: number;
  intent: 'none' | 'processing' | 'requires_capture' | 'succeeded' | 'canceled';
}

/** Stripe, as small as it can be and still go wrong. What it did, it did: answers may get lost. */
export class SmallStripe {
  answers = true;
  /** Minutes by which it ends a session later than we count on. */
  isLate = 0;
  /** By the number of their attempt: the same number never opens two. */
  readonly sessions = new Map<number, Session>();
  readonly refunds: RefundView[] = [];
  dispute: DisputeView | null = null;
  captured = 0;

  get refunded(): number {
    return this.refunds.reduce(
      (sum, { state, amountCents }) => sum + (state === 'failed' ? 0 : amountCents),
      0,
    );
  }

  byId(id: string | null | undefined): Session | null {
    return [...this.sessions.values()].find((session) => session.id === id) ?? null;
  }

  open(attempt: number, expiresAt: Date, cents: number): Session {
    const known = this.sessions.get(attempt);
    if (known) return known;
    const id = `cs_${attempt}`;
    const session: Session = {
      ...{ id, url: `https://checkout.test/${id}`, status: 'open', intent: 'none' },
      expiresAt: expiresAt.getTime(),
      cents,
    };
    this.sessions.set(attempt, session);
    return session;
  }

  passTime(now: number, minute: number): void {
    for (const session of this.sessions.values()) {
      if (session.status === 'open' && now >= session.expiresAt + this.isLate * minute)
        session.status = 'expired';
    }
  }

  capture(session: Session): boolean {
    if (session.intent !== 'requires_capture') return false;
    session.intent = 'succeeded';
    this.captured += session.cents;
    return true;
  }

  /** The same record of ours makes one refund; more than what is left is refused. */
  refund(ours: Refund | null, cents: number, state: RefundView['state'] = 'succeeded'): boolean {
    if (ours && this.refunds.some((one) => one.ours === ours.id)) return true;
    if (this.dispute?.isOpen || cents > this.captured - this.refunded || cents <= 0) return false;
    this.refunds.push({
      id: `re_${this.refunds.length + 1}`,
      ours: ours?.id ?? null,
      amountCents: cents,
      state,
    });
    return true;
  }

  /** The bank sends a refund back. */
  failRefund(): void {
    const last = this.refunds.findLast(({ state }) => state !== 'failed');
    if (last) last.state = 'failed';
  }

  view(session: Session | null): PaymentView | null {
    if (!session) return { kind: 'none' };
    if (!this.answers) return null;
    if (session.status !== 'complete') return { kind: session.status };
    const money = { intentId: 'pi_1', amountCents: session.cents, currency: 'usd' };
    switch (session.intent) {
      case 'requires_capture':
        return { kind: 'authorised', ...money, captureBefore: null };
      case 'succeeded':
        return {
          kind: 'captured',
          ...money,
          refundedCents: this.refunded,
          refunds: this.refunds.map((refund) => ({ ...refund })),
          dispute: this.dispute && { ...this.dispute },
        };
      case 'canceled':
        return { kind: 'cancelled' };
      default:
        return { kind: 'pending' };
    }
  }
}
