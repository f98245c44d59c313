import type { Report } from './domain.ts';

/** A whole report of an invented session on a search field. */
export const aReport: Report = {
  judgedAs: 'Senior',
  verdict: 3,
  line: 'Yes, just.',
  why: 'I would argue for you, and I would expect an argument. You framed this better than most seniors I see. Then you went quiet at the one moment I needed to hear you think.',
  turnedAt: 22,
  dimensions: [
    {
      key: 'framing',
      rating: 4,
      evidence: [
        { minute: 3, text: 'Asked who types, how fast, and how slow the network gets.', kept: true },
        { minute: 12, text: 'Offered a debounce, then said what it would not fix.', kept: true },
      ],
    },
    {
      key: 'communication',
      rating: 2,
      evidence: [
        { minute: 22, text: 'Four minutes of silence. I could not give you credit.', kept: false },
        { minute: 51, text: 'The cost of your design, correct, delivered as an apology.', kept: false },
      ],
    },
    {
      key: 'code',
      rating: 3,
      evidence: [
        { minute: 33, text: 'One hint about reply order. You found the line yourself.', kept: true },
      ],
    },
    {
      key: 'testing',
      rating: 2,
      evidence: [
        { minute: 42, text: 'Tested what you had built. I had to ask for a slow reply.', kept: false },
        { minute: 47, text: 'Then wrote that test in ninety seconds.', kept: true },
      ],
    },
    {
      key: 'tradeoffs',
      rating: 3,
      evidence: [{ minute: 53, text: 'Picked ignore over abort, and knew what it wastes.', kept: true }],
    },
  ],
  code: {
    text: 'useEffect(() => {\n  if (!query) return;\n  const wait = setTimeout(async () => {\n    const res = await fetch(address(query));\n    setHits(await res.json());\n  }, 250);\n  return () => clearTimeout(wait);\n}, [query]);',
    notes: [
      { line: 2, text: 'Clearing the box keeps the old hits. Small, and a user would file it.' },
      { line: 5, text: 'This is the one. If “rea” answers after “react”, it wins.' },
    ],
  },
  steps: [
    {
      title: 'Say the dead ends out loud.',
      text: 'When your hands stop, say what you are ruling out.',
      test: 'A recorded problem has no gap over thirty seconds without a word.',
      resource: '',
    },
    {
      title: 'Write the test that hurts, first.',
      text: 'You tested your idea. Test the world: slow, out of order, empty, twice.',
      test: 'Before you say “done”, you name three replies that would break it.',
      resource: 'https://example.com/testing',
    },
    {
      title: 'State the cost flat.',
      text: '',
      test: 'Your next design talk has no “sorry” in it.',
      resource: '',
    },
  ],
};

/** The form as a browser sends it for this report. */
export function formOf(report: Report): FormData {
  const form = new FormData();
  const set = (name: string, value: string | number | null) =>
    form.set(name, value === null ? '' : String(value));
  set('judgedAs', report.judgedAs);
  if (report.verdict) set('verdict', report.verdict);
  set('line', report.line);
  set('why', report.why);
  set('turnedAt', report.turnedAt);
  for (const { key, rating, evidence } of report.dimensions) {
    if (rating) set(`${key}.rating`, rating);
    evidence.forEach(({ minute, text, kept }, index) => {
      set(`${key}.${index}.minute`, minute);
      set(`${key}.${index}.text`, text);
      set(`${key}.${index}.kept`, kept ? 'kept' : 'lost');
    });
  }
  set('code', report.code.text);
  report.code.notes.forEach(({ line, text }, index) => {
    set(`note.${index}.line`, line);
    set(`note.${index}.text`, text);
  });
  report.steps.forEach(({ title, text, test, resource }, index) => {
    set(`step.${index}.title`, title);
    set(`step.${index}.text`, text);
    set(`step.${index}.test`, test);
    set(`step.${index}.resource`, resource);
  });
  return form;
}
