import { describe, expect, it, test } from 'vitest';
import {
  CHECKS,
  changesTo,
  contradicts,
  type EventTypeSeen,
  isBroken,
  judge,
  keyProblem,
  likeliest,
  newsOf,
  type Seen,
  slugToMake,
  type Trouble,
  troubleIn,
  usernameFrom,
} from './domain.ts';

const NOW = new Date('2026-11-19T15:00:00Z');
const RIGHT: EventTypeSeen = {
  ...{ id: 7, slug: 'interview', title: 'Interview', minutes: 90 },
  ...{ otherLengths: false, asksFirst: true, pendingBlocks: true, guests: false },
};
const account = (more: Partial<Extract<Seen, { kind: 'account' }>> = {}): Seen => ({
  ...{ kind: 'account', eventType: RIGHT, webhook: 'right', trial: true },
  free: { count: 12, next: '2026-11-20T09:00:00.000Z' },
  ...more,
});
const withType = (more: Partial<EventTypeSeen>) => account({ eventType: { ...RIGHT, ...more } });
const judged = (seen: Seen, deliveredAt: Date | null = null) => judge(seen, { deliveredAt, now: NOW });
const bad = (seen: Seen, deliveredAt: Date | null = null) =>
  CHECKS.filter((name) => judged(seen, deliveredAt)[name] === 'bad');

describe('a check', () => {
  it('finds nothing wrong with what interviews need', () => {
    expect(new Set(Object.values(judged(account())))).toEqual(new Set(['good']));
    expect(troubleIn(account())).toBeNull();
  });

  test.each([
    ['another length', { minutes: 60 }, ['length']],
    ['a choice of lengths', { otherLengths: true }, ['length']],
    ['bookings accepted unasked', { asksFirst: false }, ['confirmation', 'pending']],
    ['pending bookings that keep nothing', { pendingBlocks: false }, ['pending']],
    ['guests', { guests: true }, ['guests']],
  ] as const)('finds %s, which can be repaired', (_what, wrong, names) => {
    expect(bad(withType(wrong))).toEqual(names);
    expect(changesTo({ ...RIGHT, ...wrong })).toEqual(names);
    expect(troubleIn(withType(wrong))).toBe('needs-repair');
  });

  test.each(['off', 'none'] as const)('finds a webhook that is %s', (webhook) => {
    expect(bad(account({ webhook }))).toEqual(['webhook']);
    expect(troubleIn(account({ webhook }))).toBe('needs-repair');
  });

  it('goes no further than what it could look at', () => {
    const refused = judged({ kind: 'key-refused' });
    expect(refused.key).toBe('bad');
    expect(CHECKS.filter((name) => refused[name] === 'unknown')).toHaveLength(CHECKS.length - 1);
    const gone = judged(account({ eventType: null, webhook: null, free: null, trial: false }));
    expect([gone.key, gone['event-type'], gone.length, gone.times]).toEqual([
      'good',
      'bad',
      'unknown',
      'unknown',
    ]);
  });

  it('takes a delivery of the last thirty days for a trial that arrived', () => {
    const lost = account({ trial: false });
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
    expect(bad(lost)).toEqual(['deliveries']);
    expect(bad(lost, daysAgo(29))).toEqual([]);
    expect(bad(lost, daysAgo(30))).toEqual(['deliveries']);
  });

  it('shows an empty calendar and a lost trial, and calls neither trouble', () => {
    const empty = account({ free: { count: 0, next: null }, trial: false });
    expect(bad(empty)).toEqual(['deliveries', 'times']);
    expect(troubleIn(empty)).toBeNull();
    expect(judged(account({ free: null })).times).toBe('unknown');
  });
});

describe('who is told', () => {
  const all: (Trouble | null)[] = [null, 'needs-repair', 'event-type-gone', 'key-refused'];
  const told = all.flatMap((before) =>
    all.map((after) => [before, after, newsOf(before, after)] as const).filter(([, , news]) => news),
  );
  it('is told when it breaks, when that gets worse, and when all is well, and of nothing between', () => {
    expect(told).toEqual([
      [null, 'needs-repair', 'broken'],
      [null, 'event-type-gone', 'broken'],
      [null, 'key-refused', 'broken'],
      ['needs-repair', null, 'works'],
      ['needs-repair', 'event-type-gone', 'broken'],
      ['needs-repair', 'key-refused', 'broken'],
      ['event-type-gone', null, 'works'],
      ['key-refused', null, 'works'],
    ]);
  });

  it('can be booked with what a repair puts right, and not without key or event type', () => {
    expect(all.map(isBroken)).toEqual([false, false, true, true]);
  });
});

describe('what cal.com says in passing', () => {
  test.each([
    ['key', null, true],
    ['key', 'needs-repair', true],
    ['key', 'event-type-gone', true],
    ['key', 'key-refused', false],
    ['key-works', 'key-refused', true],
    ['key-works', 'event-type-gone', false],
    ['key-works', null, false],
    ['missing', null, true],
    ['missing', 'event-type-gone', false],
    ['missing', 'key-refused', false],
    ['secret-lost', null, true],
    ['secret-lost', 'needs-repair', false],
    ['event-type-there', 'event-type-gone', true],
    ['event-type-there', 'needs-repair', false],
    ['event-type-there', 'key-refused', false],
  ] as const)('%s, after %s: another check is due, %s', (said, trouble, isDue) => {
    expect(contradicts(trouble, said)).toBe(isDue);
  });
});

describe('what is typed', () => {
  test.each([
    ['cal_live_0123456789abcdef', null],
    ['', 'empty'],
    ['cal_x', 'too-short'],
    ['cal_live_ 0123456789', 'not-one-word'],
    ['cal_live_0123456789\u0000', 'not-one-word'],
    ['ключ-ключ-ключ', 'not-one-word'],
    ['x'.repeat(201), 'too-long'],
  ])('%j as a key is %s', (key, problem) => expect(keyProblem(key)).toBe(problem));

  test.each([
    ['adaeze', 'adaeze'],
    [' @adaeze ', 'adaeze'],
    ['cal.com/adaeze', 'adaeze'],
    ['https://cal.com/adaeze/interview?x=1', 'adaeze'],
    ['https://app.cal.com/adaeze', 'adaeze'],
    ['', null],
    ['cal.com/', null],
    ['two words', null],
    ['a'.repeat(101), null],
  ])('%j as a username is %j', (typed, name) => expect(usernameFrom(typed)).toBe(name));
});

describe('which event type', () => {
  const other: EventTypeSeen = { ...RIGHT, id: 8, slug: 'chat', minutes: 30 };
  const loose: EventTypeSeen = { ...RIGHT, id: 9, slug: 'interview', minutes: 30 };

  it('is the one in use, else one that is right, else one of our name, else a new one', () => {
    expect(likeliest([other, RIGHT], 8)).toBe(8);
    expect(likeliest([other, RIGHT], null)).toBe(7);
    expect(likeliest([other, loose], null)).toBe(9);
    expect(likeliest([other], null)).toBe('new');
  });

  it('is made under the first of our names that is free', () => {
    expect(slugToMake([])).toBe('interview');
    expect(slugToMake([other, loose])).toBe('practice-interview');
    const all = ['interview', 'practice-interview', 'interview-508'].map((slug) => ({ slug }));
    expect(slugToMake(all)).toBeNull();
  });
});
