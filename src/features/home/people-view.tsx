import { Icon } from '../../ui/icon.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { Plate } from '../../ui/plate.tsx';
import { Price } from '../../ui/price.tsx';
import { Time } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Highlight } from './domain.ts';
import { nextTimesIn } from './zone-note.ts';

/** A few of those who can be booked, each with a price and the next open time. */
export function People({ people, zone }: { people: readonly Highlight[]; zone: string }) {
  if (people.length === 0) return null;
  const next = people.find(({ nextOpenAt }) => nextOpenAt)?.nextOpenAt;
  return (
    <section class="section" id="interviewers" aria-labelledby="people-title" data-zone={zone}>
      <div class="frame">
        <div class="split section-head">
          <h2 id="people-title">Pick who asks the questions.</h2>
          <div class="people__about">
            <a class="textlink" href={urls.interviewers()}>
              All interviewers <Icon name="arrow" />
            </a>
            {next && <p class="small">{nextTimesIn(zone, next)}</p>}
            {people.some(({ isSample }) => isSample) && <SampleNote>Sample profiles</SampleNote>}
          </div>
        </div>
        <ul class="people">
          {people.map((person) => (
            <Person key={person.slug} person={person} zone={zone} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Person({ person, zone }: { person: Highlight; zone: string }) {
  return (
    <li class="person" data-carries>
      <Plate portraitId={person.portraitId} name={person.name} sizes="(width < 40rem) 7rem, 20rem" />
      <div class="person__body">
        <h3 class="person__name">
          <a href={urls.interviewer(person.slug)}>{person.name}</a>
        </h3>
        <p class="person__headline">{person.headline}</p>
        <p class="person__line">{person.summary}</p>
        <p class="person__foot">
          <span class="person__price">
            <Price {...person.price} />
          </span>
          {person.nextOpenAt ? (
            <span class="person__next">
              <span class="sr-only">Next open time: </span>
              <Time at={person.nextOpenAt} zone={zone} />
            </span>
          ) : (
            person.calendarRead && <span class="muted">No open times now</span>
          )}
        </p>
      </div>
    </li>
  );
}
