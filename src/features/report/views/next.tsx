import { ExternalLink } from '../../../ui/external-link.tsx';
import type { NextStep } from '../domain.ts';
import { stepsTitle, writtenSteps } from '../words.ts';

/** What to do about it. Size is the ranking. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const written = writtenSteps(steps);
  if (written.length === 0) return null;
  return (
    <section class="scorecard__part" aria-labelledby="next">
      <div class="scorecard__head">
        <h2 id="next">{stepsTitle(written.length)}</h2>
        {written.length > 1 && <p class="soft">The first one costs you the most.</p>}
      </div>
      <ol class="rank">
        {written.map(({ title, text, test, resource }, index) => (
          <li key={title}>
            <span class="rank__n" aria-hidden="true">
              {index + 1}
            </span>
            <div class="rank__do">
              <h3>{title}</h3>
              {text && <p class="scorecard__why">{text}</p>}
              {resource && (
                <p>
                  <ExternalLink href={resource}>{hostOf(resource)}</ExternalLink>
                </p>
              )}
            </div>
            {test && (
              <div class="rank__test">
                <p>
                  <b>You have fixed it when</b> {test}
                </p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
