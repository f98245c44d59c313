import { Markdown } from '../../ui/markdown.tsx';
import { Plate } from '../../ui/plate.tsx';
import { formatPrice } from '../../ui/price.tsx';
import { StandingStatus } from '../../ui/standing.tsx';
import { Tags } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Tag } from '../interviewers/domain.ts';
import type { PanelOwner } from './domain.ts';
import type { OwnProfile, TagChoices } from './profile-domain.ts';

/** The profile as candidates see it now, in the words of the list. */
export function ProfileCard({
  owner,
  profile,
  choices,
}: {
  owner: PanelOwner;
  profile: OwnProfile;
  choices: TagChoices;
}) {
  return (
    <div class="preview">
      <div class="preview__bar">
        <span>On the list</span>
        <StandingStatus standing={owner.standing} />
      </div>
      <div class="preview__card">
        <div id="card-portrait">
          <Plate portraitId={owner.portraitId} name={profile.name} />
        </div>
        <div>
          <h2 class="preview__name">{profile.name}</h2>
          <p class="preview__headline">{profile.headline}</p>
          <p class="small soft">{profile.summary}</p>
        </div>
        {profile.line && (
          <p class="quip">
            <q>{profile.line}</q>
          </p>
        )}
        <div class="stack stack--tight">
          <Tags kind="subject" names={namesOf(profile.subjects, choices.subjects)} />
          <Tags kind="technology" names={namesOf(profile.technologies, choices.technologies)} />
        </div>
        <p class="preview__price">
          {formatPrice(profile.price)} <small>per interview</small>
        </p>
      </div>
      {profile.bio.trim() && (
        <section class="preview__bio prose" tabindex={0} aria-label="About you, as it reads">
          <Markdown text={profile.bio} />
        </section>
      )}
      <p class="preview__note">
        Bookings already made keep the price they were made at.{' '}
        {owner.standing === 'live' ? (
          <a href={urls.interviewer(owner.slug)}>See it live</a>
        ) : (
          'Nobody else sees it now.'
        )}
      </p>
    </div>
  );
}

function namesOf(slugs: readonly string[], tags: readonly Tag[]): string[] {
  return slugs.flatMap((slug) => tags.find((tag) => tag.slug === slug)?.name ?? []);
}
