import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/plate.tsx';
import { urls } from '../../urls.ts';
import type { PanelOwner } from './domain.ts';
import {
  LEAST_SIDE,
  type Look,
  lookOf,
  PHOTO_LIMIT,
  PHOTO_REFUSALS,
  type Photograph,
  type PhotoRefusal,
} from './photo-domain.ts';

export interface PhotoProps {
  owner: PanelOwner;
  photograph: Photograph | null;
  /** Why what was sent just now is not it. */
  refused?: PhotoRefusal | undefined;
}

/** The portrait: what everybody sees, what could be seen instead, and the way to give another photograph. */
export function PhotoPart({ owner, photograph, refused }: PhotoProps) {
  return (
    <section class="form__part photo" id="photo" aria-labelledby="photo-title">
      <h2 id="photo-title">Portrait</h2>
      <div class="photo__problem" id="photo-problem" />
      <template id="photo-lost">
        <Notice tone="error" title="We did not get through.">
          <p>Your portrait is what it was. Check your connection and send the photo once more.</p>
        </Notice>
      </template>
      {photograph ? (
        <Looks owner={owner} photograph={photograph} />
      ) : (
        <div class="photo__now">
          <Plate portraitId={owner.portraitId} name={owner.name} />
          <p class="small soft">
            {owner.portraitId
              ? 'This is what everybody sees. A photo of yours can take its place.'
              : 'Until there is a photo, everybody sees your initials.'}
          </p>
        </div>
      )}
      <Upload again={photograph !== null} refused={refused} />
    </section>
  );
}

const LOOKS: Record<Look, { name: string; about: string }> = {
  ink: { name: 'In ink', about: 'Drawn in the one ink of this site, like the plates around it.' },
  plain: { name: 'Photograph', about: 'As you sent it, cropped.' },
};

function Looks({ owner, photograph }: { owner: PanelOwner; photograph: Photograph }) {
  const shown = lookOf(photograph, owner.portraitId);
  const ids = { ink: photograph.inkId, plain: photograph.plainId };
  return (
    <>
      <PhotoForm action={urls.adminPortrait()}>
        <fieldset class="looks">
          <legend class="sr-only">What everybody sees</legend>
          {(['ink', 'plain'] as const).map((look) => (
            <label key={look} class="look">
              <input type="radio" name="look" value={look} checked={look === (shown ?? 'ink')} />
              <span class="look__plates">
                <Plate portraitId={ids[look]} name={owner.name} sizes="14rem" eager />
                <Plate portraitId={ids[look]} name={owner.name} sizes="5rem" signal eager />
              </span>
              <span class="look__words">
                <b>{LOOKS[look].name}</b>
                <span class="small soft">{LOOKS[look].about}</span>
                {look === shown && <span class="status status--confirmed">Everybody sees this one</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <div class="photo__keys">
          <p class="small soft" role="status">
            {shown === null && <span class="status status--ack">Nobody sees these yet. Pick one.</span>}
          </p>
          <Button variant="primary" small icon="check">
            {shown === null ? 'Use the one picked' : 'Show the one picked'}
          </Button>
        </div>
      </PhotoForm>
      <div class="photo__keys">
        <PhotoForm action={urls.adminPhotoTone()}>
          <fieldset class="tones">
            <legend class="small">The ink</legend>
            {TONES.map(({ tone, label }) => (
              <button
                key={tone}
                class="tones__key"
                type="submit"
                name="tone"
                value={tone}
                aria-pressed={tone === photograph.tone ? 'true' : 'false'}
              >
                {label}
              </button>
            ))}
          </fieldset>
        </PhotoForm>
        <PhotoForm action={urls.adminPhotoRemoval()}>
          <Button small>{shown === null ? 'Discard both' : 'Remove the photo'}</Button>
        </PhotoForm>
      </div>
    </>
  );
}

const TONES = [
  { tone: -1, label: 'Darker' },
  { tone: 0, label: 'As it is' },
  { tone: 1, label: 'Lighter' },
] as const;

function Upload({ again, refused }: { again: boolean; refused: PhotoRefusal | undefined }) {
  return (
    <PhotoForm action={urls.adminPhoto()} files>
      <div class="photo__upload" data-photo-limit={PHOTO_LIMIT} data-photo-least={LEAST_SIDE}>
        <FileField
          name="photo"
          label={again ? 'Another photo' : 'Your photo'}
          note={`Up to ${PHOTO_LIMIT / 1024 / 1024} MB`}
          accept="image/jpeg,image/png,image/webp,image/avif"
          prompt="Drop a photo here, or choose one"
          hint="JPEG, PNG, WebP or AVIF. You crop it next, and see it before anybody else does."
          error={refused && PHOTO_REFUSALS[refused]}
        >
          <p class="field__error" role="alert" data-photo-problem hidden />
        </FileField>
        <Crop />
        <div class="photo__send">
          <Button variant="primary" small icon="arrow">
            Make my portrait
          </Button>
        </div>
      </div>
    </PhotoForm>
  );
}

/** Where the photo is moved and sized before it travels (`client/crop.ts`). Without the script the middle is taken. */
function Crop() {
  return (
    <div class="crop" data-crop hidden>
      <div
        class="crop__stage"
        data-crop-stage
        tabindex={0}
        role="application"
        aria-label="Your photo in its frame"
        aria-describedby="crop-hint"
      >
        <canvas width={704} height={704} />
        <svg class="crop__guide" viewBox="0 0 100 100" aria-hidden="true">
          <ellipse cx="50" cy="48" rx="21" ry="30" />
          <path d="M25 46h50" />
        </svg>
      </div>
      <div class="crop__words">
        <p class="small" id="crop-hint">
          Face in the oval, eyes on the line. Drag the photo or use the arrow keys.
        </p>
        <label class="crop__zoom">
          <span class="small">Closer</span>
          <input type="range" min={1} max={4} step={0.02} value={1} data-crop-zoom />
        </label>
      </div>
      <input type="hidden" name="cropX" />
      <input type="hidden" name="cropY" />
      <input type="hidden" name="cropSize" />
    </div>
  );
}

/** Other answers than the part itself: a page that says what is too large, or nothing that could be shown. */
const ANSWERS = { 'hx-status:413': 'select:#main, target:#main', 'hx-status:5xx': 'swap:none' };

/** A form of this part: htmx puts the part as it then is in its place. */
function PhotoForm({
  action,
  files = false,
  children,
}: {
  action: string;
  files?: boolean;
  children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      hx-post={action}
      hx-target="#photo"
      hx-swap="outerHTML"
      hx-disable="find button"
      {...ANSWERS}
      data-lost="#photo-lost"
      data-lost-in="#photo-problem"
    >
      {children}
    </form>
  );
}
