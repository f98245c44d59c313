import { urls } from '../urls.ts';
import type { Shell } from '../web/env.ts';
import { ExternalLink } from './external-link.tsx';
import { Logo } from './mark.tsx';
import { SampleNote } from './notice.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const SAMPLE = 'Sample data. Nobody here is a real person, and no price is a real offer.';

/** The footer is a drawing's title block. */
export function SiteFooter({ shell, sheet }: { shell: Shell; sheet: string }) {
  return (
    <footer class="site-footer">
      <div class="frame">
        <div class="title-block">
          <div class="title-block__cell title-block__cell--brand">
            <Logo decorative />
            <p>
              Interview Service. Run by 508.dev, a co-op owned by the engineers in it. 508 is the HTTP status
              for Loop Detected, which is also what a company calls its series of interviews.
            </p>
          </div>
          <nav class="title-block__cell" aria-label="Book">
            <span class="title-block__key">Book</span>
            <a href={urls.interviewers()}>Interviewers</a>
            <a href={`${urls.home()}#how`}>How it works</a>
            <a href={`${urls.home()}#guarantee`}>Guarantee</a>
            <a href={`${urls.home()}#faq`}>Questions</a>
          </nav>
          <nav class="title-block__cell" aria-label="Co-op">
            <span class="title-block__key">Co-op</span>
            <ExternalLink href="https://508.dev/">About 508.dev</ExternalLink>
            <ExternalLink href={`mailto:${shell.contact}`}>Contact</ExternalLink>
            <a href={urls.admin()}>Interviewer panel</a>
            <a href={urls.terms()}>Terms</a>
            <a href={urls.privacy()}>Privacy</a>
            <a href={urls.refunds()}>Refunds</a>
          </nav>
          <div class="title-block__cell title-block__cell--wide">
            <span class="title-block__key">Theme</span>
            <ThemeSwitch theme={shell.theme} />
          </div>
          <Reading label="Status">508 Loop Detected</Reading>
          <Reading label="Scale">1:1, 90 min</Reading>
          <div class="title-block__cell">
            <span class="title-block__key">Drawn by</span>
            <span>The owners</span>
          </div>
          <div class="title-block__cell">
            <span class="title-block__key">Sheet</span>
            <span>{sheet}</span>
          </div>
          <div class="title-block__cell title-block__cell--wide">
            <span class="title-block__key">Note</span>
            {shell.sampleData ? (
              <SampleNote>{SAMPLE}</SampleNote>
            ) : (
              <span>One engineer, one call, one price.</span>
            )}
          </div>
        </div>
      </div>
    </footer>
  );
}

/** The footer where someone is at work: who to thank for nothing, and the theme. */
export function BareFooter({ shell }: { shell: Shell }) {
  return (
    <footer class="bare-footer">
      <div class="frame">
        {shell.sampleData ? <SampleNote>{SAMPLE}</SampleNote> : <span>508.dev Interview Service</span>}
        <ThemeSwitch theme={shell.theme} />
      </div>
    </footer>
  );
}

function Reading({ label, children }: { label: string; children: string }) {
  return (
    <div class="title-block__cell">
      <span class="title-block__key">{label}</span>
      <span class="mono">{children}</span>
    </div>
  );
}
