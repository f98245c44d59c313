import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer } from '../domain.ts';
import { firstName } from '../words.ts';

/** An interviewer whose calendar is not connected has no times to show. */
export function NoCalendar({ interviewer, contact }: { interviewer: BookedInterviewer; contact: string }) {
  const name = firstName(interviewer.name);
  return (
    <Notice tone="error" title={`${name}’s calendar is not connected right now.`}>
      <p>
        So there are no times to show, and nothing to pay.{' '}
        <a href={`mailto:${contact}`}>Write to {contact}</a>, or look at{' '}
        <a href={urls.interviewers()}>the other interviewers</a>.
      </p>
    </Notice>
  );
}
