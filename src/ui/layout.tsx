import { urls } from '../urls.ts';
import { Document, type PageProps } from './document.tsx';
import { PanelHeader, type PanelPerson } from './panel-header.tsx';
import { BareFooter, SiteFooter } from './site-footer.tsx';
import { BareHeader, SiteHeader } from './site-header.tsx';
import { type BookingProgress, Steps } from './steps.tsx';

/** The public pages. The page itself writes `<main id="main">`. */
export function SiteLayout({ children, ...page }: PageProps) {
  return (
    <Document {...page}>
      <SiteHeader path={page.shell.path} />
      {children}
      <SiteFooter sheet={page.title} shell={page.shell} />
    </Document>
  );
}

/** Booking: a bare header with the way out, the progress where there is one, a bare footer. */
export function BookingLayout({
  children,
  steps,
  leave = { href: urls.interviewers(), label: 'Leave booking' },
  ...page
}: PageProps & { steps?: BookingProgress; leave?: { href: string; label: string } | null }) {
  return (
    <Document {...page}>
      <BareHeader leave={leave ?? undefined} />
      {steps && <Steps {...steps} />}
      {children}
      <BareFooter sampleData={page.shell.sampleData} />
    </Document>
  );
}

/** The panel of interviewers and the operator's area: the same instrument in an ink housing. */
export function PanelLayout({
  children,
  person,
  area = 'interviewer',
  ...page
}: PageProps & { person: PanelPerson | null; area?: 'interviewer' | 'operator' }) {
  return (
    <Document {...page} noindex>
      <PanelHeader path={page.shell.path} area={area} person={person} />
      {children}
      <BareFooter sampleData={page.shell.sampleData} />
    </Document>
  );
}
