import type { ComponentChildren } from 'preact';
import { urls } from '../urls.ts';
import type { Shell } from '../web/env.ts';
import { ButtonLink } from './button.tsx';
import { ExternalLink } from './external-link.tsx';
import { Icon } from './icon.tsx';
import { SiteLayout } from './layout.tsx';

const WAYS = [
  { code: 200, name: 'OK', text: 'The home page. It is where it was.', href: urls.home() },
  {
    code: 204,
    name: 'No Content',
    text: 'The feedback most companies send you.',
    href: `${urls.home()}#report`,
  },
  { code: 300, name: 'Multiple Choices', text: 'Everyone you can book.', href: urls.interviewers() },
  {
    code: 402,
    name: 'Payment Required',
    text: 'What it costs, and who decides that.',
    href: `${urls.home()}#faq`,
  },
  {
    code: 410,
    name: 'Gone',
    text: 'How to get your money back. All of it.',
    href: urls.refunds(),
  },
];

/** No such page, or none for this visitor. `message` says more where more is known. */
export function NotFoundPage({
  shell,
  title = 'You were looking for 508.',
  message = 'This address is not in the loop. Either it never was, or we moved it and forgot to say. The second one is our fault.',
}: {
  shell: Shell;
  title?: string;
  message?: string;
}) {
  return (
    <SiteLayout shell={shell} title="404" noindex>
      <main id="main">
        <div class="frame">
          <Lost code={404} title={title}>
            <p class="lede">{message}</p>
            <ButtonLink href={urls.interviewers()} variant="primary" wide tail="508">
              Find an interviewer
            </ButtonLink>
          </Lost>
          <h2 class="sr-only">Where you may have wanted to go</h2>
          <ul class="codes">
            {WAYS.map(({ code, name, text, href }) => (
              <li key={code}>
                <b class="codes__n">{code}</b>
                <div>
                  <h3>
                    <a href={href}>{name}</a>
                  </h3>
                  <p>{text}</p>
                </div>
                <Icon name="arrow" />
              </li>
            ))}
            <li class="codes__here">
              <b class="codes__n">404</b>
              <div>
                <h3>Not Found</h3>
                <p>
                  You are here.{' '}
                  <ExternalLink href={`mailto:${shell.contact}`}>Tell us which link did it</ExternalLink>.
                </p>
              </div>
            </li>
          </ul>
        </div>
      </main>
    </SiteLayout>
  );
}

/** Anything else that went wrong: what happened, whether something was lost, and one way on. */
export function ErrorPage({
  shell,
  status,
  title,
  message,
  way = { href: urls.home(), label: 'Back to the start' },
  reference,
  children,
}: {
  shell: Shell;
  status: number;
  title: string;
  message: ComponentChildren;
  way?: { href: string; label: string };
  /** What to quote when writing to us: the request's id. */
  reference?: string;
  /** What may do instead: people like the one who is gone. */
  children?: ComponentChildren;
}) {
  return (
    <SiteLayout shell={shell} title={String(status)} noindex>
      <main id="main">
        <div class="frame">
          <Lost code={status} title={title}>
            <p class="lede">{message}</p>
            <ButtonLink href={way.href} variant="primary" wide icon="arrow">
              {way.label}
            </ButtonLink>
            {reference && (
              <p class="small muted">
                If it happens again, quote <span class="mono">{reference}</span> when you write to us.
              </p>
            )}
          </Lost>
          {children}
        </div>
      </main>
    </SiteLayout>
  );
}

function Lost({ code, title, children }: { code: number; title: string; children: ComponentChildren }) {
  return (
    <div class="split lost">
      <h1 class="lost__h">
        <span class="lost__code">{code}</span> <span>{title}</span>
      </h1>
      <div class="offer">{children}</div>
    </div>
  );
}
