import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { TextField } from '../../ui/field.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';

/** The second half of signing in. */
export function SignInCodePage({
  shell,
  next,
  code = '',
  error,
}: {
  shell: Shell;
  next: string | null;
  code?: string;
  error?: string;
}) {
  return (
    <PanelLayout shell={shell} title="Code" person={null}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>And the code.</h1>
            <p>The password fits. Now the second factor.</p>
          </div>
          <div class="split split--top">
            <form class="form sign-in" method="post" action={urls.signInCode()}>
              {next && <input type="hidden" name="next" value={next} />}
              <TextField
                name="code"
                label="Code"
                hint="Six digits from your app. Or one of your recovery codes."
                autocomplete="one-time-code"
                maxLength={20}
                required
                autofocus
                value={code}
                error={error}
              />
              <Button variant="primary" icon="arrow">
                Open the panel
              </Button>
            </form>
            <aside>
              <section class="sidebox">
                <h2>Phone gone?</h2>
                <p>
                  A recovery code works in its place, once. No codes either? Write to{' '}
                  <ExternalLink href={`mailto:${shell.contact}`}>{shell.contact}</ExternalLink>. A person
                  answers, and asks who you are.
                </p>
              </section>
              <section class="sidebox">
                <h2>Wrong account?</h2>
                <p>
                  <a href={urls.signIn(next ?? undefined)}>Start again</a> with another address.
                </p>
              </section>
            </aside>
          </div>
        </div>
      </main>
    </PanelLayout>
  );
}
