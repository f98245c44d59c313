import { urls } from '../urls.ts';
import { ButtonLink, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { Logo } from './mark.tsx';

const links = () => [
  { href: urls.interviewers(), label: 'Interviewers' },
  { href: `${urls.home()}#how`, label: 'How it works' },
  { href: `${urls.home()}#report`, label: 'Sample feedback' },
  { href: `${urls.home()}#guarantee`, label: 'Guarantee' },
  { href: `${urls.home()}#faq`, label: 'Questions' },
];

/** The header of the public pages; on a phone its links move into a popover. */
export function SiteHeader({ path }: { path: string }) {
  return (
    <>
      <header class="site-header">
        <div class="frame site-header__row">
          <Brand href={urls.home()} product={['Interview', 'Service']} />
          <nav class="site-nav" aria-label="Main">
            {links().map(({ href, label }) => (
              <a key={href} href={href} aria-current={currentFor(href, path)}>
                {label}
              </a>
            ))}
          </nav>
          <div class="site-header__cta">
            <ButtonLink href={urls.interviewers()} variant="primary" small>
              Find an interviewer
            </ButtonLink>
            <IconButton icon="menu" label="Menu" popovertarget="menu" />
          </div>
        </div>
        <div class="site-header__lap" aria-hidden="true" />
      </header>
      <Menu path={path} />
    </>
  );
}

function Menu({ path }: { path: string }) {
  return (
    <div class="menu" id="menu" popover="auto">
      <div class="menu__top">
        <Logo decorative />
        <IconButton icon="close" label="Close menu" popovertarget="menu" popovertargetaction="hide" />
      </div>
      <nav class="menu__list" aria-label="Menu">
        {links().map(({ href, label }) => (
          <a key={href} href={href} aria-current={currentFor(href, path)}>
            {label}
            <Icon name="arrow" />
          </a>
        ))}
      </nav>
      <ButtonLink href={urls.interviewers()} variant="primary" wide icon="arrow">
        Find an interviewer
      </ButtonLink>
    </div>
  );
}

/** The header while booking: nothing to wander off to but the way out. */
export function BareHeader({ leave }: { leave?: { href: string; label: string } | undefined }) {
  return (
    <header class="site-header">
      <div class="frame site-header__row">
        <Brand href={urls.home()} product={['Interview', 'Service']} />
        {leave && (
          <div class="site-header__cta push">
            <a class="textlink small light" href={leave.href}>
              {leave.label}
            </a>
          </div>
        )}
      </div>
    </header>
  );
}

export function Brand({ href, product }: { href: string; product: readonly [string, string] }) {
  return (
    <a class="site-header__brand" href={href}>
      <Logo />
      <span class="site-header__product">
        {product[0]}
        <br />
        {product[1]}
      </span>
    </a>
  );
}

/** "page" for the link to this page, "true" for the one it belongs under. */
export function currentFor(href: string, path: string): 'page' | 'true' | undefined {
  if (href.includes('#')) return undefined;
  if (href === path) return 'page';
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}
