import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { inWords } from '../../admin/domain.ts';
import { CHECKS, isBroken, judge, REPAIRABLE, type Seen, type Trouble } from '../domain.ts';
import type { CalendarNotice } from '../words.ts';
import { asksCalcom, CheckRow, type RowFacts } from './check-row.tsx';
import type { UnderWay } from './disconnect-page.tsx';
import { CalendarFrame, type CalendarProps } from './frame.tsx';

/** A connection without what opens it. */
export interface CheckedConnection {
  id: string;
  username: string;
  accountName: string | null;
  accountTimeZone: string | null;
  eventTypeSlug: string;
  byTeam: boolean;
  checkedAt: Date | null;
  seen: Seen | null;
  unansweredAt: Date | null;
  trouble: Trouble | null;
  troubleSince: Date | null;
  deliveredAt: Date | null;
}

interface ChecksProps {
  connection: CheckedConnection;
  calcom: CalendarProps['calcom'];
  zone: string;
  now: Date;
  problem: string | null;
}

/** The connection as the last check saw it: each check good or not, with what to do beside it. */
export function StatusPage({
  connection,
  going,
  now,
  notice,
  problem = null,
  again = false,
  ...props
}: CalendarProps & {
  connection: CheckedConnection;
  going: UnderWay;
  now: Date;
  notice: CalendarNotice | null;
  problem?: string | null;
  /** Whether it takes the place of the same page: what was done is then where the reader goes on. */
  again?: boolean;
}) {
  const { owner, calcom } = props;
  return (
    <CalendarFrame
      {...props}
      notice={notice}
      focusNotice={again}
      title={titleOf(connection)}
      about={aboutOf(connection)}
      aside={<Aside connection={connection} going={going} />}
    >
      <Checks connection={connection} calcom={calcom} zone={owner.timeZone} now={now} problem={problem} />
    </CalendarFrame>
  );
}

function titleOf({ trouble, seen }: CheckedConnection): string {
  if (isBroken(trouble)) return 'Your calendar is disconnected.';
  if (trouble) return 'Your calendar needs a repair.';
  return seen ? 'Your calendar works.' : 'Your calendar.';
}

function aboutOf({ trouble, username, eventTypeSlug, accountName }: CheckedConnection): string {
  const account = `cal.com/${username}/${eventTypeSlug}`;
  if (isBroken(trouble)) return `${account}. Nobody new can book you. What is booked stands.`;
  if (trouble) return `${account}. People can still book you, and a booking may go wrong.`;
  return accountName ? `${account}, ${accountName}` : account;
}

/** All checks, and when they were made. */
function Checks({ connection, calcom, zone, now, problem }: ChecksProps) {
  const { seen, checkedAt, unansweredAt, deliveredAt } = connection;
  const verdicts = seen && judge(seen, { deliveredAt, now });
  const canRepair = verdicts !== null && REPAIRABLE.some((name) => verdicts[name] === 'bad');
  const facts: RowFacts = { ...connection, origin: calcom.origin, zone };
  return (
    <section class="checks" aria-label="Checks">
      {problem && (
        <Notice tone="error" title="Not looked at.">
          <p>{problem}</p>
        </Notice>
      )}
      {unansweredAt && (
        <Notice title={`cal.com did not answer at ${formatInstant(unansweredAt, zone)}.`}>
          <p>
            {checkedAt
              ? `What stands here is from ${formatInstant(checkedAt, zone)}. Nothing changed for candidates. It is tried again within the hour.`
              : 'Nothing changed for candidates. Check again in a minute.'}
          </p>
        </Notice>
      )}
      {verdicts && seen && (
        <ol class="checks__list">
          {CHECKS.map((name) => (
            <CheckRow key={name} name={name} verdict={verdicts[name]} seen={seen} facts={facts} />
          ))}
        </ol>
      )}
      <div class="checks__foot">
        {canRepair && (
          <form {...asksCalcom(urls.adminCalendarRepair())}>
            <Button variant="primary" icon="check">
              Repair all of it
            </Button>
          </form>
        )}
        <form {...asksCalcom(urls.adminCalendarCheck())}>
          <Button>Check again</Button>
        </form>
        {checkedAt && (
          <p class="small soft">
            Checked {formatInstant(checkedAt, zone)}. By itself once a day; you get a mail when it breaks.
          </p>
        )}
      </div>
    </section>
  );
}

function Aside({ connection, going }: { connection: CheckedConnection; going: UnderWay }) {
  return (
    <>
      <section class="sidebox">
        <h2>Under way</h2>
        <p class="small soft">{underWayWords(going, connection)}</p>
      </section>
      <section class="sidebox">
        <h2>Change it</h2>
        <ButtonLink href={urls.adminCalendarEventType()} small wide icon="arrow">
          Use another event type
        </ButtonLink>
        <ButtonLink href={urls.adminCalendarKey()} small wide icon="arrow">
          Give a new key
        </ButtonLink>
        <ButtonLink href={urls.adminCalendarDisconnection()} small wide icon="close" dialogIn="#change-slot">
          Disconnect
        </ButtonLink>
      </section>
      <section class="sidebox">
        <h2>In your own calendar</h2>
        <p class="small soft">Your sessions as an address that any calendar reads.</p>
        <p class="small">
          <a href={urls.adminFeed()}>Subscribe to your sessions</a>
        </p>
      </section>
    </>
  );
}

function underWayWords({ ahead, booking }: UnderWay, { trouble }: CheckedConnection): string {
  if (ahead + booking === 0) return 'No interviews ahead, nobody is booking.';
  const count = (number: number, one: string, many: string) =>
    `${inWords(number)} ${number === 1 ? one : many}`;
  const parts = [
    ahead > 0 && `${count(ahead, 'interview', 'interviews')} ahead.`,
    booking > 0 && `${count(booking, 'candidate is', 'candidates are')} booking right now.`,
    isBroken(trouble) && ahead > 0 && 'What is booked takes place as agreed.',
    isBroken(trouble) &&
      booking > 0 &&
      'If cal.com goes on saying no, what is being booked is let go and nobody is charged.',
  ];
  return parts.filter(Boolean).join(' ');
}
