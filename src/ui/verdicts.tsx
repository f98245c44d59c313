import type { ComponentChildren } from 'preact';
import type { SignedInUser } from '../web/auth.ts';
import type { Shell } from '../web/env.ts';
import { Button } from './button.tsx';
import { PanelLayout } from './layout.tsx';

/** One way a person decides: what the form sends, and what its key says. The first is the one expected. */
export type Choice = readonly [decision: string, label: string];

interface Verdict {
  label: string;
  good: boolean;
}

/** A page of the desk with what waits for a yes or no, and what was decided last. */
export function VerdictsPage<Case>({
  shell,
  user,
  title,
  heading,
  about,
  cases,
  idOf,
  verdictOf,
  action,
  choices,
  show,
}: {
  shell: Shell;
  user: SignedInUser;
  title: string;
  heading: { none: string; some: string };
  about: string;
  cases: readonly Case[];
  idOf: (one: Case) => string;
  /** Null: it waits. */
  verdictOf: (one: Case) => Verdict | null;
  /** Where a decision is sent. */
  action: (id: string) => string;
  choices: (one: Case) => readonly Choice[];
  show: (one: Case) => ComponentChildren;
}) {
  const judged = cases.map((one) => ({ one, id: idOf(one), verdict: verdictOf(one) }));
  const waiting = judged.filter(({ verdict }) => !verdict);
  const decided = judged.filter(({ verdict }) => verdict);
  return (
    <PanelLayout shell={shell} title={title} desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{waiting.length === 0 ? heading.none : heading.some}</h1>
            <p>{about}</p>
          </div>
          <ol class="verdicts">
            {waiting.map(({ one, id }) => (
              <li key={id} class="verdicts__row">
                {show(one)}
                <form class="cluster" method="post" action={action(id)}>
                  {choices(one).map(([decision, label], index) => (
                    <Button
                      key={decision}
                      small
                      {...(index === 0 && { variant: 'primary' })}
                      name="decision"
                      value={decision}
                    >
                      {label}
                    </Button>
                  ))}
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
                {decided.map(({ one, id, verdict }) => (
                  <li key={id} class="verdicts__row">
                    {show(one)}
                    <span class={verdict?.good ? 'status status--confirmed' : 'status'}>
                      {verdict?.label}
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
