import { Time } from '../../../ui/time.tsx';
import { VerdictsPage } from '../../../ui/verdicts.tsx';
import { urls } from '../../../urls.ts';
import type { SignedInUser } from '../../../web/auth.ts';
import type { Shell } from '../../../web/env.ts';
import type { SuggestionCase } from '../domain.ts';

/** Technologies that members miss: what waits for a yes or no, and what was decided last. */
export function SuggestionsPage({
  zone,
  ...page
}: {
  shell: Shell;
  user: SignedInUser;
  cases: readonly SuggestionCase[];
  zone: string;
}) {
  return (
    <VerdictsPage
      {...page}
      title="Technologies"
      heading={{ none: 'No technology is missed.', some: 'What members miss.' }}
      about="Added, everybody can choose it and filter by it, and it is on the profile of who missed it. Either way they get a mail."
      idOf={({ id }) => id}
      verdictOf={({ decision }) => decision && VERDICTS[decision]}
      action={urls.operatorSuggestion}
      choices={({ name }) => [
        ['added', `Add ${name}`],
        ['declined', 'Do not add'],
      ]}
      show={(one) => <Suggested one={one} zone={zone} />}
    />
  );
}

const VERDICTS = {
  added: { label: 'Added', good: true },
  declined: { label: 'Not added', good: false },
};

function Suggested({ one, zone }: { one: SuggestionCase; zone: string }) {
  return (
    <div class="stack stack--tight">
      <p>
        <b>{one.name}</b> <span class="soft">would stand in addresses as</span>{' '}
        <span class="mono">{one.slug}</span>
      </p>
      <p class="small soft">
        {one.interviewer}, <Time at={one.suggestedAt} zone={zone} />
      </p>
    </div>
  );
}
