import { Plate } from '../../ui/plate.tsx';
import { Price } from '../../ui/price.tsx';
import { Tags } from '../../ui/tag.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { InterviewerSummary, Openings, Tag } from './domain.ts';

interface Row {
  person: InterviewerSummary;
  /** The visitor's zone. */
  zone: string;
  now: Date;
  /** Slugs that were asked for: shown first. */
  asked?: readonly string[];
  /** The first row: on the loud ground. */
  lead?: boolean;
  /** The large plan, with every tag and the week: the first row's, and every row's where asked for. */
  full?: boolean;
}

/**
 * One person in the list. The whole row leads to the profile: as a dialog over the list where the
 * script runs, as a page of its own otherwise.
 */
export function InterviewerRow({ person, zone, now, asked = [], lead = false, full = lead }: Row) {
  const history = person.summary || [...new Set(person.companies)].slice(0, 4).join(', ');
  return (
    <li class={full ? 'entry entry--full' : 'entry'} id={`row-${person.slug}`} data-carries>
      <Plate portraitId={person.portraitId} name={person.name} signal={lead} eager={lead} />
      <div class="entry__id">
        <h2 class="entry__name">
          <a
            href={urls.interviewer(person.slug)}
            hx-get={urls.interviewer(person.slug)}
            hx-target="#profile-slot"
            hx-swap="innerHTML"
            hx-push-url="true"
            data-opens-dialog
          >
            <bdi>{person.name}</bdi>
          </a>
        </h2>
        {person.headline && (
          <p class="entry__headline">
            <bdi>{person.headline}</bdi>
          </p>
        )}
        {history && <p class="entry__history">{history}</p>}
        {person.line && (
          <p class="quip">
            <q dir="auto">{person.line}</q>
          </p>
        )}
      </div>
      <div class="entry__tags">
        <Tags kind="subject" names={mostOf(person.subjects, asked, full ? 8 : 3)} />
        <Tags kind="technology" names={mostOf(person.technologies, asked, full ? 10 : 4)} />
      </div>
      <div class="entry__offer">
        <p class="entry__price">
          <Price {...person.price} />
          <small>per interview</small>
        </p>
        {!person.bookable ? (
          <p class="entry__next">Not bookable right now</p>
        ) : person.open.next ? (
          <p class="entry__next">
            Next open <Time at={person.open.next} zone={zone} />
          </p>
        ) : (
          person.open.known && <p class="entry__next">No open times right now</p>
        )}
        {full && person.bookable && person.open.next && <Week open={person.open} zone={zone} now={now} />}
      </div>
    </li>
  );
}

/** Tags of one kind, what was asked for first; far more than fit are counted, not printed. */
function mostOf(tags: readonly Tag[], asked: readonly string[], most: number): string[] {
  const names = tags.toSorted((a, b) => rank(a, asked) - rank(b, asked)).map(({ name }) => name);
  return names.length <= most + 1 ? names : [...names.slice(0, most), `+${names.length - most} more`];
}

const rank = ({ slug }: Tag, asked: readonly string[]): number => (asked.includes(slug) ? 0 : 1);

const MOST_A_DAY = 5;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Not asked of `Intl`: seven times a row, that was 2 of the 28 ms which the list of sample people took the server. */
const weekday = ({ dayOfWeek }: Temporal.ZonedDateTime): string => WEEKDAYS[dayOfWeek - 1] ?? '';

/** Seven days of open times, one bar each; the first open day is the signal. */
function Week({ open, zone, now }: { open: Openings; zone: string; now: Date }) {
  const first = open.week.findIndex((count) => count > 0);
  if (first < 0) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const days = open.week.map((count, plus) => ({
    count,
    name: weekday(today.add({ days: plus })),
  }));
  const label = days.map(({ name, count }) => `${name} ${count}`).join(', ');
  return (
    <div class="week" role="img" aria-label={`Open times in the next seven days: ${label}`}>
      {days.map(({ name, count }, index) => (
        <span
          key={name}
          class={index === first ? 'week__day week__day--first' : 'week__day'}
          style={`--n: ${Math.min(count, MOST_A_DAY)}`}
        >
          <i />
          {name.slice(0, 2)}
        </span>
      ))}
    </div>
  );
}
