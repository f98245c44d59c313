import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatDay, Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import { inWords } from '../admin/domain.ts';
import { type Desk, isStale } from './domain.ts';
import { Find } from './list-views.tsx';
import { Problems } from './problem-views.tsx';
import { System } from './system-views.tsx';
import { Bookings, Members } from './table-views.tsx';
import { DESK_ZONE } from './zone.ts';

/** What needs a person, how the machinery does, and the latest of everything. */
export function DeskPage({
  shell,
  user,
  desk,
  reviewsWaiting,
  suggestionsWaiting,
  now,
}: {
  shell: Shell;
  user: SignedInUser;
  desk: Desk;
  /** Reviews that nobody has said yes or no to. */
  reviewsWaiting: number;
  suggestionsWaiting: number;
  now: Date;
}) {
  const stale = desk.unsettled.filter((booking) => isStale(booking, now));
  const calendars = desk.members.filter(({ trouble, standing }) => trouble !== null && standing === 'live');
  const count =
    calendars.length + desk.alerts.length + desk.claims.length + desk.stuckMails.length + stale.length;
  return (
    <PanelLayout shell={shell} title="Desk" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{titleFor(count)}</h1>
            <p>
              {formatDay(now, DESK_ZONE)}, <Time at={now} zone={DESK_ZONE} show="clock" /> {DESK_ZONE}. Every
              time on this desk is in {DESK_ZONE}.
            </p>
          </div>
          <div class="split split--top">
            <div>
              <Problems
                alerts={desk.alerts}
                claims={desk.claims}
                mails={desk.stuckMails}
                stale={stale}
                calendars={calendars}
                now={now}
              />
            </div>
            <div>
              {suggestionsWaiting > 0 && (
                <p class="panel__word">
                  <a class="textlink" href={urls.operatorSuggestions()}>
                    {missedWords(suggestionsWaiting)} <Icon name="arrow" />
                  </a>
                </p>
              )}
              {reviewsWaiting > 0 && (
                <p class="panel__word">
                  <a class="textlink" href={urls.operatorReviews()}>
                    {reviewsWaiting === 1 ? 'A review waits' : `${inWords(reviewsWaiting)} reviews wait`} to
                    be read <Icon name="arrow" />
                  </a>
                </p>
              )}
              <Find />
              <System desk={desk} now={now} />
            </div>
          </div>
          <Bookings bookings={desk.bookings} now={now} />
          <p class="after">
            <a class="textlink" href={urls.operatorBookings()}>
              All bookings <Icon name="arrow" />
            </a>
          </p>
          <Members members={desk.members} />
          <p class="after">
            <a class="textlink" href={urls.operatorSuggestions()}>
              Technologies that members missed <Icon name="arrow" />
            </a>
          </p>
        </div>
      </main>
    </PanelLayout>
  );
}

function titleFor(count: number): string {
  if (count === 0) return 'Nothing needs a person.';
  return count === 1 ? 'One thing needs a person.' : `${inWords(count)} things need a person.`;
}

function missedWords(count: number): string {
  return count === 1
    ? 'A member misses a technology'
    : `${inWords(count)} technologies are missed by members`;
}
