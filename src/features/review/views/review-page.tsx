import { Button } from '../../../ui/button.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { FieldError } from '../../../ui/field-parts.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PicksField } from '../../../ui/picks.tsx';
import { GuaranteePromise } from '../../../ui/promise.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { type KeptReview, MOST, WORTH_WORDS, type WorthRating } from '../domain.ts';
import type { ReviewForm } from '../form.ts';

interface Props {
  shell: Shell;
  bookingId: string;
  /** First name. */
  interviewer: string;
  form: ReviewForm;
  /** What they said before. */
  kept: KeptReview | null;
  /** Until when the money can be asked for, where it can. */
  guaranteeUntil: Date | null;
  zone: string;
}

const RATINGS: readonly WorthRating[] = [1, 2, 3, 4];

/** Whether it was worth it: four steps, a few words, and whether others may read them. */
export function ReviewPage({ shell, bookingId, interviewer, form, kept, guaranteeUntil, zone }: Props) {
  const { values, errors } = form;
  const isWrong = Object.keys(errors).length > 0;
  return (
    <SiteLayout shell={shell} title="Was it worth it?" area="report" noindex>
      <main id="main" class="opinion">
        <div class="frame">
          <p class="scorecard__tools">
            <a class="textlink light" href={urls.booking(bookingId)}>
              <Icon name="back" /> Your booking
            </a>
          </p>
          <div class="split split--top split--ruled">
            <form class="opinion__form" method="post" action={urls.bookingReview(bookingId)} novalidate>
              <h1>Was it worth it?</h1>
              {isWrong && (
                <Notice tone="error" title="Not saved yet.">
                  <p>What you wrote is still here, with a word at each field.</p>
                </Notice>
              )}
              <fieldset
                class="rate"
                id="rating"
                aria-describedby={errors.rating ? 'rating-error' : undefined}
              >
                <legend class="sr-only">Was it worth it?</legend>
                {RATINGS.map((rating) => (
                  <label key={rating}>
                    <input
                      type="radio"
                      name="rating"
                      value={rating}
                      checked={String(rating) === values.rating}
                      required
                    />
                    <span>{WORTH_WORDS[rating]}</span>
                  </label>
                ))}
              </fieldset>
              <FieldError name="rating" label="" error={errors.rating} />
              <TextArea
                name="words"
                label="In a few words"
                note="Optional"
                hint={`What did you do differently afterwards? ${interviewer} reads it either way.`}
                rows={4}
                value={String(values.words ?? '')}
                error={errors.words}
                maxLength={MOST.words}
              />
              <PicksField
                name="mayPublish"
                type="checkbox"
                label="May others read it?"
                hint={`On ${interviewer}’s profile, and maybe on the home page, once a person here has read it. You can take it back at any time.`}
                options={[{ value: 'yes', label: 'Others may read it' }]}
                chosen={values.mayPublish === 'yes' ? ['yes'] : []}
              />
              <TextField
                name="attribution"
                label="Named as"
                note="Where others may read it"
                hint="Your name, or “Backend engineer, Lisbon”. It is shown as you write it."
                value={String(values.attribution ?? '')}
                error={errors.attribution}
                maxLength={MOST.attribution}
                autocomplete="off"
              />
              <Button variant="primary" icon="check">
                Say so
              </Button>
            </form>
            <aside class="opinion__aside">
              {guaranteeUntil && (
                <>
                  <GuaranteePromise bare />
                  <p class="small">
                    <a href={`${urls.booking(bookingId)}#worth`}>Ask for the money</a>, until{' '}
                    {formatInstant(guaranteeUntil, zone)}. Saying something here changes nothing about it.
                  </p>
                </>
              )}
              {kept?.mayPublish && <Leave bookingId={bookingId} kept={kept} />}
            </aside>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}

/** What became of the leave to publish, and the key that takes it back. */
export function Leave({ bookingId, kept }: { bookingId: string; kept: KeptReview }) {
  return (
    <form class="stack stack--tight" method="post" action={urls.bookingReviewWithdrawal(bookingId)}>
      <p class="small soft">
        {kept.decision === 'approved'
          ? `Others read it, as from “${kept.attribution}”.`
          : kept.decision === 'declined'
            ? 'A person here has read it. It is not shown.'
            : 'Nobody but your interviewer has read it yet. A person here does before it is shown.'}
      </p>
      {kept.decision !== 'declined' && <Button small>Take it back from the site</Button>}
    </form>
  );
}

/** Once it is said: thanks, what was said, and the way to take it back. */
export function ReviewThanks({
  shell,
  bookingId,
  interviewer,
  kept,
}: {
  shell: Shell;
  bookingId: string;
  interviewer: string;
  kept: KeptReview;
}) {
  return (
    <SiteLayout shell={shell} title="What you said" area="report" noindex>
      <main id="main" class="opinion">
        <div class="frame">
          <p class="scorecard__tools">
            <a class="textlink light" href={urls.booking(bookingId)}>
              <Icon name="back" /> Your booking
            </a>
          </p>
          <div class="split split--top split--ruled">
            <div class="opinion__form">
              <h1>You said: {WORTH_WORDS[kept.rating].toLowerCase()}.</h1>
              {kept.words && <blockquote class="opinion__words">{kept.words}</blockquote>}
              <p class="soft">{interviewer} reads it. Thank you for saying it.</p>
              {!kept.decision && (
                <p>
                  <a href={urls.bookingReview(bookingId, 'change')}>Change what you said</a>
                </p>
              )}
            </div>
            <aside class="opinion__aside">
              {kept.mayPublish && <Leave bookingId={bookingId} kept={kept} />}
            </aside>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}
