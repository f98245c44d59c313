import { POLICY } from '../booking/policy.ts';
import { Clause, ClausesPage, type ClausesProps, MailTo } from './clauses-view.tsx';

/** What is kept about whom. It says what the software does; change both together. */
export function PrivacyPage({ shell, contact, image }: ClausesProps) {
  return (
    <ClausesPage
      shell={shell}
      image={image}
      title="Privacy"
      heading="What we know about you."
      description="What the 508.dev Interview Service asks, where it is stored, who sees it, and every cookie by name. No analytics, no advertising."
      lede="What you type, and nothing that you do not. No analytics, no advertising, no tracking."
    >
      <Clause title="What we ask" reading="5 MB" unit="of PDF, if you like">
        <p>
          When you choose a time: your name, e-mail address and time zone. Then your background, a subject,
          your technologies and what to interview you on. Only if you want: target companies, a note, and your
          resume.
        </p>
      </Clause>
      <Clause title="Where it is stored">
        <p>In this service’s own database, your resume included. A backup is a copy of that database.</p>
      </Clause>
      <Clause title="Who sees it" reading="1 interviewer" unit="reads it">
        <p>
          Your interviewer reads all of it, here and in a mail. No other interviewer does. The co-op’s
          operators see which bookings there are, whose and when, and look after the database.
        </p>
      </Clause>
      <Clause title="Who else handles it" reading="2 services" unit="besides ours">
        <p>
          <b>cal.com</b> is the calendar you choose a time in. It gets your name, e-mail address, time zone
          and the time you chose.
        </p>
        <p>
          <b>Stripe</b> takes the payment. It gets your e-mail address, what you buy and your card. The card’s
          number never reaches us.
        </p>
        <p>Our mail provider carries the mails about your booking.</p>
      </Clause>
      <Clause title="What your browser keeps" reading="6 cookies" unit="at most">
        <Kept />
        <p>
          None of them follows you anywhere else. The calendar and the payment page belong to cal.com and
          Stripe and may set cookies of their own.
        </p>
      </Clause>
      <Clause title="What our log keeps">
        <p>
          Which page was asked for, without what follows its question mark, and how long the answer took. Not
          who asked. What happens to a booking is logged under its number.
        </p>
      </Clause>
      <Clause title="For how long" reading={`${POLICY.linkDaysAfterSession} days`} unit="a mail’s link works">
        <p>
          What you send stays with your booking until a person deletes it. Nothing deletes it by itself. The
          links in our mails open your booking until {POLICY.linkDaysAfterSession} days after the session.
        </p>
      </Clause>
      <Clause title="Questions, copies, corrections, deletion">
        <p>
          Write to <MailTo address={contact} />.
        </p>
      </Clause>
    </ClausesPage>
  );
}

const KEPT = [
  {
    name: '__Host-bookings',
    why: 'Lets this browser open the bookings made or opened in it. Signed; no script can read it.',
    days: '180 days',
  },
  { name: 'tz', why: 'Your time zone, so that times are shown in it.', days: '1 year' },
  { name: '__Host-session', why: 'Keeps interviewers and operators signed in.', days: '30 days' },
  {
    name: '__Host-second-factor',
    why: 'Knows, while interviewers and operators look for their code, that the password fit.',
    days: '10 minutes',
  },
  {
    name: 'theme',
    why: 'Light or dark, if you pressed the switch, so that pages come in it.',
    days: '1 year',
  },
  {
    name: 'fonts',
    why: 'Says that this browser has our fonts and scripts, so that pages come with them.',
    days: '1 year',
  },
];

function Kept() {
  return (
    <table class="clause__table">
      <caption class="sr-only">Cookies by name</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">For</th>
          <th scope="col">Kept</th>
        </tr>
      </thead>
      <tbody>
        {KEPT.map(({ name, why, days }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{why}</td>
            <td>{days}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
