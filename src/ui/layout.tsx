import { urls } from '../urls.ts';
import type { Area } from '../web/assets.ts';
import { Document, type PageProps } from './document.tsx';
import { PanelHeader, type PanelPerson } from './panel-header.tsx';
import { BareFooter, SiteFooter } from './site-footer.tsx';
import { BareHeader, SiteHeader } from './site-header.tsx';
import { type BookingProgress, Steps } from './steps.tsx';

/** What a page of one person's says of itself where it says nothing else. */
const BOOKING = 'A practice interview at 508.dev: sixty minutes of interview, thirty of feedback.';

type Page = Omit<PageProps, 'area'>;

/** The public pages. The page itself writes `<main id="main">`. */
export function SiteLayout({ area = 'site', children, ...page }: Page & { area?: Area }) {
  return (
    <Document {...page} area={area}>
      <SiteHeader path={page.shell.path} />
      {children}
      <SiteFooter shell={page.shell} sheet={page.title} />
    </Document>
  );
}

/** Booking, which is nobody’s business but the candidate’s: a bare header with the way out, the progress where there is one, a bare footer. */
export function BookingLayout({
  children,
  steps,
  leave = { href: urls.interviewers(), label: 'Leave booking' },
  ...page
}: Page & { steps?: BookingProgress; leave?: { href: string; label: string } | null }) {
  return (
    <Document description={BOOKING} {...page} noindex area="booking">
      <BareHeader leave={leave ?? undefined} />
      {steps && <Steps {...steps} />}
      {children}
      <BareFooter shell={page.shell} />
    </Document>
  );
}

/** The panel of interviewers and the operator's area: the same instrument in an ink housing. */
export function PanelLayout({
  children,
  person,
  desk = 'interviewer',
  ...page
}: Page & { person: PanelPerson | null; desk?: 'interviewer' | 'operator' }) {
  return (
    <Document {...page} area="panel" noindex>
      <PanelHeader path={page.shell.path} desk={desk} person={person} />
      {children}
      <BareFooter shell={page.shell} />
    </Document>
  );
}
