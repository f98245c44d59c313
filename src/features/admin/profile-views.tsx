import { Button, ButtonLink } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PicksField } from '../../ui/picks.tsx';
import { STANDING_WORDS } from '../../ui/standing.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { allZones } from '../../zones.ts';
import type { Tag } from '../interviewers/domain.ts';
import type { PanelOwner } from './domain.ts';
import { PhotoPart, type PhotoProps } from './photo-views.tsx';
import type { OwnProfile, TagChoices } from './profile-domain.ts';
import { hasProblems, type ProfileProblems, type ProfileValues } from './profile-form.ts';
import { ProfileCard } from './profile-preview.tsx';
import { LIMITS } from './profile-schema.ts';
import { WorkHistoryFields } from './work-history-views.tsx';

interface FormProps {
  owner: PanelOwner;
  choices: TagChoices;
  values: ProfileValues;
  problems: ProfileProblems;
}

/** The public profile, to be edited on the left; as it stands now on the right. */
export function ProfilePage({
  shell,
  profile,
  photograph,
  refused,
  saved = false,
  ...form
}: FormProps & Omit<PhotoProps, 'owner'> & { shell: Shell; profile: OwnProfile; saved?: boolean }) {
  const { owner, choices, problems } = form;
  const isWrong = hasProblems(problems);
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
              {saved && !isWrong && (
                <Notice tone="done" title="Saved.">
                  <p>
                    {owner.standing === 'live' ? (
                      <>
                        The public page says so already.{' '}
                        <a href={urls.interviewer(owner.slug)}>See it live</a>
                      </>
                    ) : (
                      STANDING_WORDS[owner.standing]
                    )}
                  </p>
                </Notice>
              )}
              {isWrong && (
                <Notice tone="error" title="Not saved yet.">
                  <p>
                    Some of it needs another look. What you typed is still here, with a word at each field.
                  </p>
                </Notice>
              )}
              <PhotoPart owner={owner} photograph={photograph} refused={refused} />
              <ProfileForm {...form} />
            </div>
            <aside class="sticky" aria-label="As it stands">
              <ProfileCard owner={owner} profile={profile} choices={choices} />
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

function ProfileForm({ choices, values, problems }: FormProps) {
  const { errors, workErrors } = problems;
  const isWrong = hasProblems(problems);
  return (
    <form class="form editor" method="post" action={urls.adminProfile()}>
      <fieldset class="form__part">
        <legend>On the card</legend>
        <div class="form__pair">
          <TextField
            name="name"
            label="Name"
            value={values.name}
            error={errors.name}
            maxLength={LIMITS.name}
            autocomplete="name"
            required
          />
          <TextField
            name="rate"
            label="Price per interview"
            prefix="$"
            suffix="USD"
            inputmode="decimal"
            value={values.rate}
            error={errors.rate}
            maxLength={12}
            required
          />
        </div>
        <TextField
          name="headline"
          label="Headline"
          hint="What you are for, not what you are called."
          value={values.headline}
          error={errors.headline}
          maxLength={LIMITS.headline}
          required
        />
        <TextField
          name="line"
          label="How you interview, in one line"
          hint="A thing you do, said the way you would say it. Not a promise."
          value={values.line}
          error={errors.line}
          maxLength={LIMITS.line}
        />
        <TextField
          name="summary"
          label="Where you have worked"
          hint="The short version. Names people know, then how long."
          value={values.summary}
          error={errors.summary}
          maxLength={LIMITS.summary}
        />
      </fieldset>
      <TagFields choices={choices} values={values} errors={errors} />
      <fieldset class="form__part">
        <legend>On the profile</legend>
        <TextArea
          name="bio"
          label="About you"
          hint="What you look for in the hour, and what you do with the half hour after it."
          rows={8}
          value={values.bio}
          error={errors.bio}
          maxLength={LIMITS.bio}
        />
        <div class="form__pair">
          <SelectField
            name="timeZone"
            label="Time zone"
            hint="Every time in this panel is in it."
            options={zoneOptions(values.timeZone)}
            value={values.timeZone}
            error={errors.timeZone}
            required
          />
          <TextField
            name="languages"
            label="Languages"
            hint="With commas between them."
            value={values.languages}
            error={errors.languages}
            required
          />
        </div>
      </fieldset>
      <WorkHistoryFields rows={values.work} errors={workErrors} error={errors.work} />
      <div class="savebar">
        <p>{isWrong && <span class="status status--ack">Not saved yet</span>}</p>
        <ButtonLink href={urls.adminProfile()} small>
          Discard
        </ButtonLink>
        <Button variant="primary" small icon="check">
          Save profile
        </Button>
      </div>
    </form>
  );
}

function TagFields({
  choices,
  values,
  errors,
}: Pick<FormProps, 'choices' | 'values'> & Pick<ProfileProblems, 'errors'>) {
  return (
    <fieldset class="form__part">
      <legend>What you interview in</legend>
      <PicksField
        type="checkbox"
        name="subjects"
        label="Subjects"
        options={choices.subjects.map(toOption)}
        chosen={values.subjects}
        error={errors.subjects}
      />
      <PicksField
        type="checkbox"
        name="technologies"
        label="Technologies"
        look="technology"
        options={choices.technologies.map(toOption)}
        chosen={values.technologies}
        error={errors.technologies}
      />
      <TextField
        name="newTechnologies"
        label="One that is missing"
        note="Optional"
        hint={`Up to ${LIMITS.newTechnologies}, with commas between them. Others can then pick them too.`}
        value={values.newTechnologies}
        error={errors.newTechnologies}
      />
    </fieldset>
  );
}

const toOption = ({ slug, name }: Tag) => ({ value: slug, label: name });

function zoneOptions(current: string) {
  const zones = allZones.includes(current) || current === '' ? allZones : [current, ...allZones];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ' / ') }));
}
