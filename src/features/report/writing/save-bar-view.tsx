import { Button, ButtonLink } from '../../../ui/button.tsx';
import { formatClock } from '../../../ui/time.tsx';
import { urls } from '../../../urls.ts';
import { missingIn, type ReportRefusal } from '../domain.ts';
import { reportRefusalWords } from '../words.ts';
import type { Written } from '../written.ts';

/** What is kept by now, and the two keys. Comes anew with each save. */
export function SaveBar({
  about,
  report,
  problems,
  version,
  tab,
  savedAt,
  zone,
  refused,
}: Written & { refused?: ReportRefusal | undefined }) {
  const left = missingIn(report).length;
  const wrong = Object.keys(problems).length;
  return (
    <div class="savebar" id="savebar">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="tab" value={tab} />
      <p role="status">
        {refused ? (
          <>
            <span class="status status--bad">{reportRefusalWords(refused, about.first).title}</span>{' '}
            <span class="soft">{reportRefusalWords(refused, about.first).text}</span>
          </>
        ) : wrong > 0 ? (
          <>
            <span class="status status--bad">Not saved</span>{' '}
            <a class="textlink" href={`#${Object.keys(problems)[0]}`}>
              {Object.values(problems)[0]}
            </a>
          </>
        ) : savedAt ? (
          <>
            <span class="status status--confirmed">Saved {formatClock(savedAt, zone)}</span>{' '}
            <span class="soft">Only you see it.</span>
          </>
        ) : (
          <span class="soft">Nothing is saved yet. It is, as you write.</span>
        )}
      </p>
      {version > 0 && (
        <ButtonLink href={urls.adminReportPreview(about.bookingId)} small>
          Preview
        </ButtonLink>
      )}
      <Button small name="intent" value="save" savesByKey>
        Save
      </Button>
      <Button small variant="primary" name="intent" value="send" tail={left > 0 ? `${left} left` : undefined}>
        Send to {about.first}
      </Button>
    </div>
  );
}
