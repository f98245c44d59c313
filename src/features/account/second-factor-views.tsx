import { Button, ButtonLink } from '../../ui/button.tsx';
import { Consequences } from '../../ui/consequences.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr.tsx';
import { urls } from '../../urls.ts';
import { AccountChange, type AccountForm, type AccountPageProps, CurrentPassword } from './frame.tsx';

type Props = AccountPageProps & { form: AccountForm };

/** Before it: what it is, and the password. */
export function SecondFactorStartPage({ form, required, ...page }: Props & { required: boolean }) {
  return (
    <AccountChange
      {...page}
      title="Set up a second factor."
      about="An app on your phone makes a new code every thirty seconds. Signing in then takes one."
    >
      <form class="stack" method="post" action={urls.accountSecondFactor()}>
        {required && (
          <Notice title="The desk wants two factors.">
            <p>It shows everybody’s bookings and moves money. It opens once this is set up.</p>
          </Notice>
        )}
        <Consequences
          items={[
            {
              who: 'You need',
              what: 'An authenticator app: 1Password, Bitwarden, Aegis, Google Authenticator.',
            },
            { who: 'You get', what: 'Ten recovery codes, for the day the phone is gone.' },
            { who: 'Every time', what: 'Each sign-in asks for a code. No browser is ever let off.' },
          ]}
        />
        <CurrentPassword form={form} />
        <Button variant="primary" icon="arrow">
          Show the code to scan
        </Button>
      </form>
    </AccountChange>
  );
}

/** The code to scan, and the first code back: nothing is on before that. */
export function SecondFactorScanPage({ form, uri, ...page }: Props & { uri: string }) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <AccountChange
      {...page}
      title="Scan, then type the code."
      about="The second factor is on once the app’s first code fits. This page is good for a quarter of an hour."
    >
      <div class="scan">
        <QrCode text={uri} label="The code to scan with your authenticator app" />
        <div class="stack">
          <p>
            No camera at hand? Type this key into the app instead:
            <br />
            <code class="key">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <form class="stack" method="post" action={urls.accountSecondFactorCode()}>
            <TextField
              name="code"
              label="Code"
              hint="Six digits, as the app shows them now."
              inputmode="numeric"
              autocomplete="one-time-code"
              maxLength={12}
              required
              error={form.errors.code}
              autofocus={Boolean(form.errors.code)}
            />
            <Button variant="primary" icon="check">
              Turn it on
            </Button>
          </form>
        </div>
      </div>
    </AccountChange>
  );
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage({
  codes,
  email,
  first,
  ...page
}: AccountPageProps & { codes: readonly string[]; email: string; first: boolean }) {
  return (
    <AccountChange
      {...page}
      title={first ? 'It is on. Keep these ten codes.' : 'Your ten new codes.'}
      about="Each opens this panel once, in place of the app’s code. We show them now and never again."
    >
      <div class="stack">
        {!first && <Notice tone="done" title="The codes from before no longer work." />}
        <ol class="keepsakes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>
          For {page.shell.publicUrl.host}, account of {email}.
        </p>
        <p class="small soft">
          On paper in a drawer, or in your password manager. Not in a note on the phone that makes the other
          codes.
        </p>
        <p class="cluster">
          <ButtonLink
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(asText(codes, page.shell.publicUrl))}`}
            download="508-recovery-codes.txt"
            icon="file"
          >
            Save as a file
          </ButtonLink>
          <button class="textlink" type="button" data-print hidden>
            Print
          </button>
        </p>
        <p>
          <ButtonLink href={urls.account()} variant="primary" icon="check">
            I have kept them
          </ButtonLink>
        </p>
      </div>
    </AccountChange>
  );
}

export function NewCodesPage({ form, ...page }: Props) {
  return (
    <AccountChange
      {...page}
      title="New recovery codes?"
      about="Ten new ones. All of the old ones stop working at once, used or not."
    >
      <form class="stack" method="post" action={urls.accountRecoveryCodes()}>
        <CurrentPassword form={form} />
        <Button variant="primary" icon="arrow">
          Show ten new codes
        </Button>
      </form>
    </AccountChange>
  );
}

export function SecondFactorEndPage({ form, ...page }: Props) {
  return (
    <AccountChange
      {...page}
      title="Turn the second factor off?"
      about="Your password alone then opens this panel, for you and for whoever finds it out."
    >
      <form class="stack" method="post" action={urls.accountSecondFactorEnd()}>
        <Consequences
          items={[
            { who: 'The app', what: 'Its codes for this site mean nothing any more. Delete the entry.' },
            { who: 'Recovery codes', what: 'Are gone. Setting it up again makes new ones.' },
          ]}
        />
        <CurrentPassword form={form} />
        <Button variant="danger">Turn it off</Button>
      </form>
    </AccountChange>
  );
}

function asText(codes: readonly string[], publicUrl: URL): string {
  return [
    `Recovery codes for ${new URL(urls.signIn(), publicUrl)}`,
    'Each one works once, in place of the code of your app.',
    '',
    ...codes,
    '',
  ].join('\n');
}
