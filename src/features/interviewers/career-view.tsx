import { SubjectTag, Tags } from '../../ui/tag.tsx';
import { careerBars, type Tag, type WorkEntry } from './domain.ts';
import { coverOf } from './subjects.ts';

/** What a session in each subject is made of; subjects without words of their own share some. */
export function Covers({ subjects }: { subjects: readonly Tag[] }) {
  const others = subjects.filter(({ slug }) => !coverOf(slug));
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its bullets.
    <ul class="covers" role="list">
      {subjects.map(({ slug, name }) => {
        const text = coverOf(slug);
        return text ? (
          <li key={slug}>
            <SubjectTag name={name} />
            <p>{text}</p>
          </li>
        ) : null;
      })}
      {others.length > 0 && (
        <li class="covers__rest">
          <Tags kind="subject" names={others.map(({ name }) => name)} />
          <p>Questions at the level you ask for, and the follow-ups.</p>
        </li>
      )}
    </ul>
  );
}

/** Years down the side, a bar on a common time axis; the bar of today's job is the signal. */
export function Career({ history, thisYear }: { history: readonly WorkEntry[]; thisYear: number }) {
  const bars = careerBars(history, thisYear);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where CSS took its numbers.
    <ol class="career" role="list">
      {history.map((entry, index) => (
        <li key={`${entry.company}-${entry.title}-${entry.startYear}`}>
          <span class="career__years">
            {entry.startYear}–{entry.endYear ?? 'now'}
          </span>
          <span>
            <b>{entry.company}</b>, {entry.title}
          </span>
          <span
            class={entry.endYear === null ? 'career__bar career__bar--now' : 'career__bar'}
            style={`--from: ${bars[index]?.from.toFixed(1)}%; --to: ${bars[index]?.to.toFixed(1)}%`}
            aria-hidden="true"
          />
        </li>
      ))}
    </ol>
  );
}
