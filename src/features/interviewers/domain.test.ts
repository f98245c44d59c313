import { describe, expect, it } from 'vitest';
import { careerBars, catalogueOf, type InterviewerSummary, loosenings, type Tag } from './domain.ts';

const subject = (slug: string): Tag => ({ kind: 'subject', slug, name: slug });
const technology = (slug: string): Tag => ({ kind: 'technology', slug, name: slug });

function person(slug: string, subjects: string[], technologies: string[]): InterviewerSummary {
  return {
    id: slug,
    slug,
    name: slug,
    headline: '',
    line: '',
    summary: '',
    portraitId: null,
    price: { cents: 100_00, currency: 'usd' },
    subjects: subjects.map(subject),
    technologies: technologies.map(technology),
    isSample: true,
  };
}

const ada = person('ada', ['coding', 'frontend'], ['react', 'css']);
const bo = person('bo', ['coding', 'design'], ['go']);
const cy = person('cy', ['design'], ['go', 'react']);
const everyone = [ada, bo, cy];
const list = (asked: { subject?: string[]; technology?: string[] }) =>
  catalogueOf(everyone, { subject: [], technology: [], ...asked });
const names = (people: InterviewerSummary[]) => people.map(({ slug }) => slug);

describe('the catalogue', () => {
  it('shows everyone where nothing is chosen', () => {
    expect(names(list({}).people)).toEqual(['ada', 'bo', 'cy']);
  });

  it('keeps only those who have every chosen tag', () => {
    expect(names(list({ subject: ['coding'] }).people)).toEqual(['ada', 'bo']);
    expect(names(list({ subject: ['coding', 'design'] }).people)).toEqual(['bo']);
    expect(names(list({ subject: ['design'], technology: ['react'] }).people)).toEqual(['cy']);
  });

  it('leaves out tags that nobody has, and repeats', () => {
    const catalogue = list({ subject: ['coding', 'coding', 'nonsense', "' or 1=1"], technology: ['coding'] });
    expect(catalogue.choice).toEqual({ subject: ['coding'], technology: [] });
    expect(names(catalogue.people)).toEqual(['ada', 'bo']);
  });

  it('counts for each tag how many would remain with it chosen as well', () => {
    const { technologies } = list({ subject: ['design'] });
    expect(technologies.map(({ slug, count }) => [slug, count])).toEqual([
      ['go', 2],
      ['react', 1],
      ['css', 0],
    ]);
  });

  it('keeps tags in one order whatever is chosen, so that nothing moves under the pointer', () => {
    const order = (tags: { slug: string }[]) => tags.map(({ slug }) => slug);
    expect(order(list({ technology: ['css'] }).subjects)).toEqual(order(list({}).subjects));
  });

  it('offers the list without each chosen tag', () => {
    expect(list({ subject: ['frontend'], technology: ['go'] }).applied).toEqual([
      { tag: subject('frontend'), choice: { subject: [], technology: ['go'] }, count: 2 },
      { tag: technology('go'), choice: { subject: ['frontend'], technology: [] }, count: 1 },
    ]);
  });

  it('says what to let go of when nobody fits, the most people first', () => {
    const empty = list({ subject: ['frontend'], technology: ['go'] });
    expect(empty.people).toEqual([]);
    expect(loosenings(empty).map(({ tag, count }) => [tag.slug, count])).toEqual([
      ['frontend', 2],
      ['go', 1],
    ]);
  });

  it('offers nothing to let go of where that would still leave nobody', () => {
    expect(loosenings(list({ subject: ['frontend', 'design'], technology: ['css', 'go'] }))).toEqual([]);
  });

  it('is empty without anybody', () => {
    const empty = catalogueOf([], { subject: ['coding'], technology: [] });
    expect(empty).toMatchObject({ people: [], total: 0, subjects: [], technologies: [], applied: [] });
  });
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
