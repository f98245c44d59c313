import { Time } from '../../../ui/time.tsx';
import { VerdictsPage } from '../../../ui/verdicts.tsx';
import { urls } from '../../../urls.ts';
import type { SignedInUser } from '../../../web/auth.ts';
import type { Shell } from '../../../web/env.ts';
import { type ReviewCase, WORTH_WORDS } from '../domain.ts';

/** Every review that may be published: what waits for a yes or no, and what was decided last. */
export function ReviewsPage({
  zone,
  ...page
}: {
  shell: Shell;
  user: SignedInUser;
  cases: readonly ReviewCase[];
  zone: string;
}) {
  return (
    <VerdictsPage
      {...page}
      title="Reviews"
      heading={{ none: 'No review waits.', some: 'What candidates said.' }}
      about="Only what they gave leave to show. Approve what is true and about the session, also when it hurts."
      idOf={({ bookingId }) => bookingId}
      verdictOf={({ decision }) => decision && VERDICTS[decision]}
      action={urls.operatorReview}
      choices={() => CHOICES}
      show={(one) => <Said one={one} zone={zone} />}
    />
  );
}

const CHOICES = [
  ['approved', 'Show on the profile'],
  ['approved-home', 'On the home page, too'],
  ['declined', 'Do not show'],
] as const;

const VERDICTS = {
  approved: { label: 'Shown', good: true },
  declined: { label: 'Not shown', good: false },
};

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
