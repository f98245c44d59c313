import type { ComponentChildren } from 'preact';
import { ExternalLink } from '../../ui/external-link.tsx';
import { History } from '../../ui/history.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatCents } from '../../ui/price.tsx';
import { Tags } from '../../ui/tag.tsx';
import { formatDay, formatInstant, zoneLabel, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import { claimKindWords, historyLine } from '../booking/history-words.ts';
import type { BookingRecord, ProposalRecord } from '../booking/record-domain.ts';
import { type KeptReview, WORTH_WORDS } from '../review/domain.ts';
import { Acknowledge, mailAddress, type NoteForm } from './acknowledge-view.tsx';
import { type BookedInterview, firstName, formatReadings, type PanelOwner } from './domain.ts';
import { endedWords, Marks } from './marks.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { ProposalRows, RefundRows } from './record-rows.tsx';
import { ReportBox } from './report-box.tsx';
import { Resume } from './resume-view.tsx';

interface Props {
  owner: PanelOwner;
  booking: BookedInterview;
  record: BookingRecord;
  /** What the candidate said of it. */
  review: KeptReview | null;
  now: Date;
  /** What was typed to the candidate and can’t be sent so. */
  form?: NoteForm | undefined;
}

/** One interview: what the candidate wrote on the left, what is to be done on the right. */
export function BookingPage({ shell, ...props }: Props & { shell: Shell }) {
  const { owner, booking, record, now } = props;
  const telling = {
    zone: owner.timeZone,
    currency: booking.price.currency,
    candidate: firstName(booking.candidate.name),
    interviewer: 'You',
    isOperator: false,
  };
  return (
    <PanelLayout shell={shell} title={booking.candidate.name} person={owner}>
      <main id="main" class="panel">
        <div class="frame">
          <p class="crumb">
            <a class="textlink light" href={urls.admin()}>
              <Icon name="back" /> Bookings
            </a>
          </p>
          <div class="panel__title split">
            <div class="stack stack--tight">
              <h1>{booking.candidate.name}</h1>
              <Marks entry={booking} zone={owner.timeZone} />
            </div>
            <p>
              {formatDay(booking.startsAt, owner.timeZone)}. {distance(booking, now)}
            </p>
          </div>
          <div class="split split--top">
            <div class="dossier">
              <Happened {...props} />
              <Details booking={booking} />
              <Section title="Resume">
                {booking.resume ? (
                  <Resume id={booking.id} resume={booking.resume} candidate={booking.candidate.name} />
                ) : (
                  <p class="soft">None given. It was optional.</p>
                )}
              </Section>
              <Section title="Candidate">
                <p class="dossier__text">
                  {booking.candidate.name},{' '}
                  <ExternalLink href={mailAddress(booking)}>{booking.candidate.email}</ExternalLink>
                </p>
                <p class="soft">In {zoneLabel(booking.candidate.timeZone, booking.startsAt)} on the day.</p>
              </Section>
              {record.proposals.length > 0 && (
                <Section title="Other times">
                  <ProposalRows look={proposalLook} proposals={record.proposals} zone={owner.timeZone} />
                </Section>
              )}
              <Section title="Money">
                <p>{paymentWords(booking, owner.timeZone)}</p>
                {record.refunds.length > 0 && <RefundRows refunds={record.refunds} zone={owner.timeZone} />}
                <p class="soft">
                  Booking <span class="mono">{booking.reference}</span>
                </p>
              </Section>
            </div>
            <aside class="sticky">
              <ReportBox booking={booking} now={now} />
              <Acknowledge owner={owner} booking={booking} now={now} form={props.form} />
              <PlanChanges owner={owner} booking={booking} now={now} />
            </aside>
          </div>
          <History entries={record.history.map((row) => historyLine(row, telling))} zone={owner.timeZone} />
          <div id="change-slot" data-dialog-slot />
        </div>
      </main>
    </PanelLayout>
  );
}

/** What became of it, before what it was to be: called off, not attended, claimed. */
function Happened({ owner, booking, record: { claim }, review }: Props) {
  const first = firstName(booking.candidate.name);
  const zone = owner.timeZone;
  return (
    <>
      {booking.endedAt && (
        <Section title="Called off">
          <p>
            {endedWords(booking)}, {formatInstant(booking.endedAt, zone)}.
          </p>
          {booking.endNote && <blockquote class="dossier__text">{booking.endNote}</blockquote>}
        </Section>
      )}
      {booking.absent === 'candidate' && (
        <Section title="Absence">
          <p>
            You said that {first} did not come. The price is kept, and {first} has mail that says so.
          </p>
        </Section>
      )}
      {review && (
        <Section title="Worth it?">
          <p>
            <b>{WORTH_WORDS[review.rating]}.</b>{' '}
            <span class="soft">
              {review.decision === 'approved' ? 'On your profile.' : 'Nobody else reads it.'}
            </span>
          </p>
          {review.words && <blockquote class="dossier__text">{review.words}</blockquote>}
        </Section>
      )}
      {claim && (
        <Section title="Claim">
          <p>
            {first} asked for the money back on {formatInstant(claim.claimedAt, zone)}:{' '}
            {claimKindWords(claim.kind).toLowerCase()}. {CLAIM_OUTCOMES[claim.state]}
          </p>
          {claim.reason ? (
            <blockquote class="dossier__text">{claim.reason}</blockquote>
          ) : (
            <p class="soft">No reason given. None was needed.</p>
          )}
        </Section>
      )}
    </>
  );
}

const CLAIM_OUTCOMES: Record<NonNullable<BookingRecord['claim']>['state'], string> = {
  granted: 'All of it goes back.',
  queued: 'The co-op decides.',
  declined: 'The co-op declined.',
};

function Details({ booking: { details } }: { booking: BookedInterview }) {
  if (!details) {
    return (
      <Section title="Interview">
        <p class="soft">Nothing was entered for this booking.</p>
      </Section>
    );
  }
  return (
    <>
      <Section title="Interview">
        <div class="stack stack--tight">
          <Tags kind="subject" names={[details.subject]} />
          <Tags kind="technology" names={details.technologies} />
        </div>
      </Section>
      <Section title="Ask me about">
        <blockquote class="dossier__text">{details.focus}</blockquote>
      </Section>
      <Section title="Background">
        <p class="dossier__text">{details.background}</p>
      </Section>
      <Section title="The real loop">
        <Written text={details.targetCompanies} otherwise="No company or stage named." />
      </Section>
      <Section title="Anything else">
        <Written text={details.notes} otherwise="Nothing else." />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Written({ text, otherwise }: { text: string; otherwise: string }) {
  return text ? <p class="dossier__text">{text}</p> : <p class="soft">{otherwise}</p>;
}

function distance(booking: BookedInterview, now: Date): string {
  if (booking.state === 'cancelled') return 'Called off.';
  if (now >= booking.endsAt) return 'Over.';
  if (now >= booking.startsAt)
    return `On now, ${formatReadings(booking.endsAt.getTime() - now.getTime())} left.`;
  return `Starts in ${formatReadings(booking.startsAt.getTime() - now.getTime())}.`;
}

function paymentWords({ price, money, confirmedAt }: BookedInterview, zone: string): string {
  const { currency } = price;
  const paid = `${formatCents(price)}, paid in full on ${formatInstant(confirmedAt, zone)} in ${zonePlace(zone)}.`;
  if (money.refunded === 0) return paid;
  const kept = formatCents({ cents: money.captured - money.refunded, currency });
  return `${paid} ${formatCents({ cents: money.refunded, currency })} given back, ${kept} kept.`;
}

function proposalLook(answer: ProposalRecord['answer']): string {
  if (answer === 'moved') return 'status status--confirmed';
  return answer === null || answer === 'accepted' ? 'status status--ack' : 'status';
}
