import { Button } from '../../../ui/button.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Time } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { SignedInUser } from '../../../web/auth.ts';
import type { Shell } from '../../../web/env.ts';
import type { SuggestionCase } from '../domain.ts';

/** Technologies that members miss: what waits for a yes or no, and what was decided last. */
export function SuggestionsPage({
  shell,
  user,
  cases,
  zone,
}: {
  shell: Shell;
  user: SignedInUser;
  cases: readonly SuggestionCase[];
  zone: string;
}) {
  const waiting = cases.filter(({ decision }) => !decision);
  const decided = cases.filter(({ decision }) => decision);
  return (
    <PanelLayout shell={shell} title="Technologies" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{waiting.length === 0 ? 'No technology is missed.' : 'What members miss.'}</h1>
            <p>
              Added, everybody can choose it and filter by it, and it is on the profile of who missed it.
              Either way they get a mail.
            </p>
          </div>
          <ol class="verdicts">
            {waiting.map((one) => (
              <li key={one.id} class="verdicts__row">
                <Suggested one={one} zone={zone} />
                <form class="cluster" method="post" action={urls.operatorSuggestion(one.id)}>
                  <Button small variant="primary" name="decision" value="added">
                    Add {one.name}
                  </Button>
                  <Button small name="decision" value="declined">
                    Do not add
                  </Button>
                </form>
              </li>
            ))}
          </ol>
          {decided.length > 0 && (
            <section class="after" aria-labelledby="decided">
              <h2 class="past__title" id="decided">
                Decided
              </h2>
              <ol class="verdicts">
                {decided.map((one) => (
                  <li key={one.id} class="verdicts__row">
                    <Suggested one={one} zone={zone} />
                    <span class={one.decision === 'added' ? 'status status--confirmed' : 'status'}>
                      {one.decision === 'added' ? 'Added' : 'Not added'}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </main>
    </PanelLayout>
  );
}

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
