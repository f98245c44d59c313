import { describe, expect, it } from 'vitest';
import { careerBars, standingOf } from './domain.ts';

it('a profile that was taken down is paused, one that never was up is a draft', () => {
  const day = new Date('2026-11-01');
  expect(standingOf({ publishedAt: day, firstPublishedAt: day })).toBe('live');
  expect(standingOf({ publishedAt: null, firstPublishedAt: day })).toBe('paused');
  expect(standingOf({ publishedAt: null, firstPublishedAt: null })).toBe('draft');
});

describe('the bars of a career', () => {
  const job = (startYear: number, endYear: number | null) => ({
    company: 'A',
    title: 'B',
    startYear,
    endYear,
  });

  it('share one axis from the first year to now', () => {
    expect(careerBars([job(2022, null), job(2016, 2022)], 2026)).toEqual([
      { from: 60, to: 100 },
      { from: 0, to: 60 },
    ]);
  });

  it('give a job that began this year a width, inside the axis', () => {
    const [bar] = careerBars([job(2026, null), job(2016, 2026)], 2026);
    expect(bar).toEqual({ from: 95, to: 100 });
  });

  it('stand for a single job that began this year', () => {
    expect(careerBars([job(2026, null)], 2026)).toEqual([{ from: 50, to: 100 }]);
  });
});
