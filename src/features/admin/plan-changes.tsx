import { ButtonLink } from '../../ui/button.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { formatClock, formatDay } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import { absenceFrom, refuseAbsence, refuseCancel, refuseProposal } from '../booking/change-domain.ts';
import { type BookedInterview, moneyLeft, type PanelOwner } from './domain.ts';

const SLOT = '#change-slot';

/** The ways to change a booking, those that are open; each leads to what it does before it does it. */
export function PlanChanges({
  owner,
  booking,
  now,
}: {
  owner: PanelOwner;
  booking: BookedInterview;
  now: Date;
}) {
  const canCancel = refuseCancel(booking, 'interviewer', now) === null;
  const canMove = refuseProposal(booking, new Date(now.getTime() + 1), now) === null;
  const absence = refuseAbsence(booking, now);
  if (!canCancel && !canMove && absence !== null) return null;
  const { id, price, startsAt } = booking;
  const back = formatPrice({ cents: Math.max(0, moneyLeft(booking)), currency: price.currency });
  const from = absenceFrom({ startsAt });
  return (
    <section class="plan" aria-labelledby="plan">
      <h2 id="plan">Change of plan?</h2>
      {canMove && (
        <ButtonLink href={urls.adminProposal(id)} dialogIn={SLOT} wide small tail="$0">
          Propose another time
        </ButtonLink>
      )}
      {absence === null && (
        <ButtonLink href={urls.adminAbsence(id)} dialogIn={SLOT} wide small icon="arrow">
          Somebody did not come
        </ButtonLink>
      )}
      {canCancel && (
        <ButtonLink href={urls.adminCancellation(id)} dialogIn={SLOT} wide small tail={`${back} back`}>
          Cancel the interview
        </ButtonLink>
      )}
      <p class="small soft">
        Each says what it does first.
        {absence === 'not-started' &&
          ` Who did not come can be said from ${formatClock(from, owner.timeZone)} on ${formatDay(from, owner.timeZone)}.`}
      </p>
    </section>
  );
}
