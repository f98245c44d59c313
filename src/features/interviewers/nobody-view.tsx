import { ButtonLink } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { urls } from '../../urls.ts';
import { everyoneAs } from './address-domain.ts';
import { aloneOf, type Catalogue, loosenings } from './catalogue-domain.ts';
import { inDollars } from './price-domain.ts';

/** Nobody fits: say what was asked, and what letting go of each part would bring back. */
export function Nobody({ catalogue, contact }: { catalogue: Catalogue; contact: string }) {
  const { applied, choice, total } = catalogue;
  const loosened = loosenings(catalogue).map((way) => ({ ...way, label: way.without }));
  const alone = aloneOf(catalogue).map(({ label, alone: way }) => ({ label: `Only ${label}`, ...way }));
  const ways = loosened.length > 0 ? loosened : alone;
  return (
    <section class="none" aria-labelledby="none-title">
      <div class="stack">
        <h2 id="none-title">{nobodyDoes(catalogue)}</h2>
        {applied.length > 1 && (
          <p class="soft">
            {loosened.length > 0 ? 'Let go of one. ' : 'Letting go of one is not enough. '}
            {ways.length > 0 && 'The number is how many people you would get.'}
          </p>
        )}
      </div>
      <ul class="none__list">
        {ways.map((way) => (
          <li key={way.label}>
            <ButtonLink href={urls.interviewers(way.choice)} wide tail={way.count}>
              {way.label}
            </ButtonLink>
          </li>
        ))}
        {applied.length !== 1 || ways.length === 0 ? (
          <li>
            <ButtonLink href={urls.interviewers(everyoneAs(choice))} wide tail={total}>
              Everyone
            </ButtonLink>
          </li>
        ) : null}
      </ul>
      <p class="soft">
        Nothing there either? <ExternalLink href={`mailto:${contact}`}>Tell us what you need</ExternalLink>.
        One of us may know someone.
      </p>
    </section>
  );
}

/** "Nobody does Mobile and Go for $150 or less in Spanish, in the next 48 hours." */
function nobodyDoes({ applied, choice }: Catalogue): string {
  const of = (...kinds: string[]) =>
    applied.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label);
  if (choice.q && applied.length === 1) return `Nobody here fits “${choice.q}”.`;
  const tags = of('subject', 'technology');
  const parts = ['Nobody'];
  if (choice.q) parts.push(`who fits “${choice.q}”`);
  parts.push(tags.length > 0 ? `does ${inWords(tags)}` : 'interviews');
  if (choice.max !== null) parts.push(`for ${inDollars(choice.max)} or less`);
  if (choice.language.length > 0) parts.push(`in ${inWords(choice.language)}`);
  if (choice.when) parts.push(WHEN[choice.when]);
  return `${parts.join(' ')}.`;
}

const WHEN = {
  '48h': 'in the next 48 hours',
  week: 'in the next 7 days',
  weekend: 'this weekend',
} as const;

function inWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The list before anybody has opened their calendar. */
export function NobodyYet() {
  return (
    <section class="none">
      <div class="stack">
        <h2>Nobody to book right now.</h2>
        <p class="soft">No interviewer has opened their calendar yet. Come back in a few days.</p>
        <p>
          <ButtonLink href={urls.home()} icon="arrow">
            How it works
          </ButtonLink>
        </p>
      </div>
    </section>
  );
}
