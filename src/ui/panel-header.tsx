import { urls } from '../urls.ts';
import { Plate } from './plate.tsx';
import { Brand, currentFor } from './site-header.tsx';

/** Who is signed in, as the header shows them. */
export interface PanelPerson {
  name: string;
  portraitId?: string | null;
}

/** The dark header. Nobody signed in: neither links nor name. */
export function PanelHeader({
  path,
  desk,
  person,
}: {
  path: string;
  desk: 'interviewer' | 'operator';
  person: PanelPerson | null;
}) {
  const operator = desk === 'operator';
  const links = operator
    ? [
        { href: urls.operator(), label: 'Desk' },
        { href: urls.operatorBookings(), label: 'Bookings' },
        { href: urls.operatorReviews(), label: 'Reviews' },
        { href: urls.operatorPayouts(), label: 'Payouts' },
        { href: urls.operatorInbox(), label: 'Inbox' },
        { href: urls.operatorRepairs(), label: 'Repairs' },
        { href: urls.account(), label: 'Account' },
      ]
    : [
        { href: urls.admin(), label: 'Bookings' },
        { href: urls.adminEarnings(), label: 'Earnings' },
        { href: urls.adminCalendar(), label: 'Calendar' },
        { href: urls.adminProfile(), label: 'Profile' },
        { href: urls.account(), label: 'Account' },
      ];
  // Both /admin and /admin/profile fit the profile's address; the closer one is where we are.
  const here = links.findLast(({ href }) => currentFor(href, path))?.href;
  return (
    <header class="panel-header">
      <div class="frame site-header__row">
        <Brand
          href={operator ? urls.operator() : urls.admin()}
          product={operator ? ['Operator’s', 'desk'] : ['Interviewer', 'panel']}
        />
        {person && (
          <>
            <nav class="site-nav" aria-label="Panel">
              {links.map(({ href, label }) => (
                <a key={href} href={href} aria-current={href === here ? currentFor(href, path) : undefined}>
                  {label}
                </a>
              ))}
            </nav>
            <SignedIn {...person} />
          </>
        )}
      </div>
    </header>
  );
}

function SignedIn({ name, portraitId }: PanelPerson) {
  return (
    <div class="panel-header__me">
      {portraitId && <Plate portraitId={portraitId} name={name} signal eager />}
      <span class="panel-header__name">{name}</span>
      <form action={urls.signOut()} method="post">
        <button class="panel-header__out" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}
