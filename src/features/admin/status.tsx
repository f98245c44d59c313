import { type AgendaEntry, readingOf } from './domain.ts';

/** Whether the interviewer told the candidate that the details were read. Hatched: still waiting. */
export function ReadingStatus({
  booking,
  now,
  pill = false,
}: {
  booking: Pick<AgendaEntry, 'readAt' | 'state' | 'endsAt'>;
  now: Date;
  pill?: boolean;
}) {
  const reading = readingOf(booking, now);
  const look = reading === 'confirmed' ? ' status--confirmed' : reading === 'owed' ? ' status--ack' : '';
  return (
    <span class={`status${look}${pill ? ' status--pill' : ''}`}>
      {reading === 'confirmed' ? 'Read' : reading === 'owed' ? 'Not read yet' : 'Never read'}
    </span>
  );
}
