import type { ComponentChildren } from 'preact';

/** The address if a visitor may be sent there: the web or a mail program, never `javascript:`. */
export function safeAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** A link out of the site. An address that is not one for people stays plain text. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  const address = safeAddress(href);
  if (!address) return <span>{children}</span>;
  return (
    <a href={address} rel={address.startsWith('mailto:') ? undefined : 'noopener noreferrer'}>
      {children}
    </a>
  );
}
