import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { History } from '../../ui/history.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PanelLayout } from '../../ui/layout.tsx';
import { formatCents, formatPrice } from '../../ui/price.tsx';
import { Ruler } from '../../ui/ruler.tsx';
import { Tags } from '../../ui/tag.tsx';
import { formatClock, formatDay, formatInstant, formatSpan, zoneLabel, zonePlace } from '../../ui/time.tsx';
import { urls } from '../../urls.ts';
import type { Shell } from '../../web/env.ts';
import type { ResumeInfo } from '../booking/domain.ts';
import { claimKindWords, historyLine } from '../booking/history-words.ts';
import type { BookingRecord } from '../booking/record-domain.ts';
import { SESSION } from '../interviewers/domain.ts';
import { type KeptReview, WORTH_WORDS } from '../review/domain.ts';
import {
  type BookedInterview,
  callAddress,
  firstName,
  formatReadings,
  type PanelOwner,
  readingOf,
} from './domain.ts';
import { endedWords, Marks } from './marks.tsx';
import { Proposals, Refunds } from './money-views.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { ReportBox } from './report-box.tsx';
import { ReadingStatus } from './status.tsx';

interface Props {
  owner: PanelOwner;
  booking: BookedInterview;
  record: BookingRecord;
  /** What the candidate said of it. */
  review: KeptReview | null;
  now: Date;
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
                  <Resume id={booking.id} resume={booking.resume} />
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
                  <Proposals proposals={record.proposals} zone={owner.timeZone} />
                </Section>
              )}
              <Section title="Money">
                <p>{paymentWords(booking, owner.timeZone)}</p>
                {record.refunds.length > 0 && <Refunds refunds={record.refunds} zone={owner.timeZone} />}
                <p class="soft">
                  Booking <span class="mono">{booking.reference}</span>
                </p>
              </Section>
            </div>
            <aside class="sticky">
              <ReportBox booking={booking} now={now} />
              <Acknowledge {...props} />
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

function Resume({ id, resume }: { id: string; resume: ResumeInfo }) {
  return (
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
  );
}

function Acknowledge({ owner, booking, now }: Omit<Props, 'record' | 'review'>) {
  const first = firstName(booking.candidate.name);
  const call = callAddress(booking.meetingUrl);
  const feedbackAt = new Date(booking.startsAt.getTime() + SESSION.interviewMinutes * 60_000);
  const clock = (at: Date) => formatClock(at, owner.timeZone);
  return (
    <div class="ackbox">
      <div class="ackbox__status">
        <ReadingStatus booking={booking} now={now} />
        <span class="num small">{formatPrice(booking.price)}</span>
      </div>
      <div class="ackbox__body">
        <Ruler labels={[clock(booking.startsAt), clock(feedbackAt), clock(booking.endsAt)]} />
        <ConfirmReading owner={owner} booking={booking} now={now} />
        {call && (
          <ButtonLink href={call} wide icon="out">
            Open the call
          </ButtonLink>
        )}
        <ButtonLink href={mailAddress(booking)} wide icon="arrow">
          Write to {first}
        </ButtonLink>
      </div>
      <dl class="ackbox__zones">
        <div>
          <dt>You, {zonePlace(owner.timeZone)}</dt>
          <ZoneTime booking={booking} zone={owner.timeZone} />
        </div>
        <div>
          <dt>
            {first}, {zonePlace(booking.candidate.timeZone)}
          </dt>
          <ZoneTime booking={booking} zone={booking.candidate.timeZone} />
        </div>
      </dl>
    </div>
  );
}

function ZoneTime({ booking, zone }: { booking: BookedInterview; zone: string }) {
  return (
    <dd>
      {formatSpan(booking.startsAt, booking.endsAt, zone)}
      <span>{formatDay(booking.startsAt, zone)}</span>
    </dd>
  );
}

function ConfirmReading({ owner, booking, now }: Omit<Props, 'record' | 'review'>) {
  const first = firstName(booking.candidate.name);
  const reading = readingOf(booking, now);
  if (booking.readAt) {
    return (
      <p>
        You confirmed on {formatInstant(booking.readAt, owner.timeZone)} in {zonePlace(owner.timeZone)}.{' '}
        {first} has mail that says so.
      </p>
    );
  }
  if (reading === 'late') {
    return (
      <p>
        {booking.state === 'cancelled' ? 'This interview was called off.' : 'This interview is over.'} There
        is nothing left to confirm.
      </p>
    );
  }
  return (
    <form class="stack" method="post" action={urls.adminBookingReading(booking.id)}>
      <Button variant="primary" wide icon="check">
        Confirm I have read this
      </Button>
      <p>{first} gets one mail that says you have. Nothing else changes.</p>
    </form>
  );
}

function mailAddress({ candidate, reference }: BookedInterview): string {
  const to = encodeURIComponent(candidate.email).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(`Your interview, ${reference}`)}`;
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
