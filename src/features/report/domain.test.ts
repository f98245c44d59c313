import { describe, expect, it } from 'vitest';
import {
  codeLines,
  completeness,
  dimensionName,
  dimensionsFor,
  emptyReport,
  LAST_MINUTE,
  missingIn,
  placed,
  type Report,
  refuseReport,
} from './domain.ts';
import { aReport } from './report.fixture.ts';

const fields = (report: Report) => missingIn(report).map(({ field }) => field);
const startsAt = new Date('2026-11-19T20:00:00Z');
const minute = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);

describe('what is rated', () => {
  it('depends on the subject, and always includes how they talked', () => {
    expect(dimensionsFor('System design')).toContain('design');
    expect(dimensionsFor('Coding')).toContain('testing');
    expect(dimensionsFor(null)).toEqual(dimensionsFor('Something new'));
    for (const subject of ['Coding', 'System design', 'Behavioral', 'Debugging', 'Code review']) {
      expect(dimensionsFor(subject)).toContain('communication');
      expect(new Set(dimensionsFor(subject)).size).toBe(5);
    }
  });

  it('has a name a person reads, also for one of another time', () => {
    expect(dimensionName('tradeoffs')).toBe('Trade-offs and cost');
    expect(dimensionName('toString')).toBe('toString');
  });
});

describe('what is missing', () => {
  it('is nothing in a whole report, and most of an empty one', () => {
    expect(missingIn(aReport)).toEqual([]);
    expect(completeness(aReport)).toBe(100);
    expect(fields(emptyReport('Coding'))).toEqual([
      ...['verdict', 'line', 'why', 'framing.rating'],
      ...['step.0.title', 'step.1.title', 'step.2.title'],
    ]);
    expect(completeness(emptyReport('Coding'))).toBe(0);
  });

  it('is a minute for every rating', () => {
    const [first, ...rest] = aReport.dimensions;
    if (!first) throw new Error('no dimension');
    expect(fields({ ...aReport, dimensions: [{ ...first, evidence: [] }, ...rest] })).toEqual([
      'framing.0.minute',
    ]);
    const undated = [{ minute: null, text: 'Said so.', kept: true }];
    expect(fields({ ...aReport, dimensions: [{ ...first, evidence: undated }, ...rest] })).toEqual([
      'framing.0.minute',
    ]);
  });

  it('is a rating for what was seen', () => {
    const [first, ...rest] = aReport.dimensions;
    if (!first) throw new Error('no dimension');
    expect(fields({ ...aReport, dimensions: [{ ...first, rating: null }, ...rest] })).toEqual([
      'framing.rating',
    ]);
  });

  it('is not what did not come up, as long as three things are rated', () => {
    const unrated = (from: number) =>
      aReport.dimensions.map((one, index) => (index < from ? one : { ...one, rating: null, evidence: [] }));
    expect(fields({ ...aReport, dimensions: unrated(3) })).toEqual([]);
    expect(missingIn({ ...aReport, dimensions: unrated(2) })).toEqual([
      { field: 'code.rating', text: 'Rate 1 more' },
    ]);
  });

  it('is the line of a note that points beside the code', () => {
    const notes = [{ line: 9, text: 'Here.' }];
    expect(fields({ ...aReport, code: { text: 'one\ntwo', notes } })).toEqual(['code']);
    expect(fields({ ...aReport, code: { text: '', notes: [] } })).toEqual([]);
  });
});

describe('when a report can be written', () => {
  const booking = { startsAt, absent: null, state: 'confirmed' } as const;
  it('is from the end of the interview on: the notes are fresh, the feedback is still being given', () => {
    expect(refuseReport(booking, minute(59))).toBe('not-over');
    expect(refuseReport(booking, minute(60))).toBeNull();
    expect(refuseReport({ ...booking, state: 'completed' }, minute(10_000))).toBeNull();
  });

  it('is never where there was no session', () => {
    expect(refuseReport({ ...booking, state: 'cancelled' }, minute(90))).toBe('ended');
    expect(refuseReport({ ...booking, absent: 'candidate' }, minute(90))).toBe('candidate-absent');
  });
});

describe('the chart', () => {
  const at = (minute: number) => ({ minute, text: String(minute), kept: true });
  it('has evidence in the order of time, inside the hour, with room for its words', () => {
    const lane = placed([at(51), at(3), at(0), at(LAST_MINUTE)]);
    expect(lane.map(({ minute }) => minute)).toEqual([0, 3, 51, 90]);
    for (const { at, width, isFlipped } of lane) {
      const [from, to] = isFlipped ? [at + 1 - width, at + 1] : [at, at + width];
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(60);
      expect(width).toBeGreaterThanOrEqual(20);
    }
    expect(lane.map(({ isFlipped }) => isFlipped)).toEqual([false, false, true, true]);
  });

  it('leaves out what has no minute', () => {
    expect(placed([{ minute: null, text: 'Somewhere', kept: true }])).toEqual([]);
  });
});

describe('code', () => {
  it('keeps its lines, also the empty ones, and how deep they stand', () => {
    expect(codeLines('def f():\n\treturn 1\n\nf()')).toEqual([
      { number: 1, depth: 0, text: 'def f():' },
      { number: 2, depth: 2, text: 'return 1' },
      { number: 3, depth: 0, text: ' ' },
      { number: 4, depth: 0, text: 'f()' },
    ]);
    expect(codeLines('  \n ')).toEqual([]);
  });
});
