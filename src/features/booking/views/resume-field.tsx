import type { ComponentChildren } from 'preact';
import { FileField } from '../../../ui/file-field.tsx';
import { fileSize } from '../../../ui/file-size.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { ResumeInfo } from '../domain.ts';
import { RESUME_LIMIT } from '../forms.ts';

/**
 * The resume: the stored one as a chip, and the way to give another. The chosen file is named by
 * `client/file-field.ts`, which also says so when it is too large or no PDF before it is sent.
 */
export function ResumeField({ resume, error }: { resume: ResumeInfo | null; error?: string | undefined }) {
  return (
    <div data-file-limit={RESUME_LIMIT}>
      <FileField
        name="resume"
        label="Resume"
        note={`Optional, PDF, up to ${RESUME_LIMIT / 1024 / 1024} MB`}
        accept="application/pdf,.pdf"
        prompt="Drop a file here, or choose one"
        {...(resume ? { hint: 'A new file replaces the one below.' } : {})}
        error={error}
      >
        {resume && (
          <StoredResume resume={resume}>
            <button
              class="icon-btn"
              type="submit"
              name="resumeAction"
              value="remove"
              formnovalidate
              aria-label={`Remove ${resume.filename}`}
            >
              <Icon name="close" />
            </button>
          </StoredResume>
        )}
        <div class="file" data-file-chosen hidden>
          <Icon name="file" />
          <p>
            <b data-file-name />
            <span data-file-size />
          </p>
          <button class="icon-btn" type="button" data-file-clear aria-label="Take this file back">
            <Icon name="close" />
          </button>
        </div>
        <p class="field__error" role="alert" data-file-problem hidden />
      </FileField>
    </div>
  );
}

/** A stored file by its name and size. */
export function StoredResume({ resume, children }: { resume: ResumeInfo; children?: ComponentChildren }) {
  return (
    <div class="file">
      <Icon name="file" />
      <p>
        <b>{resume.filename}</b>
        <span>{fileSize(resume.size)}, uploaded</span>
      </p>
      {children}
    </div>
  );
}
