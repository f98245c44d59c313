import { formatCents } from '../../../ui/price.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import type { Booking, EndReason } from '../domain.ts';
import { latestRefund, type RefundLine } from '../receipt-domain.ts';
import { REFUND_STATES } from '../refund-words.ts';

interface Step {
  title: string;
  text: string;
  look: 'is-done' | 'is-wait' | undefined;
}

/** What is behind and what is ahead: done is solid, waiting is hatched, later is empty. */
export function Track({
  booking,
  name,
  refunds,
  now,
}: {
  booking: Booking;
  name: string;
  refunds: readonly RefundLine[];
  now: Date;
}) {
  const zone = booking.candidate.timeZone;
  const over = booking.state === 'completed' || now >= booking.endsAt;
  const steps: Step[] = [
    {
      title: 'Paid',
      text: booking.confirmedAt
        ? `${formatInstant(booking.confirmedAt, zone)}. ${formatCents(booking.price)}`
        : formatCents(booking.price),
      look: 'is-done',
    },
    { title: 'Time confirmed', text: `${name}’s calendar said yes`, look: 'is-done' },
    ...(booking.endedAt && !booking.readAt ? [] : [readStep(booking, name, over)]),
    ...(booking.endedAt ? [] : [sessionStep(booking, name, over)]),
    ...(booking.endedAt ? [endStep(booking, name, booking.endedAt)] : []),
    ...moneyStep(booking, refunds),
  ];
  return (
    <ol class="track">
      {steps.map(({ title, text, look }) => (
        <li key={title} class={look}>
          <b>{title}</b>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

function readStep(booking: Booking, name: string, over: boolean): Step {
  if (booking.readAt) {
    return {
      title: `${name} has read your notes`,
      text: formatInstant(booking.readAt, booking.candidate.timeZone),
      look: 'is-done',
    };
  }
  return {
    title: `${name} reads your notes`,
    text: over ? 'Not confirmed' : 'Not yet. You get one mail.',
    look: over ? undefined : 'is-wait',
  };
}

function sessionStep(booking: Booking, name: string, over: boolean): Step {
  const text = formatInstant(booking.startsAt, booking.candidate.timeZone);
  if (booking.absent === 'candidate')
    return { title: 'You did not come', text: `So says ${name}`, look: 'is-done' };
  return { title: over ? 'You talked' : 'You talk', text, look: over ? 'is-done' : undefined };
}

function endStep(booking: Booking, name: string, endedAt: Date): Step {
  const text = formatInstant(endedAt, booking.candidate.timeZone);
  const title = endTitles(name)[booking.endReason ?? 'candidate-cancelled'] ?? 'Canceled';
  return { title, text, look: 'is-done' };
}

function moneyStep(booking: Booking, refunds: readonly RefundLine[]): Step[] {
  const refund = latestRefund(refunds);
  if (!refund)
    return booking.endedAt
      ? [{ title: 'Price kept', text: formatCents(booking.price), look: 'is-done' }]
      : [];
  const amount = formatCents({ ...booking.price, cents: refund.amountCents });
  return [
    {
      title: 'Money back',
      text: `${amount}, ${REFUND_STATES[refund.state]}`,
      look: refund.state === 'succeeded' ? 'is-done' : 'is-wait',
    },
  ];
}

const endTitles = (name: string): Partial<Record<EndReason, string>> => ({
  'candidate-cancelled': 'You canceled',
  'interviewer-cancelled': `${name} canceled`,
  'operator-cancelled': 'We canceled',
  'interviewer-absent': `${name} did not come`,
});
