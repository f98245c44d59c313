import type { ComponentChildren } from 'preact';
import type { SocialImage } from '../../ui/document.tsx';
import { SiteLayout } from '../../ui/layout.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';

/** What the three pages get: the request's shell, and the address that a person reads. */
export interface ClausesProps {
  shell: Shell;
  contact: string;
  image: SocialImage;
}

const pages = () => [
  { href: urls.terms(), label: 'Terms' },
  { href: urls.privacy(), label: 'Privacy' },
  { href: urls.refunds(), label: 'Refunds' },
];

/** Terms in the page's own grid: what is agreed left of the 60 line, what it comes down to right of it. */
export function ClausesPage({
  shell,
  title,
  heading,
  description,
  lede,
  image,
  children,
}: {
  shell: Shell;
  title: string;
  heading: string;
  description: string;
  lede: string;
  image: SocialImage;
  children: ComponentChildren;
}) {
  return (
    <SiteLayout shell={shell} title={title} description={description} image={image}>
      <main id="main">
        <div class="frame">
          <div class="split clauses-head">
            <h1>{heading}</h1>
            <div class="stack">
              <p class="lede">{lede}</p>
              <nav class="clauses-nav" aria-label="Terms, privacy, refunds">
                {pages().map(({ href, label }) => (
                  <a
                    key={href}
                    class="textlink"
                    href={href}
                    aria-current={href === shell.path ? 'page' : undefined}
                  >
                    {label}
                  </a>
                ))}
              </nav>
            </div>
          </div>
          <div class="clauses">{children}</div>
        </div>
      </main>
    </SiteLayout>
  );
}

/** One thing agreed. `reading` is its measure, where it has one. */
export function Clause({
  title,
  reading,
  unit,
  children,
}: {
  title: string;
  reading?: string;
  unit?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="split clause">
      <div class="clause__text">
        <h2>{title}</h2>
        {children}
      </div>
      <div>
        {reading && (
          <p class="clause__reading">
            <b>{reading}</b> {unit}
          </p>
        )}
      </div>
    </section>
  );
}

export function MailTo({ address }: { address: string }) {
  return <a href={`mailto:${address}`}>{address}</a>;
}
