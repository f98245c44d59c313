import { ExternalLink } from '../../../ui/external-link.tsx';
import type { NextStep } from '../domain.ts';

const NUMBERS = ['No', 'One', 'Two', 'Three'];

/** What to do about it. Size is the ranking. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const written = steps.filter(({ title }) => title);
  if (written.length === 0) return null;
  return (
    <section class="scorecard__part" aria-labelledby="next">
      <div class="scorecard__head">
        <h2 id="next">
          {NUMBERS[written.length]} {written.length === 1 ? 'thing.' : 'things, in this order.'}
        </h2>
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
