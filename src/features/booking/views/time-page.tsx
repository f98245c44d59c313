import { BookingLayout } from '../../../ui/layout.tsx';
import { TechnologyTag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Shell } from '../../../web/env.ts';
import { type Price, SESSION } from '../../interviewers/domain.ts';
import type { BookedInterviewer } from '../domain.ts';
import { POLICY } from '../policy.ts';
import { firstName } from '../words.ts';
import { Calendar, type CalendarWidget } from './calendar.tsx';
import type { ClaimProblemProps } from './claim-problem.tsx';
import { NoCalendar } from './no-calendar.tsx';
import { progressOf } from './progress.ts';
import { OfferSummary, SummaryBar } from './summary.tsx';

export interface TimePageProps {
  shell: Shell;
  interviewer: BookedInterviewer;
  price: Price;
  /** The price, signed, as it comes back with the claim. */
  quote: string;
  /** Null: this interviewer has no working calendar. */
  calendar: CalendarWidget | null;
  problem?: ClaimProblemProps;
  /** A mail address. */
  contact: string;
}

export function TimePage({ shell, interviewer, price, calendar, contact, quote, problem }: TimePageProps) {
  return (
    <BookingLayout
      shell={shell}
      title={`Pick a time with ${interviewer.name}`}
      description={`Pick a time for a ${SESSION.interviewMinutes}-minute practice interview with ${interviewer.name}, and ${SESSION.feedbackMinutes} minutes of feedback.`}
      image={{
        path: urls.interviewerCard(interviewer.slug),
        alt: `${interviewer.name}, interviewer at 508.dev.`,
      }}
      steps={progressOf('time', interviewer)}
      leave={{ href: urls.interviewer(interviewer.slug), label: 'Leave booking' }}
    >
      <main id="main" class="booking">
        <div class="frame">
          <SummaryBar
            interviewer={interviewer}
            price={price}
            when={`${SESSION.interviewMinutes} + ${SESSION.feedbackMinutes} minutes`}
          />
          <div class="split">
            <div>
              <div class="booking__title">
                <h1>Pick ninety minutes.</h1>
                <p>
                  Sixty to be interviewed, thirty to hear about it. Choose a start time. We hold it for{' '}
                  {POLICY.holdMinutes} minutes while you fill in the rest.
                </p>
              </div>
              {calendar ? (
                <Calendar
                  widget={calendar}
                  interviewer={interviewer}
                  contact={contact}
                  sending={{ kind: 'claim', quote, ...(problem && { problem }) }}
                />
              ) : (
                <NoCalendar interviewer={interviewer} contact={contact} />
              )}
              <Service interviewer={interviewer} />
            </div>
            <OfferSummary interviewer={interviewer} price={price} terms={shell.terms} />
          </div>
        </div>
      </main>
    </BookingLayout>
  );
}

/** What is being booked, cut where the session is cut. */
function Service({ interviewer }: { interviewer: BookedInterviewer }) {
  const name = firstName(interviewer.name);
  const subjects = interviewer.subjects.map((tag) => tag.name);
  return (
    <section class="service" aria-labelledby="service">
      <h2 id="service">What happens in them</h2>
      <div class="service__cut">
        <div>
          <h3>
            {SESSION.interviewMinutes} minutes <span>Interview</span>
          </h3>
          <p>
            A real technical interview, in one subject and the technologies you choose. {name} asks, you work,
            and nobody helps you early.
          </p>
          {subjects.length > 0 && <p class="service__subjects">{listOf(subjects)}.</p>}
          <ul class="tags">
            {interviewer.technologies.map(({ slug, name: technology }) => (
              <li key={slug}>
                <TechnologyTag name={technology} />
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>
            {SESSION.feedbackMinutes} minutes <span>Feedback</span>
          </h3>
          <p>What went well, what did not, and what to do about it. Bring questions.</p>
        </div>
      </div>
    </section>
  );
}

const listOf = (names: string[]): string =>
  new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names);
