import { describe, expect, it, vi } from 'vitest';
import type { Claim } from './claim.ts';
import { ClaimsAhead } from './claims-ahead.ts';
import type { Booking } from './domain.ts';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
let made = 0;
const picked = (from: string, to: string, more: { uid?: string; interviewerId?: string } = {}) => ({
  ...{ uid: `uid-${++made}`, interviewerId: 'mara', ...more },
  ...{ startsAt: at(from), endsAt: at(to) },
});
const won: Claim = { booking: {} as Booking };

/** A claim that is being stored, and the end that it comes to. */
function storing() {
  const { promise, resolve, reject } = Promise.withResolvers<Claim>();
  return { store: () => promise, ends: resolve, breaks: reject };
}

describe('claims of one time that come together', () => {
  it('send one to the database; the others have lost when it has won, and ask nobody', async () => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const store = vi.fn(async () => won);
    const winner = ahead.inTurn(picked('10:00', '11:30'), first.store);
    const sameTime = ahead.inTurn(picked('10:00', '11:30'), store);
    const overlapping = ahead.inTurn(picked('11:15', '12:45'), store);
    first.ends(won);
    expect(await Promise.all([winner, sameTime, overlapping])).toEqual([
      won,
      { refused: 'taken' },
      { refused: 'taken' },
    ]);
    expect(store).not.toHaveBeenCalled();
  });

  it.each([
    ['of another interviewer', picked('10:00', '11:30', { interviewerId: 'ruth' })],
    ['of a time that begins as this one ends', picked('11:30', '13:00')],
  ])('do not wait for one %s', async (_what, other) => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const waits = ahead.inTurn(picked('10:00', '11:30'), first.store);
    expect(await ahead.inTurn(other, async () => won)).toBe(won);
    first.ends(won);
    await waits;
  });

  it('say of the very same pick that it belongs to a booking, so that nobody declines it', async () => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const same = picked('10:00', '11:30');
    const both = [ahead.inTurn(same, first.store), ahead.inTurn(same, async () => won)];
    first.ends(won);
    expect(await Promise.all(both)).toEqual([won, { refused: 'claimed' }]);
  });

  it('go on, one at a time, when the first may not have it', async () => {
    const [ahead, first, second] = [new ClaimsAhead(), storing(), storing()];
    const third = vi.fn(async () => won);
    const answers = [first.store, second.store, third].map((store) =>
      ahead.inTurn(picked('10:00', '11:30'), store),
    );
    first.ends({ refused: 'too-many-holds' });
    second.ends(won);
    expect(await Promise.all(answers)).toEqual([{ refused: 'too-many-holds' }, won, { refused: 'taken' }]);
    expect(third).not.toHaveBeenCalled();
  });

  it('are told together that the calendar did not answer, instead of asking it one after the other', async () => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const store = vi.fn(async () => won);
    const both = [first.store, store].map((one) => ahead.inTurn(picked('10:00', '11:30'), one));
    first.ends({ refused: 'unreachable' });
    expect(await Promise.all(both)).toEqual([{ refused: 'unreachable' }, { refused: 'unreachable' }]);
    expect(store).not.toHaveBeenCalled();
  });

  it('go on when the first broke', async () => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const broken = ahead.inTurn(picked('10:00', '11:30'), first.store);
    const next = ahead.inTurn(picked('10:00', '11:30'), async () => won);
    first.breaks(new Error('no database'));
    await expect(broken).rejects.toThrow('no database');
    expect(await next).toBe(won);
  });

  it('share a refusal by somebody else’s booking for the same time, not for one that only overlaps', async () => {
    const [ahead, first] = [new ClaimsAhead(), storing()];
    const store = vi.fn(async () => won);
    const answers = [
      ahead.inTurn(picked('10:00', '11:30'), first.store),
      ahead.inTurn(picked('10:00', '11:30'), store),
      ahead.inTurn(picked('11:00', '12:30'), store),
    ];
    first.ends({ refused: 'taken' });
    expect(await Promise.all(answers)).toEqual([{ refused: 'taken' }, { refused: 'taken' }, won]);
    expect(store).toHaveBeenCalledTimes(1);
  });

  it('leave nothing behind: who comes afterwards asks the database', async () => {
    const ahead = new ClaimsAhead();
    await ahead.inTurn(picked('10:00', '11:30'), async () => won);
    const store = vi.fn(async (): Promise<Claim> => ({ refused: 'taken' }));
    expect(await ahead.inTurn(picked('10:00', '11:30'), store)).toEqual({ refused: 'taken' });
    expect(store).toHaveBeenCalledTimes(1);
  });
});
