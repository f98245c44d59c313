import { ButtonLink } from '../../../ui/button.tsx';
import { SiteLayout } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import type { Booking } from '../domain.ts';
import type { RefusalWords } from '../refusal-words.ts';

/** Something that can't be done: why, what to do instead, and that nothing was changed. */
export function RefusedPage({
  shell,
  booking,
  words,
  contact,
}: {
  shell: Shell;
  booking: Booking;
  words: RefusalWords;
  contact: string;
}) {
  return (
    <SiteLayout shell={shell} title={words.title.replace(/\.$/, '')} area="booking" noindex>
      <main id="main" class="booking">
        <div class="frame">
          <div class="split lapse__head">
            <h1>{words.title}</h1>
            <p class="lede soft">{words.text}</p>
          </div>
          <div class="split split--ruled">
            <p class="soft">
              Nothing was changed. Reference <span class="num">{booking.reference}</span>.
            </p>
            <aside class="sidebox" aria-label="Go on">
              <ButtonLink href={urls.booking(booking.id)} variant="primary" icon="arrow" wide>
                Your booking
              </ButtonLink>
              <p class="small">
                <a href={`mailto:${contact}?subject=${encodeURIComponent(booking.reference)}`}>
                  Write to {contact}
                </a>
              </p>
            </aside>
          </div>
        </div>
      </main>
    </SiteLayout>
  );
}
