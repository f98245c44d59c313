import { describe, expect, test } from 'vitest';
import type { State } from '../../sandbox/calcom/control.ts';
import type { ChaosInput } from '../../sandbox/chance.ts';
import { ALICE, api, book, cal, control, faults, freeStarts, hooks } from './calcom-bench.ts';

const state = (query = ''): Promise<State> => control('GET', `state${query}`);

describe('faults', () => {
  test('stand side by side: the first that matches strikes', async () => {
    await faults({
      api: [
        { match: 'POST /v2/bookings$', mode: '500-before', times: 1 },
        { match: 'GET /v2/me', mode: '429' },
      ],
    });
    const [first] = await freeStarts();
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(429);
    expect((await book(first)).status).toBe(500);
    expect((await book(first)).status).toBe(201);
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(429);
    const { struck, faults: left } = await state();
    expect(struck).toEqual({ 'api.429': 2, 'api.500-before': 1 });
    expect(left.api).toEqual([{ match: 'GET /v2/me', mode: '429' }]);
  });
});

describe('chaos', () => {
  const chaos: ChaosInput = {
    seed: 508,
    webhooks: { drop: 0.2, duplicate: 0.2, reorder: 0.2, maxDelayMs: 20 },
    api: { '500-before': 0.2, '500-after-commit': 0.2, 'drop-after-commit': 0.1, slow: 0.2, maxDelayMs: 10 },
  };

  /** How each of forty requests ended, one after the other. */
  async function row(seed: number): Promise<(number | 'cut')[]> {
    await faults({ chaos: { ...chaos, seed } });
    const ends: (number | 'cut')[] = [];
    for (let request = 0; request < 40; request += 1) {
      ends.push(
        await api('GET', '/me', { key: ALICE }).then(
          ({ status }) => status,
          () => 'cut' as const,
        ),
      );
    }
    await faults({ chaos: null });
    return ends;
  }

  test('decides the same for the same seed, and otherwise for another', async () => {
    const first = await row(508);
    expect(new Set(first)).toEqual(new Set([200, 500, 'cut']));
    expect(await row(508)).toEqual(first);
    expect(await row(509)).not.toEqual(first);
    const { struck } = await state();
    for (const name of ['api.500-before', 'api.500-after-commit', 'api.drop-after-commit', 'api.slow']) {
      expect(struck[name]).toBeGreaterThan(0);
    }
  });

  test('loses no booking that was made, whatever was answered, and ends when it is told to', async () => {
    const starts = (await freeStarts()).filter((_, index) => index % 3 === 0);
    expect(starts.length).toBeGreaterThan(10);
    await faults({ chaos });
    let confirmed = 0;
    for (const start of starts)
      await book(start).then(
        ({ status }) => (confirmed += status === 201 ? 1 : 0),
        () => 0,
      );
    await faults({ chaos: null });
    const { bookings, deliveries, struck } = await state();
    expect(bookings.length).toBeGreaterThanOrEqual(confirmed);
    expect(deliveries).toHaveLength(bookings.length);
    const dropped = deliveries.filter(({ outcome }) => outcome === 'dropped').length;
    expect(dropped).toBe(struck['webhooks.drop'] ?? 0);
    const due = bookings.length - dropped + (struck['webhooks.duplicate'] ?? 0);
    await expect.poll(() => hooks.length, { timeout: 15_000 }).toBe(due);
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(200);
  });

  test('leaves pages and the control API alone', async () => {
    await faults({ chaos: { seed: 1, api: { down: 1 } } });
    expect((await api('GET', '/me', { key: ALICE })).status).toBe(503);
    expect((await fetch(`${cal.url}/alice/interview`)).status).toBe(200);
    expect((await fetch(cal.url)).status).toBe(200);
  });

  test('is refused when its odds make no sense', async () => {
    expect(await faults({ chaos: { seed: 1, api: { down: 0.7, slow: 0.7 } } })).toMatchObject({
      status: 'error',
    });
  });
});

test('the state answers only what is asked for, and only what changed since', async () => {
  const [first, , , fourth] = await freeStarts();
  await book(first);
  await control('POST', 'clock', { advanceSeconds: 3600 });
  const since = (await state('?only=users')).now;
  const { uid } = (await book(fourth)).data;
  const { bookings, ...rest } = await state(`?only=bookings&since=${since}`);
  expect(bookings.map((booking) => booking.uid)).toEqual([uid]);
  expect(Object.keys(rest)).toEqual(['now', 'faults', 'struck']);
  expect(await state('?only=secrets')).toHaveProperty('error');
});
