import { Button } from '../../../ui/button.tsx';
import { PanelLayout } from '../../../ui/layout.tsx';
import { Time } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { SignedInUser } from '../../../web/auth.ts';
import type { Shell } from '../../../web/env.ts';
import { type ReviewCase, WORTH_WORDS } from '../domain.ts';

/** Every review that may be published: what waits for a yes or no, and what was decided last. */
export function ReviewsPage({
  shell,
  user,
  cases,
  zone,
}: {
  shell: Shell;
  user: SignedInUser;
  cases: readonly ReviewCase[];
  zone: string;
}) {
  const waiting = cases.filter(({ decision }) => !decision);
  const decided = cases.filter(({ decision }) => decision);
  return (
    <PanelLayout shell={shell} title="Reviews" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{waiting.length === 0 ? 'No review waits.' : 'What candidates said.'}</h1>
            <p>
              Only what they gave leave to show. Approve what is true and about the session, also when it
              hurts.
            </p>
          </div>
          <ol class="verdicts">
            {waiting.map((one) => (
              <li key={one.bookingId} class="verdicts__row">
                <Said one={one} zone={zone} />
                <form class="cluster" method="post" action={urls.operatorReview(one.bookingId)}>
                  <Button small variant="primary" name="decision" value="approved">
                    Show on the profile
                  </Button>
                  <Button small name="decision" value="approved-home">
                    On the home page, too
                  </Button>
                  <Button small name="decision" value="declined">
                    Do not show
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
                  <li key={one.bookingId} class="verdicts__row">
                    <Said one={one} zone={zone} />
                    <span class={one.decision === 'approved' ? 'status status--confirmed' : 'status'}>
                      {one.decision === 'approved' ? 'Shown' : 'Not shown'}
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

function Said({ one, zone }: { one: ReviewCase; zone: string }) {
  return (
    <div class="stack stack--tight">
      <p>
        <b>{WORTH_WORDS[one.rating]}.</b> <q>{one.words}</q>
      </p>
      <p class="small soft">
        “{one.attribution}” about {one.interviewer}, <Time at={one.writtenAt} zone={zone} />,{' '}
        <a href={urls.operatorBooking(one.bookingId)}>{one.reference}</a>
      </p>
    </div>
  );
}
