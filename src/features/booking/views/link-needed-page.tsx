import { ButtonLink } from '../../../ui/button.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';

/** Somebody asks for a booking without the key to it. Says nothing about whether there is one. */
export function LinkNeededPage({ shell, contact }: { shell: Shell; contact: string }) {
  return (
    <SiteLayout shell={shell} title="Open it from your mail" area="booking" noindex>
      <main id="main" class="booking">
        <div class="frame">
          <div class="split lapse__head">
            <h1>Open it from your mail.</h1>
            <p class="lede soft">
              If there is a booking at this address, this browser does not hold the key to it. The link in
              your confirmation mail does.
            </p>
          </div>
          <div class="split split--ruled">
            <dl class="lapse">
              <div>
                <dt>Booked already</dt>
                <dd>
                  <b>Find the mail and press its button.</b> It opens your booking in any browser. If it is
                  not in the inbox, look in spam.
                </dd>
              </div>
              <div>
                <dt>Still booking</dt>
                <dd>
                  <b>Go on in the browser where you picked the time.</b> Until you have paid, only that one
                  knows it is yours.
                </dd>
              </div>
              <div>
                <dt>Neither helps</dt>
                <dd>
                  <a href={`mailto:${contact}`}>Write to {contact}</a> from the address you booked with. A
                  person reads it.
                </dd>
              </div>
            </dl>
            <aside class="sidebox" aria-label="Another way on">
              <ButtonLink href={urls.interviewers()} variant="primary" icon="arrow" wide>
                Find an interviewer
              </ButtonLink>
            </aside>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}
