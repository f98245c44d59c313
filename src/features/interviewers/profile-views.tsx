import { ButtonLink } from '../../ui/button.tsx';
import { CancellationTerms } from '../../ui/cancellation-terms.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type SocialImage, tabTitle } from '../../ui/document.tsx';
import { Icon } from '../../ui/icon.tsx';
import { profileJsonLd } from '../../ui/json-ld.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { SampleNote } from '../../ui/notice.tsx';
import { Plate } from '../../ui/plate.tsx';
import { Price } from '../../ui/price.tsx';
import { GuaranteePromise } from '../../ui/promise.tsx';
import { Ruler } from '../../ui/ruler.tsx';
import { Tags } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { Terms } from '../booking/domain.ts';
import type { Standing } from '../review/domain.ts';
import { Vitals, Words } from './about-view.tsx';
import { Career, Covers } from './career-view.tsx';
import { describeProfile } from './description.ts';
import { type InterviewerProfile, SESSION } from './domain.ts';
import type { OpenDay } from './openings-domain.ts';
import { Said } from './said-view.tsx';
import { NextTimes } from './times-view.tsx';

interface ProfileView {
  profile: InterviewerProfile;
  /** Their next open times, by day. */
  days: readonly OpenDay[];
  /** What candidates said of them. */
  standing: Standing;
  /** Now, for the clock on their wall and the end of the time axis. */
  now: Date;
  /** The visitor's zone. */
  zone: string;
  contact: string;
  /** What a booking made now is promised. */
  terms: Terms;
}

/** The profile at its own address: what a search engine, a shared link or a new tab shows. */
export function ProfilePage({ shell, image, ...view }: ProfileView & { shell: Shell; image: SocialImage }) {
  const { profile } = view;
  return (
    <SiteLayout
      shell={shell}
      title={profile.name}
      description={describeProfile(profile)}
      image={image}
      jsonLd={profileJsonLd(shell.publicUrl, profile)}
    >
      <main id="main">
        <div class="frame">
          <p class="profile-back">
            <a class="textlink textlink--back" href={urls.interviewers()}>
              <Icon name="back" /> All interviewers
            </a>
          </p>
          <article class="profile profile--page" aria-labelledby="profile-name">
            <Profile {...view} as="h1" />
          </article>
        </div>
      </main>
    </SiteLayout>
  );
}

/** The same profile over the list. */
export function ProfileDialog(view: ProfileView) {
  return (
    <Dialog
      id="profile"
      labelledBy="profile-name"
      title={tabTitle(view.profile.name)}
      closeTo={urls.interviewers()}
      closeLabel="All interviewers"
    >
      <div class="profile">
        <Profile {...view} as="h2" />
      </div>
    </Dialog>
  );
}

function Profile({ as: Heading, ...view }: ProfileView & { as: 'h1' | 'h2' }) {
  const { profile, now } = view;
  const Part = Heading === 'h1' ? 'h2' : 'h3';
  return (
    <>
      <div class="profile__head">
        <Plate
          portraitId={profile.portraitId}
          name={profile.name}
          sizes="(width < 48rem) 67vw, 27rem"
          signal
          eager
        />
        <p class="profile__figure">
          <b>
            <Price {...profile.price} />
          </b>
          per interview, feedback included
        </p>
        <div class="profile__who">
          <Heading id="profile-name" class="profile__name" tabindex={-1}>
            <bdi>{profile.name}</bdi>
          </Heading>
          {profile.headline && (
            <p class="lede">
              <bdi>{profile.headline}</bdi>
            </p>
          )}
          <Vitals profile={profile} now={now} />
        </div>
      </div>
      <div class="profile__cols">
        <div class="profile__main">
          <Words profile={profile} />
          {(profile.subjects.length > 0 || profile.covers.trim()) && (
            <section>
              <Part class="profile__part">What an hour with me covers</Part>
              {profile.covers.trim() && (
                <div class="profile__covers prose">
                  <Markdown text={profile.covers} />
                </div>
              )}
              <Covers subjects={profile.subjects} />
            </section>
          )}
          {profile.technologies.length > 0 && (
            <section>
              <Part class="profile__part">Technologies</Part>
              <Tags kind="technology" names={profile.technologies.map(({ name }) => name)} />
            </section>
          )}
          {profile.workHistory.length > 0 && (
            <section>
              <Part class="profile__part">Work history</Part>
              {profile.summary && <p class="profile__summary">{profile.summary}</p>}
              <Career history={profile.workHistory} thisYear={now.getUTCFullYear()} />
            </section>
          )}
          {view.standing.reviews.length > 0 && (
            <section>
              <Part class="profile__part">What candidates said</Part>
              <Said standing={view.standing} />
            </section>
          )}
          {profile.isSample && <SampleNote>Sample profile. Not a real person.</SampleNote>}
        </div>
        <Offer {...view} as={Part} />
      </div>
      {profile.bookable && (
        <div class="profile__dock">
          <ButtonLink
            href={urls.book(profile.slug)}
            variant="primary"
            wide
            tail={<Price {...profile.price} />}
          >
            Book an interview
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Offer({ profile, as, terms, ...times }: ProfileView & { as: 'h2' | 'h3' }) {
  return (
    <aside class="profile__side" aria-label="Book">
      <p class="profile__price">
        <b>
          <Price {...profile.price} />
        </b>{' '}
        <span>
          per interview,
          <br />
          feedback included
        </span>
      </p>
      {profile.bookable ? (
        <ButtonLink href={urls.book(profile.slug)} variant="primary" wide icon="arrow">
          Book an interview
        </ButtonLink>
      ) : (
        <p class="small">
          No times can be picked right now: the calendar is disconnected. An interview that is already booked
          stands. <a href={urls.interviewers()}>Look at the others</a>, or come back in a day.
        </p>
      )}
      <Ruler />
      {profile.bookable && profile.calendarRead && <NextTimes slug={profile.slug} as={as} {...times} />}
      <p class="profile__session">
        {SESSION.interviewMinutes} minutes of technical interview, in the subject and technologies you choose.
        Then {SESSION.feedbackMinutes} minutes on what you did and what to change.
      </p>
      <GuaranteePromise days={terms.guaranteeDays} />
      <CancellationTerms hours={terms.freeCancelHours} />
    </aside>
  );
}
