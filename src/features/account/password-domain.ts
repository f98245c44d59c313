import { COMMON_PASSWORDS } from './common-passwords-domain.ts';

/** What a password must measure, in characters. */
export const PASSWORD = { shortest: 10, longest: 128 } as const;

/** Why a new password is not taken. */
export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'yours' | 'same';

/** Words that anybody trying to get in here would begin with. */
const OURS = ['508dev', 'interview', 'interviewer', 'practice'];
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '012345678901234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiop',
];
const RUNS_BOTH_WAYS = RUNS.flatMap((run) => [run, [...run].toReversed().join('')]);

/**
 * What is wrong with a password that somebody wants, or null. Length counts, and that nobody would
 * guess it; kinds of characters don't (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordProblem(
  wanted: string,
  known: { email: string; name: string; current?: string },
): PasswordProblem | null {
  const length = [...wanted].length;
  if (length < PASSWORD.shortest) return 'too-short';
  if (wanted.length > PASSWORD.longest) return 'too-long';
  if (wanted === known.current) return 'same';
  if (isCommon(wanted)) return 'common';
  return isTheirs(wanted, known) ? 'yours' : null;
}

/** On the list, also with digits or signs put after it, or made of one run, or of very few characters. */
function isCommon(wanted: string): boolean {
  const lower = wanted.toLowerCase();
  const bare = lower.replace(/[\d\W_]+$/, '');
  if (COMMON_PASSWORDS.has(lower) || COMMON_PASSWORDS.has(bare)) return true;
  if (new Set(lower).size <= 3) return true;
  return isMadeOfRuns(lower);
}

/** Whether the word is runs of four and more neighbors on a keyboard or in the alphabet, one after the other. */
function isMadeOfRuns(word: string): boolean {
  let at = 0;
  while (at < word.length) {
    let end = word.length;
    while (end - at >= 4 && !RUNS_BOTH_WAYS.some((run) => run.includes(word.slice(at, end)))) end--;
    if (end - at < 4) return false;
    at = end;
  }
  return true;
}

/** Little more than the person's name, their address or ours. */
function isTheirs(wanted: string, { email, name }: { email: string; name: string }): boolean {
  const plain = bareOf(wanted);
  const words = [...email.split(/[@.]/), email, name, ...name.split(/\s+/), ...OURS];
  const known = words.map(bareOf).filter((word) => word.length >= 4);
  const rest = known
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), plain);
  return plain !== rest && rest.replace(/\d/g, '').length < 4;
}

const bareOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
