import { Plate } from '../../ui/plate.tsx';
import { Price } from '../../ui/price.tsx';
import { Tags } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { InterviewerSummary } from './domain.ts';

/**
 * One person in the list. The whole row leads to the profile: as a dialog over the list where the
 * script runs, as a page of its own otherwise. The first row is larger.
 */
export function InterviewerRow({
  person,
  lead,
  eager,
}: {
  person: InterviewerSummary;
  lead: boolean;
  eager: boolean;
}) {
  return (
    <li class={lead ? 'entry entry--lead' : 'entry'} id={`row-${person.slug}`}>
      <Plate portraitId={person.portraitId} name={person.name} signal={lead} eager={eager} />
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
            {person.name}
          </a>
        </h2>
        <p class="entry__headline">{person.headline}</p>
        {person.summary && <p class="entry__history">{person.summary}</p>}
        {person.line && (
          <p class="quip">
            <q>{person.line}</q>
          </p>
        )}
      </div>
      <div class="entry__tags">
        <Tags kind="subject" names={person.subjects.map(({ name }) => name)} />
        <Tags kind="technology" names={person.technologies.map(({ name }) => name)} />
      </div>
      <p class="entry__price">
        <Price {...person.price} />
        <small>per interview</small>
      </p>
    </li>
  );
}
