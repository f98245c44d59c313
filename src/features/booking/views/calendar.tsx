import { Button } from '../../../ui/button.tsx';
import { urls } from '../../../urls.ts';
import type { BookedInterviewer } from '../domain.ts';
import { firstName } from '../words.ts';
import { ClaimLost, ClaimProblem, type ClaimProblemProps } from './claim-problem.tsx';

/** What the cal.com embed needs to know. */
export interface CalendarWidget {
  origin: string;
  embedUrl: string;
  /** "alice/interview" */
  link: string;
}

/** Where the time that was picked goes: into a booking of its own, or to move the one there is. */
export type Sending =
  | {
      kind: 'claim';
      /** The price that was shown, signed by us. */
      quote: string;
      problem?: ClaimProblemProps;
    }
  | {
      kind: 'move';
      action: string;
      watch: string;
      /** Who moves it: cal.com tells the two sides apart by this. */
      email: string;
    };

/**
 * The frame that `client/calendar.ts` fills with the widget. `data-state` says what is true: loading,
 * ready, holding (a time was picked and is being claimed) or unreachable; the style shows its part.
 */
export function Calendar({
  widget,
  interviewer,
  sending,
  contact,
}: {
  widget: CalendarWidget;
  interviewer: BookedInterviewer;
  sending: Sending;
  contact: string;
}) {
  const name = firstName(interviewer.name);
  const action = sending.kind === 'move' ? sending.action : urls.bookings();
  return (
    <>
      <div class="cal-problem" id="claim-problem">
        {sending.kind === 'claim' && sending.problem && <ClaimProblem {...sending.problem} />}
      </div>
      <section
        class="cal"
        aria-label={`${name}’s open times`}
        data-calendar
        data-state="loading"
        data-origin={widget.origin}
        data-embed-url={widget.embedUrl}
        data-link={widget.link}
        data-rescheduled-by={sending.kind === 'move' ? sending.email : undefined}
        data-holding={sending.kind === 'move' ? 'Moving your session…' : 'Holding your time…'}
      >
        <p class="cal__status" role="status" data-calendar-status>
          Asking {name}’s calendar for open times.
        </p>
        <div class="cal__wait" aria-hidden="true" />
        <div class="cal__embed" data-calendar-embed />
        <div class="cal__down" data-calendar-down hidden>
          <h2>The calendar does not answer.</h2>
          <p>
            The times live at cal.com, and it did not get through to this page. An ad blocker or a strict
            network can do that too. Nothing was booked and nothing was charged.
          </p>
          <div class="cluster">
            <Button type="button" variant="primary">
              Try again
            </Button>
            <a href={mailTo(contact, interviewer.name)}>Or write to {contact}</a>
          </div>
        </div>
        <noscript>
          <div class="cal__down">
            <h2>The calendar needs JavaScript.</h2>
            <p>
              {sending.kind === 'claim' && 'Everything after this step works without it. '}
              <a href={mailTo(contact, interviewer.name)}>Write to {contact}</a> with two or three times that
              suit you, and your time zone.
            </p>
          </div>
        </noscript>
      </section>
      <form
        id="claim"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#claim-problem"
        hx-swap="innerHTML"
        {...{ 'hx-status:500': 'swap:none', 'hx-status:502': 'swap:none', 'hx-status:504': 'swap:none' }}
        data-lost="#claim-lost"
        data-lost-in="#claim-problem"
        hidden
      >
        {sending.kind === 'move' && <input type="hidden" name="watch" value={sending.watch} />}
        {sending.kind === 'claim' && (
          <>
            <input type="hidden" name="interviewer" value={interviewer.slug} />
            <input type="hidden" name="quote" value={sending.quote} />
          </>
        )}
        <input
          type="hidden"
          name="uid"
          value={(sending.kind === 'claim' && sending.problem?.retryUid) || ''}
        />
      </form>
      <template id="claim-lost">
        <ClaimLost moving={sending.kind === 'move'} />
      </template>
    </>
  );
}

const mailTo = (contact: string, name: string): string =>
  `mailto:${contact}?subject=${encodeURIComponent(`A time with ${name}`)}`;
