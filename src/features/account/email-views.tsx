import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Consequences } from '../../ui/consequences.tsx';
import { TextField } from '../../ui/field.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { EMAIL_CHANGE_HOURS, type EmailChange, MOST_OF_AN_EMAIL } from './email-domain.ts';
import {
  AccountChange,
  type AccountForm,
  type AccountPageProps,
  CurrentPassword,
  typedText,
} from './frame.tsx';

/** Asking for another address. */
export function EmailPage({ form, email, ...page }: AccountPageProps & { form: AccountForm; email: string }) {
  return (
    <AccountChange
      {...page}
      title="Change your email."
      about={`You sign in with ${email}. Two yeses change that.`}
    >
      <form class="stack" method="post" action={urls.accountEmail()} novalidate>
        <Consequences
          items={[
            { who: 'First', what: `${email} gets a mail, and has to approve.` },
            { who: 'Then', what: 'The new address gets one, and has to confirm.' },
            {
              who: 'Until then',
              what: `Nothing changes. After ${EMAIL_CHANGE_HOURS} hours the links are void.`,
            },
          ]}
        />
        <TextField
          name="email"
          type="email"
          inputmode="email"
          label="New email"
          autocomplete="email"
          maxLength={MOST_OF_AN_EMAIL}
          required
          value={typedText(form.values.email)}
          error={form.errors.email}
          autofocus={Boolean(form.errors.email)}
        />
        <CurrentPassword form={form} />
        <Button variant="primary" icon="arrow">
          Ask both addresses
        </Button>
      </form>
    </AccountChange>
  );
}

/** Where a mail's link leads. Opening it changes nothing: mail programs open links too. The key does. */
export function EmailLinkPage({
  shell,
  link,
  change,
  token,
}: {
  shell: Shell;
  link: 'approval' | 'confirmation';
  change: EmailChange;
  token: string;
}) {
  const isApproval = link === 'approval';
  return (
    <LinkFrame shell={shell} title={isApproval ? 'Change the address?' : 'Is this your address?'}>
      <form class="stack" method="post" action={isApproval ? urls.emailApproval() : urls.emailConfirmation()}>
        <input type="hidden" name="token" value={token} />
        <Consequences
          items={[
            { who: 'Until now', what: change.oldEmail },
            { who: 'From then on', what: change.newEmail },
            isApproval
              ? { who: 'Next', what: 'The new address is asked. Only its yes changes anything.' }
              : {
                  who: 'At once',
                  what: 'You sign in with the new address, and mails go there. Sessions stay open.',
                },
          ]}
        />
        <Button variant="primary" icon="check">
          {isApproval ? 'Approve the change' : 'Use this address'}
        </Button>
      </form>
    </LinkFrame>
  );
}

const OUTCOMES = {
  approved: {
    title: 'Approved.',
    text: 'Now the new address has a mail, and has to confirm. Nothing changes before that.',
  },
  confirmed: {
    title: 'Done.',
    text: 'You sign in with the new address from now on. The old one has been told.',
  },
  taken: {
    title: 'That address is in use.',
    text: 'Somebody signs in with it already, maybe you. Nothing was changed.',
  },
  over: {
    title: 'This link is void.',
    text: 'It was used, it ran out, or a newer mail took its place. Nothing was changed by opening it.',
  },
} as const;

export function EmailOutcomePage({ shell, outcome }: { shell: Shell; outcome: keyof typeof OUTCOMES }) {
  const { title, text } = OUTCOMES[outcome];
  return (
    <LinkFrame shell={shell} title={title}>
      <div class="stack">
        <p>{text}</p>
        <p>
          <ButtonLink href={urls.account()} icon="arrow">
            Go to your account
          </ButtonLink>
        </p>
      </div>
    </LinkFrame>
  );
}

function LinkFrame({ shell, title, children }: { shell: Shell; title: string; children: ComponentChildren }) {
  return (
    <PanelLayout shell={shell} title={title} person={null}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="change change--page">
            <h1>{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}
