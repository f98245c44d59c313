import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { TextField } from '../../ui/field.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { PasskeyForm } from './passkey-views.tsx';
import type { Ceremony } from './passkeys.ts';
import { tooOftenWords } from './words.ts';

/** Why somebody stands at the door again. `no-match` says the same whatever was wrong. */
export type SignInProblem = 'no-match' | 'passkey' | 'code-over' | { wait: number };

/** The panel's front door. */
export function SignInPage({
  shell,
  next,
  help,
  email = '',
  problem,
  passkey,
}: {
  shell: Shell;
  next: string | null;
  /** Whom to write to when the password is lost. */
  help: string;
  email?: string;
  problem?: SignInProblem;
  passkey: Ceremony;
}) {
  return (
    <PanelLayout shell={shell} title="Sign in" person={null}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>Sign in.</h1>
            <p>For the engineers who own this place.</p>
          </div>
          <div class="split split--top">
            <form class="form sign-in" method="post" action={urls.signIn()}>
              {next && <input type="hidden" name="next" value={next} />}
              {problem && <Problem problem={problem} help={help} />}
              <TextField
                name="email"
                type="email"
                inputmode="email"
                label="Email"
                autocomplete="username"
                maxLength={254}
                required
                value={email}
              />
              <TextField
                name="password"
                type="password"
                label="Password"
                autocomplete="current-password"
                maxLength={128}
                required
              />
              <Button variant="primary" icon="arrow">
                Open the panel
              </Button>
            </form>
            <aside>
              <section class="sidebox">
                <h2>Have a passkey?</h2>
                <PasskeyForm action={urls.signInPasskey()} does="get" ceremony={passkey} next={next} quiet>
                  Sign in with a passkey
                </PasskeyForm>
              </section>
              <section class="sidebox">
                <h2>Not an interviewer?</h2>
                <p>
                  Then you need no account. <a href={urls.interviewers()}>Pick somebody</a>, pick a time, pay.
                  Everything after that comes by mail.
                </p>
              </section>
              <section class="sidebox">
                <h2>Password gone?</h2>
                <p>
                  Write to <ExternalLink href={`mailto:${help}`}>{help}</ExternalLink>. A person answers.
                </p>
              </section>
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}

function Problem({ problem, help }: { problem: SignInProblem; help: string }) {
  if (typeof problem === 'object') {
    return (
      <Notice tone="error" title="Slow down.">
        <p>{tooOftenWords(problem.wait)} A passkey works meanwhile.</p>
      </Notice>
    );
  }
  if (problem === 'code-over') {
    return (
      <Notice tone="error" title="Begin again.">
        <p>Ten minutes went by, or too many codes did not fit. Type the password once more.</p>
      </Notice>
    );
  }
  if (problem === 'passkey') {
    return (
      <Notice tone="error" title="That passkey opens nothing.">
        <p>
          It was removed, is for another site, or the page lay open too long. Try again, or use the password.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="error" title="That did not match.">
      <p>
        The address, the password, or both: we do not say which. Check them and try again, or write to{' '}
        <ExternalLink href={`mailto:${help}`}>{help}</ExternalLink>.
      </p>
    </Notice>
  );
}
