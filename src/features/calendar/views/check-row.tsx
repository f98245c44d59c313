import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatInstant, zonePlace } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { type CheckName, MINUTES, REPAIRABLE, type Seen, type Verdict } from '../domain.ts';
import { CHECK_NAMES, WRONG_NAMES } from '../words.ts';

/** What rows are written from, beside what was seen. */
export interface RowFacts {
  username: string;
  accountName: string | null;
  accountTimeZone: string | null;
  eventTypeSlug: string;
  byTeam: boolean;
  deliveredAt: Date | null;
  /** Where cal.com's own pages are. */
  origin: string;
  zone: string;
}

interface Row {
  name: CheckName;
  verdict: Verdict;
  seen: Seen;
  facts: RowFacts;
}

/** How cal.com is asked: where htmx runs the page changes in place, and a second press waits for the first. */
export const asksCalcom = (action: string) => ({
  method: 'post' as const,
  action,
  'hx-post': action,
  'hx-target': '#main',
  'hx-select': '#main',
  'hx-swap': 'outerHTML',
  'hx-disable': 'find .btn',
  'hx-status:5xx': 'swap:none',
});

const LOOKS = { good: 'check', bad: 'check check--bad', unknown: 'check check--unknown' } as const;
const VERDICTS = { good: 'Good', bad: 'Wrong', unknown: 'Not looked at' } as const;

/** One check: a tick, a cross or neither, what was seen, and the key that puts it right. */
export function CheckRow(row: Row) {
  const { name, verdict } = row;
  return (
    <li class={LOOKS[verdict]}>
      <span class="check__box">
        {verdict !== 'unknown' && <Icon name={verdict === 'good' ? 'check' : 'close'} />}
      </span>
      <div>
        <h2>
          {verdict === 'bad' ? WRONG_NAMES[name] : CHECK_NAMES[name]}
          <span class="sr-only">: {VERDICTS[verdict]}</span>
        </h2>
        {verdict === 'unknown' ? unknownWords(row) && <p>{unknownWords(row)}</p> : <p>{WORDS[name](row)}</p>}
      </div>
      {verdict === 'bad' ? (
        <div class="check__fix">{fixOf(row)}</div>
      ) : (
        <p class="check__word" aria-hidden="true">
          {VERDICTS[verdict]}
        </p>
      )}
    </li>
  );
}

/** Why it was not looked at, where that is not plain from what is wrong above it. */
const unknownWords = ({ name, seen }: Row): string | null => {
  if (name === 'times' && seen.kind === 'account' && seen.eventType) return 'cal.com did not say.';
  if (name === 'deliveries' && seen.kind === 'account' && seen.eventType)
    return 'Nothing is sent without the webhook above.';
  return null;
};

const eventTypeOf = ({ seen }: Row) => (seen.kind === 'account' ? seen.eventType : null);

const WORDS: Record<CheckName, (row: Row) => ComponentChildren> = {
  key: ({ verdict, facts: { byTeam, username, accountName, accountTimeZone } }) => {
    if (verdict === 'bad') {
      return byTeam
        ? 'cal.com refuses the co-op’s key. The operator was told and renews it. A key of your own works meanwhile.'
        : 'cal.com refuses it: it was deleted there, or has run out. Make a new one and paste it.';
    }
    if (byTeam) return `The co-op’s key speaks for cal.com/${username}.`;
    const who = [accountName, accountTimeZone && zonePlace(accountTimeZone)].filter(Boolean).join(', ');
    return `cal.com/${username}${who ? `: ${who}` : ''}`;
  },
  'event-type': (row) => {
    const { username, origin, eventTypeSlug } = row.facts;
    const eventType = eventTypeOf(row);
    if (!eventType) return `cal.com/${username}/${eventTypeSlug} was deleted or hidden there. Pick another.`;
    return (
      <ExternalLink href={`${origin}/${username}/${eventType.slug}`}>
        {`${eventType.title}, cal.com/${username}/${eventType.slug}`}
      </ExternalLink>
    );
  },
  length: (row) => {
    const eventType = eventTypeOf(row);
    if (row.verdict === 'good') return '60 of interview, 30 of feedback.';
    if (eventType?.minutes !== MINUTES)
      return `It takes ${eventType?.minutes} now. A session has ${MINUTES}.`;
    return 'Who books may pick another length.';
  },
  confirmation: ({ verdict }) =>
    verdict === 'good'
      ? 'A time is yours to refuse until it is paid for. We say yes then.'
      : 'cal.com accepts bookings by itself, paid for or not.',
  pending: ({ verdict }) =>
    verdict === 'good'
      ? 'While somebody pays, nobody else is offered the time.'
      : 'Two people can take the same time while one of them pays.',
  guests: ({ verdict }) =>
    verdict === 'good' ? 'One candidate, one call.' : 'Candidates may invite others into the call.',
  webhook: ({ verdict, seen }) => {
    if (verdict === 'good') return 'Its webhook is there, switched on, and signed.';
    return seen.kind === 'account' && seen.webhook === 'off'
      ? 'Its webhook is switched off, tells of too little, or is signed for something else.'
      : 'Its webhook to us is not there. Changes are found minutes later.';
  },
  deliveries: ({ verdict, seen, facts: { deliveredAt, zone } }) => {
    const trial = seen.kind === 'account' && seen.trial;
    const last = deliveredAt && `cal.com last sent something ${formatInstant(deliveredAt, zone)}.`;
    if (verdict === 'bad')
      return `Our trial did not arrive at our own address. ${last ?? ''} The operator looks after that; changes are found minutes later.`;
    return [
      trial && 'Our trial of the address arrived.',
      last ?? 'cal.com has sent nothing yet: it will with the first booking.',
    ]
      .filter(Boolean)
      .join(' ');
  },
  times: ({ verdict, seen, facts: { zone } }) => {
    const free = seen.kind === 'account' ? seen.free : null;
    if (verdict === 'bad' || !free?.next) return 'None in the next four weeks. Open some hours on cal.com.';
    const next = formatInstant(new Date(free.next), zone);
    return free.count === 1
      ? `One in the next four weeks: ${next}.`
      : `${free.count} in the next four weeks, the first ${next}.`;
  },
};

function fixOf({ name, facts: { origin } }: Row): ComponentChildren {
  if (REPAIRABLE.includes(name)) {
    return (
      <form {...asksCalcom(urls.adminCalendarRepair())}>
        <Button small icon="check">
          Repair
        </Button>
      </form>
    );
  }
  if (name === 'key') {
    return (
      <ButtonLink href={urls.adminCalendarKey()} small variant="primary" icon="arrow">
        Give a new key
      </ButtonLink>
    );
  }
  if (name === 'event-type') {
    return (
      <ButtonLink href={urls.adminCalendarEventType()} small variant="primary" icon="arrow">
        Pick another
      </ButtonLink>
    );
  }
  if (name !== 'times') return null;
  return (
    <ButtonLink href={`${origin}/availability`} small icon="out">
      Open hours
    </ButtonLink>
  );
}
