import { Button } from '../../ui/button.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { urls } from '../../urls.ts';
import type { SignedInUser } from '../../web/auth.ts';
import type { Shell } from '../../web/env.ts';
import type { DeskBooking } from './domain.ts';
import { Bookings } from './table-views.tsx';
import { DESK_ZONE } from './zone.ts';

/** Finds a booking by what a person on the phone reads out, or by their address. */
export function Find({ q = '' }: { q?: string }) {
  return (
    <search>
      <form class="find" action={urls.operatorBookings()}>
        <label class="sr-only" for="q">
          Reference or email
        </label>
        <input
          class="input"
          id="q"
          name="q"
          type="search"
          value={q}
          placeholder="508-7K2QD or an email"
          maxLength={254}
          autocomplete="off"
          spellcheck={false}
        />
        <Button icon="arrow">Find</Button>
      </form>
    </search>
  );
}

/** Every booking, the latest first, or those a search has found. */
export function BookingListPage({
  shell,
  user,
  q,
  bookings,
  older,
  isFirst,
  now,
}: {
  shell: Shell;
  user: SignedInUser;
  q: string;
  bookings: DeskBooking[];
  older: string | null;
  isFirst: boolean;
  now: Date;
}) {
  const none = q ? `Nobody booked under “${q}”.` : 'Nobody has booked yet.';
  return (
    <PanelLayout shell={shell} title="Bookings" desk="operator" person={{ name: user.name }}>
      <main id="main" class="panel">
        <div class="frame">
          <div class="panel__title split">
            <h1>{bookings.length === 0 && isFirst ? none : q ? `Booked under “${q}”.` : 'Every booking.'}</h1>
            <p>The latest first. Every time is in {DESK_ZONE}.</p>
          </div>
          <Find q={q} />
          {bookings.length > 0 ? (
            <Bookings bookings={bookings} now={now} title="Bookings" />
          ) : (
            <p class="soft after">
              {q
                ? 'A reference is looked for as a whole, an address too. Check the letters, or ask for the other one.'
                : isFirst
                  ? 'They stand here the moment a time is held.'
                  : 'Nothing further back.'}
            </p>
          )}
          <Pager newer={isFirst ? null : urls.operatorBookings(q ? { q } : {})} older={older} />
        </div>
      </main>
    </PanelLayout>
  );
}
