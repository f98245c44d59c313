/**
 * One made-up session, told twice on the home page: minute by minute, and as feedback. Everything that
 * shows it says that it is a sample.
 */
export const SESSION_OF = {
  interview: 'Frontend: search as you type',
  judgedAs: 'Senior',
  interviewer: 'Adaeze Okonkwo',
  turnedAt: 22,
} as const;

/** What the interviewer wrote down, and whether it spoke for the candidate. */
export interface SessionNote {
  minute: number;
  phase: string;
  kept: boolean;
  text: string;
  /** Where it stands on the wide chart: which of its two rows, and over how many minutes. */
  row: 1 | 2;
  width: number;
}

export const PHASES = [
  { name: 'Clarify', from: 0, to: 9 },
  { name: 'Approach', from: 9, to: 19 },
  { name: 'Code', from: 19, to: 41 },
  { name: 'Test', from: 41, to: 50 },
  { name: 'Cost', from: 50, to: 60 },
];

export const NOTES: readonly SessionNote[] = [
  {
    ...{ minute: 3, phase: 'Clarify', kept: true, row: 1, width: 9 },
    text: 'Asked who types, how fast, and how slow the network is.',
  },
  {
    ...{ minute: 12, phase: 'Approach', kept: true, row: 2, width: 18 },
    text: 'Debounce, and said what it does not fix.',
  },
  {
    ...{ minute: 22, phase: 'Code', kept: false, row: 1, width: 11 },
    text: 'Silent for four minutes. I had no idea what you were thinking.',
  },
  {
    ...{ minute: 33, phase: 'Code', kept: true, row: 2, width: 17 },
    text: 'Took the hint on reply order and ran with it.',
  },
  {
    ...{ minute: 42, phase: 'Test', kept: false, row: 1, width: 9 },
    text: 'Happy path only. I had to ask for a slow reply.',
  },
  {
    ...{ minute: 51, phase: 'Cost', kept: false, row: 2, width: 9 },
    text: 'Right answer, given as an apology.',
  },
];

/** The hiring scale: four steps, and no middle one to hide in. */
export const SCALE = ['Strong no', 'No', 'Yes', 'Strong yes'] as const;

/** Steps on the scale, 1 to 4. */
export const OVERALL = 3;

export const MARKS = [
  { name: 'Framing', step: 4 },
  { name: 'Communication', step: 2 },
  { name: 'Code', step: 3 },
  { name: 'Testing', step: 2 },
  { name: 'Trade-offs', step: 3 },
];

/** The candidate's code at minute 33. `depth` is its indent in characters. */
export const CODE: readonly { number: number; depth: number; text: string; hot?: boolean }[] = [
  { number: 18, depth: 0, text: 'useEffect(() => {' },
  { number: 19, depth: 2, text: 'if (!query) return;' },
  { number: 20, depth: 2, text: 'setBusy(true);' },
  { number: 21, depth: 2, text: 'const wait = setTimeout(async () => {' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the candidate's code, not ours.
  { number: 22, depth: 4, text: 'const res = await fetch(`/api/search?q=${query}`);', hot: true },
  { number: 23, depth: 4, text: 'setHits(await res.json());', hot: true },
  { number: 24, depth: 4, text: 'setBusy(false);' },
  { number: 25, depth: 2, text: '}, 250);' },
  { number: 26, depth: 2, text: 'return () => clearTimeout(wait);' },
  { number: 27, depth: 0, text: '}, [query]);' },
  { number: 28, depth: 0, text: ' ' },
  { number: 29, depth: 0, text: 'return { hits, busy };' },
];

/** The interviewer's notes on it: `row` is where each has room in the margin. One may be the bug that mattered. */
export const CODE_NOTES = [
  {
    ...{ letter: 'A', line: 19, row: 2, minute: 26, main: false },
    title: 'Clearing the box keeps the old hits.',
    text: 'An empty query returns early. Small, and a user would file it.',
  },
  {
    ...{ letter: 'B', line: 23, row: 6, minute: 33, main: true },
    title: 'This is the one.',
    text: 'Type “rea”, then “react”. If “rea” answers last, it wins, and the page shows results for a word that is no longer in the box.',
  },
  {
    ...{ letter: 'C', line: 26, row: 10, minute: 31, main: false },
    title: 'It cancels the wait, not the request.',
    text: 'You said “cleanup handles it”. It handles 250 ms of it.',
  },
] as const;

export const NEXT = [
  {
    title: 'Say the dead ends out loud.',
    text: 'When your hands stop, say what you are ruling out. One sentence is all I needed at minute 22.',
    fixed: 'A recorded problem has no gap over thirty seconds without a word.',
  },
  {
    title: 'Write the test that hurts, first.',
    text: 'You tested your idea. Test the world: slow, out of order, empty, twice.',
    fixed: 'Before you say “done”, you name three replies that would break it.',
  },
  {
    title: 'State the cost flat.',
    text: 'You knew what the design wastes. You said sorry for it.',
    fixed: 'Your next design talk has no “I guess”, “sorry” or “probably” in it.',
  },
];
