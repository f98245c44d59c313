import { describe, expect, it } from 'vitest';
import { type Choice, choiceFrom, EVERYONE } from './address-domain.ts';
import { aloneOf, catalogueOf, loosenings } from './catalogue-domain.ts';
import type { InterviewerSummary, Openings, Tag } from './domain.ts';
import { similarTo } from './similar-domain.ts';
import { startsOf } from './starts-domain.ts';

const subject = (slug: string): Tag => ({ kind: 'subject', slug, name: slug });
const technology = (slug: string): Tag => ({ kind: 'technology', slug, name: slug });
const at = (day: number): Openings => ({
  next: new Date(Date.UTC(2026, 10, day, 9)),
  known: true,
  within: day < 18 ? ['48h', 'week'] : ['week'],
  week: [],
});

function person(
  name: string,
  subjects: string[],
  technologies: string[],
  rest: Partial<InterviewerSummary> = {},
): InterviewerSummary {
  return {
    id: name,
    slug: name,
    name,
    headline: '',
    line: '',
    summary: '',
    portraitId: null,
    bookable: true,
    price: { cents: 100_00, currency: 'usd' },
    subjects: subjects.map(subject),
    technologies: technologies.map(technology),
    languages: ['English'],
    companies: [],
    open: { next: null, known: true, within: [], week: [] },
    isSample: true,
    ...rest,
  };
}

const usd = (dollars: number) => ({ cents: dollars * 100, currency: 'usd' });
const ada = person('ada', ['coding', 'frontend'], ['react', 'css'], { price: usd(150), open: at(19) });
const bo = person('bo', ['coding', 'design'], ['go'], { price: usd(120), companies: ['Björk & Co'] });
const cy = person('cy', ['design'], ['go', 'react'], {
  price: usd(200),
  open: at(17),
  languages: ['English', 'Spanish'],
});
const everyone = [ada, bo, cy];
const list = (asked: Partial<Choice>, all = everyone) => catalogueOf(all, { ...EVERYONE, ...asked });
const names = (people: readonly InterviewerSummary[]) => people.map(({ slug }) => slug);

describe('an address', () => {
  const read = (query: string) => choiceFrom(new URLSearchParams(query));

  it('is read into a choice', () => {
    expect(
      read(
        'q=%20two++words&subject=a&subject=b&technology=c&max=150&when=48h&language=Spanish&sort=price&rows=full',
      ),
    ).toEqual({
      q: 'two words',
      subject: ['a', 'b'],
      technology: ['c'],
      max: 150,
      when: '48h',
      language: ['Spanish'],
      sort: 'price',
      rows: 'full',
    });
  });

  it.each([
    '',
    'max=-1',
    'max=1e3',
    'max=1.5',
    'max=99999999',
    'when=always',
    'when=toString',
    'sort=__proto__',
    'sort=constructor',
    'rows=huge',
    'q=%00%07',
    'subject[]=a',
  ])('of nonsense (%s) asks for everyone', (query) => {
    expect(read(query)).toEqual(EVERYONE);
  });

  it('is read up to a length', () => {
    expect(read(`q=${'x'.repeat(5_000)}`).q).toHaveLength(80);
  });
});

