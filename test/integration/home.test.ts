import { describe, expect, it } from 'vitest';
import { inWorld } from '../support/in-world.ts';

const world = inWorld({ worker: false });

const home = async (headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(`${world.site}/`, { headers })).text();

/** One section of the page, by its id. */
const section = (html: string, id: string): string =>
  html.match(new RegExp(`<section[^>]* id="${id}".*?</section>`, 's'))?.[0] ?? '';

const peopleOn = (html: string): string[] =>
  [...section(html, 'interviewers').matchAll(/class="person__name"><a href="\/interviewers\/([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );

const setOpen = async (slug: string, at: Date): Promise<void> => {
  const { db } = world.application.deps;
  const { id } = await db
    .selectFrom('interviewers')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await db.insertInto('openSlots').values({ interviewerId: id, startsAt: at }).execute();
};

const soon = (hours: number): Date => new Date(world.clock.now().getTime() + hours * 3_600_000);

describe('the home page', () => {
  it('names the lowest price, some people and where members have worked, all from the catalogue', async () => {
    const html = await home();
    expect(html).toContain('From <span class="nowrap">$120</span>');
    expect(html.match(/class="person"/g)).toHaveLength(4);
    expect(html).toContain('<li>Google</li>');
    expect(html).not.toContain('<li>508.dev</li>');
  });

  it('names the lowest price of the published, and no other', async () => {
    const { db } = world.application.deps;
    expect(await home()).toContain('From <span class="nowrap">$120</span>');
    await db.updateTable('interviewers').set({ publishedAt: null }).where('rateCents', '=', 120_00).execute();
    const html = await home();
    expect(html).toContain('From <span class="nowrap">$130</span>');
    expect(html).toContain('thirty minutes of feedback. From $130.');
    expect(html).not.toContain('$120');
    await db
      .updateTable('interviewers')
      .set({ publishedAt: new Date() })
      .where('rateCents', '=', 120_00)
      .execute();
  });

  it('names companies of published people only', async () => {
    const { db } = world.application.deps;
    const stripe = '<li>Stripe</li>';
    expect(await home()).toContain(stripe);
    const whoWorkedThere = db
      .selectFrom('workHistory')
      .select('interviewerId')
      .where('company', '=', 'Stripe');
    const before = await db
      .selectFrom('interviewers')
      .select(['id', 'publishedAt'])
      .where('id', 'in', whoWorkedThere)
      .execute();
    await db
      .updateTable('interviewers')
      .set({ publishedAt: null })
      .where('id', 'in', whoWorkedThere)
      .execute();
    expect(await home()).not.toContain(stripe);
    for (const { id, publishedAt } of before)
      await db.updateTable('interviewers').set({ publishedAt }).where('id', '=', id).execute();
  });

  it('has no table of open times while no calendar was read', async () => {
    const html = await home();
    expect(html).not.toContain('class="board"');
    expect(section(html, 'interviewers')).not.toContain('No open times now');
    expect(peopleOn(html)).toHaveLength(4);
  });

  it('shows the featured first, then whoever is free soonest, in the zone of the visitor', async () => {
    const { db } = world.application.deps;
    await setOpen('kenji-aoyama', soon(30));
    await setOpen('kenji-aoyama', soon(-2));
    await setOpen('wei-lin-hsu', soon(20));
    await db
      .updateTable('interviewers')
      .set({ isFeatured: true })
      .where('slug', '=', 'jonah-pryce')
      .execute();
    const html = await home({ cookie: `tz=${encodeURIComponent('Asia/Kolkata')}` });
    expect(peopleOn(html).slice(0, 3)).toEqual(['jonah-pryce', 'wei-lin-hsu', 'kenji-aoyama']);
    expect(html).toContain('in your time zone (Kolkata, UTC+5:30)');
    expect(html.indexOf('/interviewers/wei-lin-hsu/book')).toBeLessThan(
      html.indexOf('/interviewers/kenji-aoyama/book'),
    );
    expect(html).toContain(soon(20).toISOString().slice(0, 13));
  });

  it.each(['', 'tz=Nowhere/Land', 'tz=%E0%A4%A', 'tz=%2B05:00'])(
    'falls back to UTC for "%s"',
    async (cookie) => {
      expect(await home({ cookie })).toContain('Next open times, in UTC');
    },
  );

  it('marks everything made up as a sample', async () => {
    const html = await home();
    expect(section(html, 'interviewers')).toContain('>Sample profiles<');
    expect(section(html, 'report')).toContain('class="note-sample">Sample<');
    expect(section(html, 'said')).toContain('>Sample testimonials. Nobody said these.<');
    expect(html).toMatch(/class="strip__caption".*?class="note-sample">Sample data</s);
    expect(html).toMatch(/class="board">.*?class="note-sample">Sample data</s);
    // Machines don't read marks: they are told of nothing that could be bought from nobody.
    expect(html).toContain('"@type":"Organization"');
    expect(html).not.toContain('"@type":"Service"');
  });

  it('prints testimonials once they are approved, and has no section without any', async () => {
    const { db } = world.application.deps;
    await db.deleteFrom('testimonials').execute();
    const said = { quote: 'I stopped <apologizing> for the right answer.', attribution: 'R. M.' };
    const { id } = await db.insertInto('testimonials').values(said).returning('id').executeTakeFirstOrThrow();
    expect(section(await home(), 'said')).toBe('');
    await db.updateTable('testimonials').set({ approvedAt: new Date() }).where('id', '=', id).execute();
    const shown = section(await home(), 'said');
    expect(shown).toContain('I stopped &lt;apologizing> for the right answer.');
    expect(shown).not.toContain('note-sample');
  });

  it('leaves out what it does not know when nobody is published', async () => {
    const { db } = world.application.deps;
    await db.updateTable('interviewers').set({ publishedAt: null }).execute();
    const page = await fetch(`${world.site}/`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toContain('From <span');
    expect(html).not.toContain('Our interviewers have worked at');
    expect(await (await fetch(`${world.site}/interviewers`)).text()).toContain('Nobody to book right now.');
    await db.updateTable('interviewers').set({ publishedAt: new Date() }).execute();
  });

  it('still sells when there is nobody yet', async () => {
    const { db } = world.application.deps;
    await db.updateTable('interviewers').set({ publishedAt: null }).execute();
    const html = await home();
    expect(html).toContain('Practice');
    expect(html).not.toContain('From <span');
    for (const id of ['interviewers']) expect(section(html, id)).toBe('');
    expect(html).not.toContain('class="wordmarks"');
    expect(html).not.toContain('class="board"');
  });
});
