import { PanelLayout } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { OwnSuggestion } from '../suggestions/domain.ts';
import type { PanelOwner } from './domain.ts';
import type { PartState } from './part-form.tsx';
import { PhotoPart, type PhotoProps } from './photo-views.tsx';
import { type OwnProfile, PARTS, type Part, type TagChoices } from './profile-domain.ts';
import { NO_PROBLEMS, type ProfileProblems, type ProfileValues, toValues } from './profile-form.ts';
import { ProfilePart, type RateFacts } from './profile-parts.tsx';
import { ProfileCard } from './profile-preview.tsx';
import { Publication } from './publication.tsx';

/** What was just done to one part, and how it went. */
export interface Done {
  part: Part;
  values?: ProfileValues;
  problems?: ProfileProblems;
  state?: Partial<PartState>;
}

export interface ProfileProps extends Omit<PhotoProps, 'owner'> {
  owner: PanelOwner;
  profile: OwnProfile;
  choices: TagChoices;
  version: number;
  rate: RateFacts;
  suggestions: readonly OwnSuggestion[];
  done?: Done | undefined;
}

/** The public profile, part by part on the left; as the list shows it on the right. */
export function ProfilePage({ shell, photograph, refused, ...props }: ProfileProps & { shell: Shell }) {
  const { owner, profile, choices } = props;
  return (
    <PanelLayout shell={shell} title="Profile" person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>Your profile.</h1>
            <p>This is all anyone knows about you before they pay.</p>
          </div>
          <div class="split split--top">
            <div>
              <PhotoPart owner={owner} photograph={photograph} refused={refused} />
              <div id="editor">
                {PARTS.map((part) => (
                  <OnePart key={part} part={part} {...props} />
                ))}
              </div>
            </div>
            <aside class="sticky stack" aria-label="Preview">
              <div
                id="card"
                hx-post={urls.adminProfilePreview()}
                hx-trigger="input from:#editor delay:250ms"
                hx-include="#editor"
                hx-swap="innerHTML"
                {...ONLY_GOOD_NEWS}
              >
                <ProfileCard owner={owner} profile={profile} choices={choices} />
              </div>
              <Publication owner={owner} />
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

/** A preview that fails leaves the one before. */
const ONLY_GOOD_NEWS = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' };

/** A part as it stands, or as it came back from what was just done to it. */
export function OnePart({
  part,
  profile,
  choices,
  version,
  rate,
  suggestions,
  done,
}: Omit<ProfileProps, 'photograph'> & { part: Part }) {
  const its = done?.part === part ? done : undefined;
  return (
    <ProfilePart
      part={part}
      values={its?.values ?? toValues(profile)}
      choices={choices}
      rate={rate}
      suggestions={suggestions}
      problems={its?.problems ?? NO_PROBLEMS}
      state={{ version, ...its?.state }}
    />
  );
}
