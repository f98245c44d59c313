import { beforeAll, describe, expect, it } from 'vitest';
import { bookingsOf } from '../support/booked.ts';
import type { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, letItPass } from '../support/panel.ts';

// Looking for an interview of last spring, by what one remembers of it.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let owner: Candidate;
const on = bookingsOf(() => world);
const row = (name: string) => `>${name}</a>`;
const find = async (query: string) => (await owner.get(`/admin/past?${query}`)).text();

async function past(
  name: string,
  set: object = {},
  companies = '',
): Promise<{ id: string; reference: string }> {
  const { id, row: booking } = await on.confirmed(OWNER, name);
  await letItPass(world, id);
  const { db } = world.application.deps;
  await db
    .updateTable('bookings')
    .set({ updatedAt: new Date(), ...set })
    .where('id', '=', id)
    .execute();
  await db
    .updateTable('bookingDetails')
    .set({ targetCompanies: companies })
    .where('bookingId', '=', id)
    .execute();
  return { id, reference: booking.reference };
}

let reference: string;

beforeAll(async () => {
  owner = await interviewer(world, OWNER);
  ({ reference } = await past('Samira Wells', {}, 'Initech and 100% remote startups'));
  await past('Theo Marsh', { absent: 'candidate' }, 'Globex');
  const ended = { endReason: 'candidate-cancelled', endedAt: new Date(), calendarReleasedAt: new Date() };
  await past('Ines Duarte', { state: 'cancelled', ...ended }, 'Initech');
});

describe('looking for an interview of the past', () => {
  it('finds it by name, company and reference, in any case and order, all words at once', async () => {
    for (const q of ['samira', 'WELLS sam', 'initech remote', reference.toLowerCase(), reference.slice(-5)]) {
      const html = await find(`q=${encodeURIComponent(q)}`);
      expect(html, q).toContain(row('Samira Wells'));
      expect(html, q).not.toContain(row('Theo Marsh'));
      expect(html, q).toContain('One interview with');
    }
    const both = await find('q=initech');
    expect(both).toContain('Two interviews with “initech”.');
    expect(both).toContain(row('Ines Duarte'));
  });

  it('finds it by what became of it, alone and with words', async () => {
    expect(await find('outcome=absent')).toContain(row('Theo Marsh'));
    const canceled = await find('outcome=canceled&q=initech');
    expect(canceled).toContain('One interview with “initech”, canceled.');
    expect(canceled).toContain(row('Ines Duarte'));
    expect(canceled).not.toContain(row('Samira Wells'));
    const owed = await find('outcome=owed');
    expect(owed).toContain(row('Samira Wells'));
    for (const name of ['Theo Marsh', 'Ines Duarte']) expect(owed).not.toContain(row(name));
  });

  it('takes signs that mean something to a database as the letters they are', async () => {
    expect(await find('q=100%25')).toContain(row('Samira Wells'));
    for (const q of ['%', '_', '\\', "'", '<script>']) {
      const html = await find(`q=${encodeURIComponent(`zz${q}`)}`);
      expect(html).toContain('No interviews with');
      expect(html).not.toContain('<script>alert');
    }
    for (const query of [`q=${'x'.repeat(5000)}`, 'outcome=nonsense', 'q=%00', 'page=1e99']) {
      expect((await owner.get(`/admin/past?${query}`)).status, query.slice(0, 20)).toBe(200);
    }
  });

  it('says what to do where nothing matches, keeps what was typed, and counts aloud', async () => {
    const html = await find('q=nobody&outcome=refunded');
    expect(html).toMatch(/role="status"[^>]*>\s*No interviews with “nobody”, refunded\./);
    expect(html).toContain('Try fewer letters');
    expect(html).toContain('value="nobody"');
    expect(html).toMatch(/<option[^>]*selected[^>]*>Refunded/);
    expect(html).toContain('href="/admin/past"');
  });

  it('answers the script with the part that changes, and nobody else with this interviewer’s past', async () => {
    const part = await owner.get('/admin/past?q=samira', {
      'HX-Request': 'true',
      'HX-Request-Type': 'partial',
    });
    expect(await part.text()).toMatch(/^<section id="found"/);
    const other = await interviewer(world, 'oskar-nowak');
    expect(await (await other.get('/admin/past?q=samira')).text()).toContain('No interviews with');
  });
});
