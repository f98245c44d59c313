import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { Price } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { OpenTime } from './domain.ts';
import { nextTimesIn } from './zone-note.ts';

/** The last call: who is free next, and when, on the visitor's clock. */
export function LastCall({ open, zone }: { open: readonly OpenTime[]; zone: string }) {
  return (
    <section class="closer" id="last-call" aria-labelledby="closer-title" data-zone={zone}>
      <div class="frame">
        <div class="split closer__head">
          <h2 class="closer__title" id="closer-title">
            Your loop has a date.
            <br />
            Put one before it.
          </h2>
          <div class="offer">
            <p class="lede">
              {open.length > 0
                ? 'These are the next open times. Take one, or filter for who you need.'
                : 'Filter for the subject you lose on. Pick a person. Pick a time.'}
            </p>
            <ButtonLink href={urls.interviewers()} variant="primary" wide icon="arrow">
              Find an interviewer
            </ButtonLink>
          </div>
        </div>
        <Board open={open} zone={zone} />
      </div>
    </section>
  );
}

/** Reads like a departures board, behaves like a table. */
function Board({ open, zone }: { open: readonly OpenTime[]; zone: string }) {
  const [first] = open;
  if (!first) return null;
  return (
    <table class="board">
      <caption>
        <span>{nextTimesIn(zone, first.at)}</span>
        {open.some(({ person }) => person.isSample) && <SampleNote />}
      </caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Interviewer</th>
          <th scope="col">Work history</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody>
        {open.map(({ person, at }) => (
          <tr key={person.slug}>
            <td class="board__time">
              <When at={at} zone={zone} />
            </td>
            <th class="board__who" scope="row">
              <a href={urls.book(person.slug)}>
                <span class="sr-only">Book </span>
                {person.name}
              </a>
              <span class="board__subjects">{person.subjects.join(', ')}</span>
            </th>
            <td class="board__history">{person.summary}</td>
            <td class="board__price">
              <Price {...person.price} />
              <Icon name="arrow" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The instant as everywhere else, broken only between day and clock. */
function When({ at, zone }: { at: Date; zone: string }) {
  const [day, clock] = formatInstant(at, zone).split(', ');
  return (
    <time datetime={at.toISOString()}>
      <span class="nowrap">{day},</span> <span class="nowrap">{clock}</span>
    </time>
  );
}
