import { type Choice, everyoneAs } from './address-domain.ts';
import { countOf } from './catalogue-domain.ts';
import type { InterviewerSummary } from './domain.ts';
import { inDollars } from './price-domain.ts';

/** Somewhere to begin for someone who knows none of these names, with how many people it gives. */
export interface Start {
  title: string;
  hint: string;
  choice: Choice;
  count: number;
}

/** Starting points that lead to somebody. The price is the middle of what coders ask. */
export function startsOf(all: readonly InterviewerSummary[], as: Pick<Choice, 'sort' | 'rows'>): Start[] {
  const coders = all.filter(({ subjects }) => subjects.some(({ slug }) => slug === 'coding'));
  const asked = coders.map(({ price }) => price.cents / 100).sort((a, b) => a - b);
  const max = Math.ceil((asked[Math.floor((asked.length - 1) / 2)] ?? 0) / 5) * 5;
  const from = (title: string, hint: string, part: Partial<Choice>): Start => {
    const choice = { ...everyoneAs(as), ...part };
    return { title, hint, choice, count: countOf(all, choice) };
  };
  return [
    from('My first loop in years', `Coding, ${inDollars(max)} or less`, { subject: ['coding'], max }),
    from('My loop is this week', 'Anyone free within 48 hours', { when: '48h' }),
    from('I freeze on vague briefs', 'System design', { subject: ['system-design'] }),
  ].filter(({ count }) => count > 0);
}
