import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { ChangePage } from '../../../ui/change-page.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { zoneLabel } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { changesTo, type EventTypeSeen, likeliest, MINUTES } from '../domain.ts';
import { CHANGE_WORDS } from '../words.ts';
import { BackToCalendar } from './connect-page.tsx';
import type { CalendarProps } from './frame.tsx';

interface AccountShown {
  owner: { username: string; name: string | null; timeZone: string | null };
  eventTypes: readonly EventTypeSeen[];
  /** The slug that a new one would get; null where none can be made. */
  newSlug: string | null;
  currentId: number | null;
  byTeam: boolean;
}

/** Which of the account's event types interviews are booked as. Says of each what would change. */
export function EventTypePage({
  shell,
  owner,
  account,
  problem,
}: CalendarProps & {
  /** Null where cal.com could not be asked. */
  account: AccountShown | null;
  problem: string | null;
}) {
  return (
    <ChangePage
      shell={shell}
      person={owner}
      title="Which event type?"
      about={account ? aboutWords(account.owner) : 'cal.com has to be asked first.'}
      back={urls.adminCalendar()}
      backLabel="Calendar"
    >
      {account ? (
        <Choose account={account} problem={problem} />
      ) : (
        <div class="stack">
          <Notice tone="error" title="Your account could not be read.">
            <p>{problem}</p>
          </Notice>
          <p>
            <ButtonLink href={urls.adminCalendarEventType()} variant="primary" icon="arrow">
              Try again
            </ButtonLink>
          </p>
          <BackToCalendar />
        </div>
      )}
    </ChangePage>
  );
}

/** The account as cal.com told it, so that its owner sees that it is theirs. */
function aboutWords({ username, name, timeZone }: AccountShown['owner']): string {
  const zone = timeZone && isZone(timeZone) ? zoneLabel(timeZone, new Date()) : timeZone;
  return [`cal.com/${username}`, [name, zone].filter(Boolean).join(', ')].filter(Boolean).join(': ');
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}

function Choose({ account, problem }: { account: AccountShown; problem: string | null }) {
  const { eventTypes, newSlug, currentId, owner, byTeam } = account;
  const chosen = likeliest(eventTypes, currentId);
  const nothing = eventTypes.length === 0 && newSlug === null;
  return (
    <form class="stack" method="post" action={urls.adminCalendarEventType()}>
      {problem && (
        <Notice tone="error" title="Not connected yet.">
          <p>{problem}</p>
        </Notice>
      )}
      <fieldset class="eventpicks">
        <legend class="field__label">Interviews are booked as</legend>
        {eventTypes.map((eventType) => (
          <Choice key={eventType.id} value={String(eventType.id)} checked={chosen === eventType.id}>
            <b>{eventType.title}</b>
            <span>
              cal.com/{owner.username}/{eventType.slug}, {eventType.minutes} minutes
            </span>
            <Changes eventType={eventType} isCurrent={eventType.id === currentId} />
          </Choice>
        ))}
        {newSlug && (
          <Choice value="new" checked={chosen === 'new' || eventTypes.length === 0}>
            <b>A new one</b>
            <span>
              cal.com/{owner.username}/{newSlug}, {MINUTES} minutes
            </span>
            <span class="eventpick__note">We make it. Your other event types stay as they are.</span>
          </Choice>
        )}
      </fieldset>
      {byTeam && (
        <p class="small soft">
          The co-op’s key can’t make one in your account. Make one on cal.com, and it shows here.
        </p>
      )}
      {!nothing && (
        <Button variant="primary" icon="check" wide>
          Connect it
        </Button>
      )}
      <p class="small soft">Your hours and connected calendars on cal.com stay as they are.</p>
    </form>
  );
}

function Choice({
  value,
  checked,
  children,
}: {
  value: string;
  checked: boolean;
  children: ComponentChildren;
}) {
  return (
    <label class="eventpick">
      <input type="radio" name="event-type" value={value} checked={checked} required />
      <span class="eventpick__words">{children}</span>
    </label>
  );
}

function Changes({ eventType, isCurrent }: { eventType: EventTypeSeen; isCurrent: boolean }) {
  const changes = changesTo(eventType).flatMap((name) => CHANGE_WORDS[name] ?? []);
  return (
    <span class="eventpick__note">
      {isCurrent && 'In use now. '}
      {changes.length === 0 ? 'Right as it is.' : `We change it: ${changes.join('; ')}.`}
    </span>
  );
}
