import { Button } from '../../ui/button.tsx';
import { Consequences } from '../../ui/consequences.tsx';
import { TextField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { AccountChange, type AccountForm, type AccountPageProps, CurrentPassword } from './frame.tsx';
import { PASSWORD } from './password-domain.ts';

export function PasswordPage({ form, ...page }: AccountPageProps & { form: AccountForm }) {
  return (
    <AccountChange
      {...page}
      title="Change your password."
      about="Long beats clever. Let a password manager make it, or take a sentence."
    >
      <form class="stack" method="post" action={urls.accountPassword()}>
        <Consequences
          items={[
            { who: 'Here', what: 'You stay signed in.' },
            { who: 'Elsewhere', what: 'Every other browser is signed out at once.' },
          ]}
        />
        <CurrentPassword form={form} hint="The one you have now." />
        <TextField
          name="next"
          type="password"
          label="New password"
          hint={`At least ${PASSWORD.shortest} characters. No rule about which. Pasting is fine.`}
          autocomplete="new-password"
          maxLength={PASSWORD.longest}
          required
          error={form.errors.next}
          autofocus={Boolean(form.errors.next) && !form.errors.current}
        />
        <Button variant="primary" icon="check">
          Change password
        </Button>
      </form>
    </AccountChange>
  );
}
