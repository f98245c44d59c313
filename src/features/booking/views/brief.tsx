import type { ComponentChildren } from 'preact';
import { Tags } from '../../../ui/tag.tsx';
import type { BookingDetails, ResumeInfo } from '../domain.ts';
import { StoredResume } from './resume-field.tsx';

/** Everything the candidate told the interviewer, in the order of the form. Empty answers are left out. */
export function Brief({ details, resume }: { details: BookingDetails; resume: ResumeInfo | null }) {
  return (
    <>
      <dl class="brief">
        <Row label="Subject">{details.subject}</Row>
        {details.technologies.length > 0 && (
          <Row label="Technologies">
            <Tags kind="technology" names={details.technologies} />
          </Row>
        )}
        <Row label="Ask about" text={details.focus} />
        <Row label="Background" text={details.background} />
        <Row label="Target companies" text={details.targetCompanies} />
        <Row label="Anything else" text={details.notes} />
      </dl>
      {resume && <StoredResume resume={resume} />}
    </>
  );
}

function Row({ label, text, children }: { label: string; text?: string; children?: ComponentChildren }) {
  if (text === '') return null;
  return (
    <div class="brief__row">
      <dt>{label}</dt>
      <dd class={text === undefined ? undefined : 'brief__text'}>{text ?? children}</dd>
    </div>
  );
}
