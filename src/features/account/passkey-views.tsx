import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Passkey } from './domain.ts';
import {
  AccountChange,
  type AccountForm,
  type AccountPageProps,
  CurrentPassword,
  typedText,
} from './frame.tsx';
import type { Ceremony } from './passkeys.ts';

export const MOST_OF_A_NAME = 60;

function NameField({ form }: { form: AccountForm }) {
  return (
    <TextField
      name="name"
      label="Name"
      hint="What you will know it by: “Work laptop”, “Blue key”."
      maxLength={MOST_OF_A_NAME}
      autocomplete="off"
      required
      value={typedText(form.values.name)}
      error={form.errors.name}
      autofocus={Boolean(form.errors.name)}
    />
  );
}

export function NewPasskeyPage({ form, ...page }: AccountPageProps & { form: AccountForm }) {
  return (
    <AccountChange
      {...page}
      title="Add a passkey."
      about="A key that your device keeps. It can’t be guessed, and no fake of this site can ask for it."
    >
      <form class="stack" method="post" action={urls.accountNewPasskey()}>
        <NameField form={form} />
        <CurrentPassword form={form} />
        <Button variant="primary" icon="arrow">
          Go on to the device
        </Button>
      </form>
    </AccountChange>
  );
}

/** The step that only a script can take: the browser asks the device. */
export function MakePasskeyPage({
  name,
  ceremony,
  ...page
}: AccountPageProps & { name: string; ceremony: Ceremony }) {
  return (
    <AccountChange
      {...page}
      title={`Make “${name}”.`}
      about="Your browser now asks the device. Show it your finger or your face, or type its PIN."
    >
      <PasskeyForm action={urls.accountPasskeys()} does="create" ceremony={ceremony}>
        Make the passkey
      </PasskeyForm>
    </AccountChange>
  );
}

/**
 * A form whose answer the authenticator gives (`client/passkeys.ts`). Without script it says that it
 * needs one: WebAuthn can't be asked otherwise.
 */
export function PasskeyForm({
  action,
  does,
  ceremony,
  next,
  children,
  quiet = false,
}: {
  action: string;
  does: 'create' | 'get';
  ceremony: Ceremony;
  next?: string | null;
  children: string;
  quiet?: boolean;
}) {
  return (
    <form
      class="passkey"
      method="post"
      action={action}
      data-passkey={does}
      data-options={JSON.stringify(ceremony.options)}
    >
      <input type="hidden" name="ticket" value={ceremony.ticket} />
      <input type="hidden" name="answer" value="" />
      {next && <input type="hidden" name="next" value={next} />}
      <p class="small soft" data-passkey-needs>
        Passkeys need JavaScript and a browser of the last few years.
      </p>
      <p class="passkey__problem" role="alert" data-passkey-problem hidden>
        The device said no, or nobody answered it. Nothing was changed. Press once more to try again.
      </p>
      <div data-passkey-key hidden>
        <Button variant={quiet ? 'plain' : 'primary'} icon="arrow">
          {children}
        </Button>
      </div>
    </form>
  );
}

/** One passkey: another name, or an end. */
export function PasskeyPage({
  passkey,
  form,
  ...page
}: AccountPageProps & { passkey: Passkey; form: AccountForm }) {
  const shown = { values: { name: passkey.name, ...form.values }, errors: form.errors };
  return (
    <AccountChange
      {...page}
      title={`“${passkey.name}”.`}
      about="A passkey is kept on a device. Lost the device? Remove it here."
    >
      <div class="change__two">
        <form class="stack" method="post" action={urls.accountPasskey(passkey.id)}>
          <NameField form={shown} />
          <Button icon="check">Rename</Button>
        </form>
        <form class="stack" method="post" action={urls.accountPasskeyEnd(passkey.id)}>
          <p>Removed, it opens nothing here any more. Browsers it has signed in stay signed in.</p>
          <CurrentPassword form={form} />
          <Button variant="danger">Remove it</Button>
        </form>
      </div>
    </AccountChange>
  );
}

/** The device answered with something that proves nothing, or too late. */
export function PasskeyRefusedPage(page: AccountPageProps) {
  return (
    <AccountChange
      {...page}
      title="No passkey was made."
      about="What came back did not fit, came too late, or the device has one already."
    >
      <Notice tone="error" title="Nothing was changed.">
        <p>
          <a href={urls.accountNewPasskey()}>Begin once more</a>. Each try is good for ten minutes.
        </p>
      </Notice>
    </AccountChange>
  );
}
