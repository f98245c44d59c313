import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { formatReadings } from '../admin/domain.ts';
import { type Backlog, type Desk, isBehind, isStale } from './domain.ts';
import { DESK_ZONE } from './zone.ts';

/** Readings of the machinery. Solid with a tick works, red with a cross does not. */
export function System({ desk, now }: { desk: Desk; now: Date }) {
  const stale = desk.unsettled.filter((booking) => isStale(booking, now)).length;
  const published = desk.members.filter((member) => member.standing === 'live');
  const connected = published.filter((member) => member.verifiedAt !== null && !member.trouble);
  return (
    <aside class="sidebox">
      <h2>System</h2>
      <ul class="health">
        <Check name="Money" works={stale === 0}>
          {desk.unsettled.length - stale} running, {stale} stuck
        </Check>
        <Check name="Mail" works={!isBehind(desk.mails, now)}>
          {backlogWords(desk.mails, now)}
        </Check>
        <Check name="Webhooks" works={!isBehind(desk.inbox, now)}>
          {backlogWords(desk.inbox, now)}
        </Check>
        <Check name="Calendars" works={connected.length === published.length}>
          {connected.length} of {published.length} connected
        </Check>
      </ul>
      <p class="small soft">
        Read at <Time at={now} zone={DESK_ZONE} show="clock" />. Reload to read again.
      </p>
    </aside>
  );
}

function Check({ name, works, children }: { name: string; works: boolean; children: ComponentChildren }) {
  return (
    <li class={works ? 'health__row' : 'health__row health__row--bad'}>
      <span class="health__box">
        <Icon name={works ? 'check' : 'close'} />
        <span class="sr-only">{works ? 'Works' : 'Needs a look'}</span>
      </span>
      <b>{name}</b>
      <span>{children}</span>
    </li>
  );
}

function backlogWords({ waiting, failed, oldestAt }: Backlog, now: Date): string {
  if (waiting === 0) return 'none waiting';
  const age = oldestAt ? `, oldest ${formatReadings(now.getTime() - oldestAt.getTime())}` : '';
  return failed > 0 ? `${waiting} waiting, ${failed} failed${age}` : `${waiting} waiting${age}`;
}
