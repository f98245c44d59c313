import { cleanLine, cleanText } from '../../typed.ts';
import {
  dimensionsFor,
  type Evidence,
  LAST_MINUTE,
  MOST,
  RATINGS,
  type Rating,
  type Report,
  STEPS,
} from './domain.ts';

export type Problems = Partial<Record<string, string>>;

/**
 * A draft from its form. A field that can't be kept as it is has a word in `problems`, and is left as it was typed:
 * such a form is not saved.
 *
 * @param subject decides what is rated
 */
export function readReport(form: FormData, subject: string | null): { report: Report; problems: Problems } {
  const problems: Problems = {};
  const raw = (field: string): string => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
  const within = (field: string, value: string, limit: number): string => {
    if (value.length > limit)
      problems[field] = `That is more than ${limit.toLocaleString('en-US')} characters. Shorten it a little.`;
    return value;
  };
  const line = (field: string, limit: number) => within(field, cleanLine(raw(field)), limit);
  const text = (field: string, limit: number) => within(field, cleanText(raw(field)), limit);
  const rating = (field: string): Rating | null => RATINGS.find((one) => String(one) === raw(field)) ?? null;
  const number = (field: string, { from, to }: { from: number; to: number }): number | null => {
    const typed = raw(field).trim();
    if (!typed) return null;
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= from && value <= to) return value;
    problems[field] = `A whole number from ${from} to ${to}.`;
    return null;
  };
  const minute = (field: string) => number(field, { from: 0, to: LAST_MINUTE });

  const evidenceOf = (key: string): Evidence[] =>
    Array.from({ length: MOST.evidence }, (_, index) => ({
      minute: minute(`${key}.${index}.minute`),
      text: line(`${key}.${index}.text`, MOST.evidenceText),
      kept: raw(`${key}.${index}.kept`) !== 'lost',
    })).filter(({ minute, text }) => minute !== null || text);

  const code = within('code', raw('code').replace(/\r\n?/g, '\n').replaceAll('\0', '').trimEnd(), MOST.code);
  if (code.split('\n').length > MOST.codeLines)
    problems.code = `More than ${MOST.codeLines} lines. Keep the part that mattered.`;

  const report: Report = {
    judgedAs: line('judgedAs', MOST.judgedAs),
    verdict: rating('verdict'),
    line: line('line', MOST.line),
    why: text('why', MOST.why),
    turnedAt: minute('turnedAt'),
    dimensions: dimensionsFor(subject).map((key) => ({
      key,
      rating: rating(`${key}.rating`),
      evidence: evidenceOf(key),
    })),
    code: {
      text: code,
      notes: Array.from({ length: MOST.codeNotes }, (_, index) => ({
        line: number(`note.${index}.line`, { from: 1, to: MOST.codeLines }),
        text: line(`note.${index}.text`, MOST.noteText),
      })).filter(({ line, text }) => line !== null || text),
    },
    steps: Array.from({ length: STEPS }, (_, index) => ({
      title: line(`step.${index}.title`, MOST.stepTitle),
      text: text(`step.${index}.text`, MOST.stepText),
      test: line(`step.${index}.test`, MOST.stepTest),
      resource: address(`step.${index}.resource`),
    })),
  };
  return { report, problems };

  /** Only what a browser may follow: what an interviewer pastes is read by somebody else. */
  function address(field: string): string {
    const typed = line(field, MOST.resource);
    if (!typed) return '';
    const url = URL.canParse(typed) ? new URL(typed) : null;
    if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
    problems[field] = 'A whole web address, with https:// in front.';
    return typed;
  }
}