describe('the catalogue', () => {
  it('shows everyone where nothing is chosen, who is free next first, who has no time last', () => {
    expect(names(list({}).people)).toEqual(['cy', 'ada', 'bo']);
  });

  it('puts whom nobody knows anything of between those who are free and those who are not', () => {
    const unread = person('unread', [], [], { open: { next: null, known: false, within: [], week: [] } });
    expect(names(list({}, [bo, unread, ada]).people)).toEqual(['ada', 'unread', 'bo']);
  });

  it('goes by price and name where asked to', () => {
    expect(names(list({ sort: 'price' }).people)).toEqual(['bo', 'ada', 'cy']);
    expect(names(list({ sort: 'price-high' }).people)).toEqual(['cy', 'ada', 'bo']);
    expect(names(list({ sort: 'name' }).people)).toEqual(['ada', 'bo', 'cy']);
  });

  it.each<[Partial<Choice>, string[]]>([
    [{ subject: ['coding'] }, ['ada', 'bo']],
    [{ subject: ['coding', 'design'] }, ['bo']],
    [{ subject: ['design'], technology: ['react'] }, ['cy']],
    [{ language: ['Spanish'] }, ['cy']],
    [{ max: 150 }, ['ada', 'bo']],
    [{ max: 119 }, []],
    [{ when: '48h' }, ['cy']],
    [{ when: 'weekend' }, []],
    [{ q: 'BJORK' }, ['bo']],
    [{ q: 'react cy' }, ['cy']],
    [{ q: 'nobody' }, []],
  ])('keeps only those who fit %j', (asked, expected) => {
    expect(names(list(asked).people)).toEqual(expected);
  });

  it('leaves out what nobody has, repeats, and a price nobody asks more than', () => {
    const { choice } = list({
      subject: ['coding', 'coding', "' or 1=1"],
      technology: ['coding'],
      language: ['Klingon'],
      max: 200,
    });
    expect(choice).toEqual({ ...EVERYONE, subject: ['coding'] });
  });

  it('counts for each option how many would remain with it chosen as well', () => {
    const { technologies, spans } = list({ subject: ['design'] });
    expect(technologies.map(({ value, count }) => [value, count])).toEqual([
      ['go', 2],
      ['react', 1],
      ['css', 0],
    ]);
    expect(spans.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ['', 2, true],
      ['48h', 1, false],
      ['week', 1, false],
      ['weekend', 0, false],
    ]);
  });

  it('keeps options in one order whatever is chosen, so that nothing moves under the pointer', () => {
    const order = (asked: Partial<Choice>) => list(asked).subjects.map(({ value }) => value);
    expect(order({ technology: ['css'] })).toEqual(order({}));
  });

  it('says of every part what going without it gives, the most people first', () => {
    const empty = list({ subject: ['frontend'], technology: ['go'], max: 150 });
    expect(empty.people).toEqual([]);
    expect(empty.applied.map(({ label }) => label)).toEqual(['frontend', 'go', 'up to $150']);
    expect(loosenings(empty).map(({ without, count }) => [without, count])).toEqual([
      ['Without frontend', 1],
      ['Without go', 1],
    ]);
  });

  it('says what each part gives alone, where letting go of one is not enough', () => {
    const empty = list({ subject: ['frontend', 'design'], technology: ['css', 'go'] });
    expect(loosenings(empty)).toEqual([]);
    expect(aloneOf(empty).map(({ label, alone }) => [label, alone.count])).toEqual([
      ['design', 2],
      ['go', 2],
      ['frontend', 1],
      ['css', 1],
    ]);
  });

  it('puts every price on one scale, and has none where everyone asks the same', () => {
    expect(list({}).prices).toMatchObject({ lowest: 120, highest: 200, step: 5 });
    expect(list({}).prices?.marks.map(({ at, count }) => [at, count])).toEqual([
      [0, 1],
      [37.5, 1],
      [100, 1],
    ]);
    expect(list({}, [ada, { ...bo, price: ada.price }]).prices).toBeNull();
    expect(
      list({}, [person('free', [], [], { price: usd(0) }), person('dear', [], [], { price: usd(5000) })])
        .prices,
    ).toMatchObject({ lowest: 0, highest: 5000 });
  });

  it('is empty without anybody', () => {
    expect(list({ subject: ['coding'] }, [])).toMatchObject({
      people: [],
      total: 0,
      applied: [],
      prices: null,
    });
  });

  it('takes two hundred people with forty tags each in its stride', () => {
    const tags = Array.from({ length: 40 }, (_, index) => `t${index}`);
    const many = Array.from({ length: 200 }, (_, index) =>
      person(`p${index}`, tags, tags, { price: usd(index) }),
    );
    const start = performance.now();
    expect(list({ subject: ['t1'], max: 99, q: 'p1' }, many).people).toHaveLength(11);
    expect(performance.now() - start).toBeLessThan(250);
  });
});

describe('a starting point', () => {
  it('leads to somebody, with the middle of the prices', () => {
    expect(startsOf(everyone, EVERYONE).map(({ title, hint, count }) => [title, hint, count])).toEqual([
      ['My first loop in years', 'Coding, $120 or less', 1],
      ['My loop is this week', 'Anyone free within 48 hours', 1],
    ]);
    expect(startsOf([], { ...EVERYONE, sort: 'next' })).toEqual([]);
  });
});

describe('someone similar', () => {
  it('shares the most tags, and is free first among equals', () => {
    const paused = { subjects: [subject('design')], technologies: [technology('go')] };
    expect(names(similarTo(paused, everyone))).toEqual(['cy', 'bo']);
    expect(similarTo({ subjects: [], technologies: [] }, everyone)).toEqual([]);
  });
});
