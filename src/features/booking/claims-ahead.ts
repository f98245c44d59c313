import type { Claim } from './claim.ts';

interface PickedTime {
  uid: string;
  interviewerId: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * The claims that are on their way in this process right now. Of claims of one time that come together one goes
 * to the calendar and the database; the others wait here, without a connection, and have lost when it has won.
 * Claims that come by another process meet it in the database, where `takeTurn` and the constraint decide.
 */
export class ClaimsAhead {
  readonly #claims = new Set<{ time: PickedTime; outcome: Promise<Claim | null> }>();

  /** Runs `store` once no other claim of an overlapping time is under way, or says what came of the one that was. */
  async inTurn(time: PickedTime, store: () => Promise<Claim>): Promise<Claim> {
    for (let ahead = this.#aheadOf(time); ahead; ahead = this.#aheadOf(time)) {
      const lost = lostTo(await ahead.outcome, ahead.time, time);
      if (lost) return lost;
    }
    const stored = store();
    const claim = { time, outcome: stored.catch(() => null) };
    this.#claims.add(claim);
    return stored.finally(() => this.#claims.delete(claim));
  }

  #aheadOf({ interviewerId, startsAt, endsAt }: PickedTime) {
    return [...this.#claims].find(
      ({ time }) => time.interviewerId === interviewerId && time.startsAt < endsAt && startsAt < time.endsAt,
    );
  }
}

/** What a claim's end means for one that waited behind it; null: that one may go to the database itself. */
function lostTo(outcome: Claim | null, ahead: PickedTime, time: PickedTime): Claim | null {
  if (!outcome) return null;
  // It asked the same calendar, in this moment.
  if ('refused' in outcome && outcome.refused === 'unreachable') return outcome;
  if ('booking' in outcome) return { refused: ahead.uid === time.uid ? 'claimed' : 'taken' };
  // Whoever has the time that it was refused for has the same time of this one.
  const isSame = ahead.startsAt.getTime() === time.startsAt.getTime();
  return outcome.refused === 'taken' && isSame ? { refused: 'taken' } : null;
}
