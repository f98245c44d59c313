import { CANCELLATION } from '../../ui/cancellation-words.ts';
import { urls } from '../../urls.ts';
import { POLICY } from '../booking/policy.ts';
import { SESSION } from '../interviewers/domain.ts';
import { Clause, ClausesPage, type ClausesProps, MailTo } from './clauses-view.tsx';

/** What is bought and sold here. It says what the software does; change both together. */
export function TermsPage({ shell, contact, image }: ClausesProps) {
  const { freeCancelHours, guaranteeDays } = shell.terms;
  return (
    <ClausesPage
      shell={shell}
      image={image}
      title="Terms"
      heading="Terms."
      description="What you buy from the 508.dev Interview Service, what it costs, when you are charged, and how to change or cancel."
      lede="What you buy, what it costs, and what we do not sell. It is short because there is no more to it."
    >
      <Clause title="Who you deal with" reading="508.dev" unit="LLC">
        <p>
          508.dev LLC runs this service. It is a co-op owned by the engineers in it, and your interviewer is
          one of them. Write to <MailTo address={contact} />.
        </p>
      </Clause>
      <Clause title="What you buy" reading={`${SESSION.totalMinutes} min`} unit="with one engineer">
        <p>
          One call with the interviewer you chose: {SESSION.interviewMinutes} minutes of technical interview
          in the subject and the technologies you named, then {SESSION.feedbackMinutes} minutes of feedback.
        </p>
      </Clause>
      <Clause title="What it costs" reading="1 price" unit="for all of it">
        <p>
          The price on the profile when you choose your time. It covers the interview and the feedback. Your
          booking keeps that price, whatever the profile says later.
        </p>
      </Clause>
      <Clause
        title="How a booking comes about"
        reading={`${POLICY.holdMinutes} min`}
        unit="your time is held"
      >
        <p>
          Choosing a time holds it for {POLICY.holdMinutes} minutes. You tell your interviewer what to ask and
          pay on Stripe’s page. Your bank sets the amount aside. You are charged once the interviewer’s
          calendar has confirmed the time.
        </p>
        <p>If it can’t be confirmed, the amount is released and you are charged nothing.</p>
      </Clause>
      <Clause title="Changing or canceling" reading={`${freeCancelHours} h`} unit="before, and earlier: free">
        <p>
          You do both on your booking’s page, which your confirmation mail opens.{' '}
          {CANCELLATION.lead(freeCancelHours)} {CANCELLATION.later} The hour can no longer be given to anybody
          else. If you do not come, the price is kept.
        </p>
        <p>
          {CANCELLATION.ours} They may also propose another time, and you answer. Your booking keeps the terms
          you were shown when you booked.
        </p>
      </Clause>
      <Clause title="What we do not sell">
        <p>
          A job, a referral, or an employer’s questions. Your interviewer gives you practice and an opinion.
          Please do not send us anything that belongs to your employer.
        </p>
      </Clause>
      <Clause title="When it was not worth it" reading="100%" unit={`back, for ${guaranteeDays} days`}>
        <p>
          Ask for your money within {guaranteeDays} days of the session, on your booking’s page.{' '}
          <a href={urls.refunds()}>How refunds work</a>.
        </p>
      </Clause>
    </ClausesPage>
  );
}
