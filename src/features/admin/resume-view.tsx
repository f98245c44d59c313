import { ButtonLink } from '../../ui/button.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import type { ResumeInfo } from '../booking/domain.ts';

/** Asks a browser's viewer for the page as wide as the frame, without small ones of all pages beside it. Seen in Chromium. */
const OPENED = '#navpanes=0&pagemode=none&view=FitH';

/**
 * A candidate's resume: to save, and to read in the page where the browser can show a PDF. The frame is fetched when it
 * is unfolded; a script unfolds it at once where that works, and says so where it does not (`client/resume.ts`).
 */
export function Resume({ id, resume, candidate }: { id: string; resume: ResumeInfo; candidate: string }) {
  return (
    <div class="stack">
      <div class="resume">
        <div class="resume__page" aria-hidden="true">
          <Icon name="file" />
        </div>
        <div class="resume__meta">
          <p>
            <b>{resume.filename}</b>
            <br />
            <span class="small soft">{fileSize(resume.size)}, PDF</span>
          </p>
          <p>
            <ButtonLink href={urls.adminBookingResume(id)} small icon="down">
              Download
            </ButtonLink>
          </p>
        </div>
      </div>
      <details class="resume__view" data-pdf-view>
        <summary>Read it here</summary>
        <iframe
          class="resume__frame"
          src={urls.adminBookingResumeView(id) + OPENED}
          title={`Resume of ${candidate}`}
          loading="lazy"
        />
        <p class="small soft">Nothing to see? Then this browser shows no PDFs in a page. Download it.</p>
      </details>
      <p class="small soft" data-no-pdf hidden>
        This browser shows no PDFs in a page. Download it to read it.
      </p>
    </div>
  );
}
