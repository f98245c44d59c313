import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { TextField } from '../../ui/field.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';

/** The panel's front door. `failed` says the same whatever was wrong: address or password. */
export function SignInPage({
  shell,
  next,
  help,
  email = '',
  failed = false,
}: {
  shell: Shell;
  next: string | null;
  /** Whom to write to when the password is lost. */
  help: string;
  email?: string;
  failed?: boolean;
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
              {failed && (
                <Notice tone="error" title="That did not match.">
                  <p>
                    The address, the password, or both: we do not say which. Check them and try again, or
                    write to <ExternalLink href={`mailto:${help}`}>{help}</ExternalLink>.
                  </p>
                </Notice>
              )}
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
