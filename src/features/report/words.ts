import { SESSION } from '../interviewers/domain.ts';
import {
  type CodeNote,
  codeLines,
  type NextStep,
  type Rating,
  type Report,
  type ReportRefusal,
} from './domain.ts';

export const RATING_WORDS: Record<Rating, string> = {
  1: 'Strong no',
  2: 'No',
  3: 'Yes',
  4: 'Strong yes',
};

/** Why a report can't be written, saved or sent, and what to do about it. */
export function reportRefusalWords(
  refused: ReportRefusal,
  candidate: string,
): { title: string; text: string } {
  switch (refused) {
    case 'not-over':
      return {
        title: 'Not yet.',
        text: `A report can be written from minute ${SESSION.interviewMinutes} of the session on.`,
      };
    case 'ended':
      return { title: 'There is nothing to report on.', text: 'This session was called off.' };
    case 'candidate-absent':
      return { title: 'There is nothing to report on.', text: `You said that ${candidate} did not come.` };
    case 'sent':
      return {
        title: 'It is with them.',
        text: `${candidate} has the report. It can’t be changed any more.`,
      };
    case 'incomplete':
      return { title: 'Not sent yet.', text: 'Something is missing. It is saved, and the list says what.' };
    case 'stale':
      return {
        title: 'Not saved: another tab has.',
        text: 'This report was changed elsewhere since you opened it here. Copy what you need, and open it anew.',
      };
  }
}

const NUMBERS = ['No', 'One', 'Two', 'Three'];

/** The next steps that say something. */
export const writtenSteps = (steps: readonly NextStep[]): NextStep[] => steps.filter(({ title }) => title);

/** What stands over so many next steps. */
export const stepsTitle = (count: number): string =>
  `${NUMBERS[count] ?? count} ${count === 1 ? 'thing.' : 'things, in this order.'}`;

/** The notes on the candidate's code in its order, each with the letter that ties it to its line. */
export function markedNotes({
  text,
  notes,
}: Report['code']): (CodeNote & { line: number; letter: string })[] {
  const last = codeLines(text).length;
  return notes
    .filter((note): note is CodeNote & { line: number } => note.line !== null && note.line <= last)
    .toSorted((a, b) => a.line - b.line)
    .map((note, index) => ({ ...note, letter: String.fromCharCode(65 + index) }));
}
