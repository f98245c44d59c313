import { formatPrice } from '../../../ui/price.tsx';
import { formatInstant } from '../../../ui/time.tsx';
import type { Booking } from '../domain.ts';

/** What is behind and what is ahead: done is solid, waiting is hatched, later is empty. */
export function Track({ booking, name, now }: { booking: Booking; name: string; now: Date }) {
  const zone = booking.candidate.timeZone;
  const over = booking.state === 'completed' || now >= booking.endsAt;
  const steps = [
    {
      title: 'Paid',
      text: booking.confirmedAt
        ? `${formatInstant(booking.confirmedAt, zone)}. ${formatPrice(booking.price)}`
        : formatPrice(booking.price),
      look: 'is-done',
    },
    { title: 'Time confirmed', text: `${name}’s calendar said yes`, look: 'is-done' },
    booking.readAt
      ? {
          title: `${name} has read your notes`,
          text: formatInstant(booking.readAt, zone),
          look: 'is-done',
        }
      : {
          title: `${name} reads your notes`,
          text: over ? 'Not confirmed' : 'Not yet. You get one mail.',
          look: over ? undefined : 'is-wait',
        },
    {
      title: over ? 'You talked' : 'You talk',
      text: formatInstant(booking.startsAt, zone),
      look: over ? 'is-done' : undefined,
    },
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
