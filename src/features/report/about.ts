import type { Booking } from '../booking/domain.ts';
import { guaranteeEnds } from '../guarantee/domain.ts';

/** Until when the money can be asked for; null once that is over. */
export function guaranteeUntil(booking: Pick<Booking, 'endsAt' | 'terms'>, now: Date): Date | null {
  const ends = guaranteeEnds(booking);
  return now <= ends ? ends : null;
}
