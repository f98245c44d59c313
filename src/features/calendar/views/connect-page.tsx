import { Button, ButtonLink } from '../../../ui/button.tsx';
import { ChangePage } from '../../../ui/change-page.tsx';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { FormState } from '../../../web/forms.ts';
import { KEY, USERNAME } from '../domain.ts';
import type { CalendarNotice } from '../words.ts';
import { CalendarFrame, type CalendarProps } from './frame.tsx';

export type KeyForm = FormState<'key' | 'username'>;

/** Nothing is connected: what connecting takes, in three steps. */
export function ConnectPage({
  form,
  offered,
  notice,
  ...props
}: CalendarProps & {
  form: KeyForm;
  /** The account whose key was given, where only its event type is missing. */
  offered: string | null;
  notice: CalendarNotice | null;
}) {
  return (
    <CalendarFrame
      {...props}
      notice={notice}
      title="Connect your calendar."
      about="Your cal.com calendar says when you can be booked. Without it nobody can pick a time."
      aside={<WhatHappens />}
    >
      {offered && (
        <Notice title={`The key of cal.com/${offered} was read.`}>
          <p>
            <a href={urls.adminCalendarEventType()}>Go on and pick the event type</a>, or give another key
            below.
          </p>
        </Notice>
      )}
      <ol class="guide">
        <li>
          <h2>Make a key on cal.com</h2>
          <p>
            Open <KeySettings {...props} />, add a key named 508.dev that never expires, and copy it. cal.com
            shows it once.
          </p>
        </li>
        <li>
          <h2>Paste it here</h2>
          <OwnKey form={form} />
          {props.calcom.hasTeamKey && <TeamKey form={form} />}
        </li>
        <li>
          <h2>Pick the event type</h2>
          <p>
            We read your account and show it back. You pick what interviews are booked as, or have us make it.
          </p>
        </li>
      </ol>
    </CalendarFrame>
  );
}

/** Another key for the account that is connected. */
export function NewKeyPage({
  form,
  username,
  shell,
  owner,
  calcom,
}: CalendarProps & { form: KeyForm; username: string }) {
  return (
    <ChangePage
      shell={shell}
      person={owner}
      title="Give a new key."
      about={`For cal.com/${username}. Event type and bookings stay as they are.`}
      back={urls.adminCalendar()}
      backLabel="Calendar"
    >
      <div class="stack">
        <p>
          Make it under <KeySettings calcom={calcom} />. The old one is forgotten here; delete it there too.
        </p>
        <OwnKey form={form} />
        {calcom.hasTeamKey && <TeamKey form={form} />}
      </div>
    </ChangePage>
  );
}

const KeySettings = ({ calcom }: Pick<CalendarProps, 'calcom'>) => (
  <ExternalLink href={`${calcom.origin}/settings/developer/api-keys`}>
    cal.com’s API key settings
  </ExternalLink>
);

function OwnKey({ form }: { form: KeyForm }) {
  return (
    <form class="stack" method="post" action={urls.adminCalendarKey()}>
      <TextField
        name="key"
        type="password"
        label="API key"
        hint="Starts with cal_. Kept encrypted, used for your calendar only, never shown again."
        autocomplete="off"
        maxLength={KEY.longest}
        required
        error={form.errors.key}
        autofocus={Boolean(form.errors.key)}
      />
      <p>
        <Button variant="primary" icon="arrow">
          Read my account
        </Button>
      </p>
    </form>
  );
}

/** The co-op's key sees its members' accounts: a name is enough. */
function TeamKey({ form }: { form: KeyForm }) {
  const typed = form.values.username;
  return (
    <form class="stack guide__or" method="post" action={urls.adminCalendarKey()}>
      <TextField
        name="username"
        label="Or your cal.com username"
        hint="The co-op’s key speaks for its members. Then you need none of your own."
        prefix="cal.com/"
        autocomplete="off"
        maxLength={USERNAME.longest}
        required
        value={typeof typed === 'string' ? typed : ''}
        error={form.errors.username}
        autofocus={Boolean(form.errors.username)}
      />
      <p>
        <Button icon="arrow">Use the co-op’s key</Button>
      </p>
    </form>
  );
}

function WhatHappens() {
  return (
    <>
      <section class="sidebox">
        <h2>What we do with it</h2>
        <p class="small soft">
          We read your free times and show them on your page. We say yes to a booking once it is paid for, and
          no to the rest. cal.com tells us when one moves or is called off.
        </p>
        <p class="small soft">
          A cal.com key opens the whole account. We use it for this event type and nothing else. You end it
          there or here, at any time.
        </p>
      </section>
      <section class="sidebox">
        <h2>No account yet?</h2>
        <p class="small soft">
          cal.com’s free plan is enough. Set your hours there first: they become your times here.
        </p>
      </section>
    </>
  );
}

/** For the step that can't be shown: what went wrong, and the way back. */
export const BackToCalendar = () => (
  <p>
    <ButtonLink href={urls.adminCalendar()} icon="back">
      Back to your calendar
    </ButtonLink>
  </p>
);
