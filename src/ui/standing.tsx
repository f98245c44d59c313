import type { Standing } from '../features/interviewers/domain.ts';

const MARKS: Record<Standing, { tone: string; word: string }> = {
  live: { tone: 'status--confirmed', word: 'Live' },
  paused: { tone: 'status--ack', word: 'Paused' },
  draft: { tone: 'status--ack', word: 'Draft' },
};

/** What a member is told of a profile that nobody else sees. */
export const STANDING_WORDS: Record<Exclude<Standing, 'live'>, string> = {
  paused: 'Your profile is paused: nobody new can book you. The operator puts it back when you are ready.',
  draft: 'Your profile is a draft: nobody else sees it. The operator publishes it when you are ready.',
};

/** Whether the public sees a profile, in a word. */
export function StandingStatus({ standing }: { standing: Standing }) {
  const { tone, word } = MARKS[standing];
  return <span class={`status ${tone}`}>{word}</span>;
}
