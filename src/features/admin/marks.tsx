import { formatCents } from '../../ui/price.tsx';
import { formatInstant } from '../../ui/time.tsx';
import type { EndReason } from '../booking/domain.ts';
import { type AgendaEntry, firstName, wasMoved } from './domain.ts';

/** What has become of an interview, in a word or two each: solid is true, hatched is waited for. */
export interface Mark {
  words: string;
  look: 'plain' | 'waits' | 'over';
}

/** Moved, called off, claimed, refunded: what a row of the agenda has to say beside its time. */
export function marksOf(entry: AgendaEntry, zone: string): Mark[] {
  const marks: Mark[] = [];
  if (wasMoved(entry)) marks.push({ words: 'Moved', look: 'plain' });
  if (entry.proposedAt) {
    marks.push({ words: `You proposed ${formatInstant(entry.proposedAt, zone)}`, look: 'waits' });
  }
  if (entry.state === 'cancelled') marks.push({ words: endedWords(entry), look: 'over' });
  else if (entry.absent === 'candidate') {
    marks.push({ words: `${firstName(entry.candidate.name)} did not come`, look: 'over' });
  }
  if (entry.claim === 'granted') marks.push({ words: 'Claimed', look: 'over' });
  if (entry.claim === 'queued') marks.push({ words: 'Claimed, not decided', look: 'waits' });
  if (entry.claim === 'declined') marks.push({ words: 'Claim declined', look: 'plain' });
  if (entry.report === 'sent') marks.push({ words: 'Report sent', look: 'plain' });
  else if (entry.state === 'completed' && !entry.absent) {
    marks.push({ words: entry.report ? 'Report begun' : 'Report owed', look: 'waits' });
  }
  const { refunded, captured } = entry.money;
  if (refunded > 0) {
    const amount = formatCents({ cents: refunded, currency: entry.price.currency });
    marks.push({ words: refunded < captured ? `${amount} refunded` : 'Refunded', look: 'over' });
  }
  return marks;
}

/** Who called it off, or why it came to nothing, to the interviewer. */
export function endedWords({ endReason, candidate }: Pick<AgendaEntry, 'endReason' | 'candidate'>): string {
  const by: Partial<Record<EndReason, string>> = {
    'candidate-cancelled': `${firstName(candidate.name)} canceled`,
    'interviewer-cancelled': 'You canceled',
    'operator-cancelled': 'The co-op canceled',
    'interviewer-absent': 'You did not come',
  };
  return (endReason && by[endReason]) ?? 'Canceled';
}

const LOOKS: Record<Mark['look'], string> = {
  plain: 'status status--confirmed',
  waits: 'status status--ack',
  over: 'status',
};

export function Marks({ entry, zone }: { entry: AgendaEntry; zone: string }) {
  const marks = marksOf(entry, zone);
  if (marks.length === 0) return null;
  return (
    <ul class="marks">
      {marks.map(({ words, look }) => (
        <li key={words} class={LOOKS[look]}>
          {words}
        </li>
      ))}
    </ul>
  );
}
