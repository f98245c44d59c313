import { beforeAll, describe, expect, it } from 'vitest';
import { MAIL_CHOICES } from '../../src/features/booking/mail-choice-domain.ts';
import { keepReview } from '../../src/features/review/queries.ts';
import { bookingsOf } from '../support/booked.ts';
import { Candidate } from '../support/candidate.ts';
import { inWorld } from '../support/in-world.ts';
import { interviewer, letItPass, mailKinds, operator } from '../support/panel.ts';
import { until } from '../support/until.ts';

// Whether it was worth it: who says so, who reads it, and who decides that others do.

const OWNER = 'adaeze-okonkwo';

const world = inWorld();
let desk: Candidate;
beforeAll(async () => {
  desk = await operator(world);
});

const on = bookingsOf(() => world);
const db = () => world.application.deps.db;
const said = {
  rating: '4',
  words: 'I stopped apologizing.',
  mayPublish: 'yes',
  attribution: 'T. M., Lisbon',
};
const profile = async () => (await fetch(`${world.site}/interviewers/${OWNER}`)).text();
const home = async () => (await fetch(`${world.site}/`)).text();
const rowOf = (id: string) =>
  db().selectFrom('reviews').selectAll().where('bookingId', '=', id).executeTakeFirst();

async function over(name: string) {
  const booked = await on.confirmed(OWNER, name);
  await letItPass(world, booked.id);
  return booked;
}
const review = (who: Candidate, id: string, fields: Record<string, string> = said) =>
  who.post(`/bookings/${id}/review`, fields);
const decide = (id: string, decision: string, who = desk) =>
  who.post(`/operator/reviews/${id}`, { decision });

describe('a review', () => {
  it('is read by the interviewer at once, by others once the operator approved it, and can be taken back', async () => {
    const { candidate, id } = await over('Willing To Say');
    expect(await (await candidate.get(`/bookings/${id}`)).text()).toContain(`href="/bookings/${id}/review"`);
    expect((await review(candidate, id)).status).toBe(303);
    expect(await (await candidate.get(`/bookings/${id}/review`)).text()).toContain('You said: and more.');
    const owner = await interviewer(world, OWNER);
    expect(await (await owner.get(`/admin/bookings/${id}`)).text()).toContain('I stopped apologizing.');
    expect(await profile()).not.toContain('I stopped apologizing.');

    expect(await (await candidate.get(`/bookings/${id}`)).text()).toContain('You have said so.');
    expect(await (await desk.get('/operator')).text()).toContain('A review waits to be read');
    expect(await (await desk.get('/operator/reviews')).text()).toContain('I stopped apologizing.');
    expect((await decide(id, 'approved-home')).status).toBe(303);
    expect(await profile()).toContain('I stopped apologizing.');
    expect(await home()).toContain('I stopped apologizing.');
    // Decided is decided, for both sides.
    await decide(id, 'declined');
    expect((await rowOf(id))?.decision).toBe('approved');
    expect((await review(candidate, id, { rating: '1' })).status).toBe(409);
    const late: Parameters<typeof keepReview>[2] = {
      ...{
        rating: 1,
        words: 'On second thought.',
        mayPublish: false,
        attribution: '',
        writtenAt: new Date(),
      },
    };
    await keepReview(db(), await on.rowOf(id), late);
    expect((await rowOf(id))?.words).toBe('I stopped apologizing.');

    expect(await (await desk.get('/operator')).text()).not.toContain('A review waits');

    await candidate.post(`/bookings/${id}/review/withdrawal`, {});
    expect(await profile()).not.toContain('I stopped apologizing.');
    expect(await home()).not.toContain('I stopped apologizing.');
    expect((await rowOf(id))?.words).toBe('I stopped apologizing.');
  });

  it('reaches its interviewer by one mail, however often it is rewritten, and however it is decided', async () => {
    const { candidate, id } = await over('Says It Twice');
    expect((await review(candidate, id, { ...said, rating: '3' })).status).toBe(303);
    expect((await review(candidate, id, { ...said, words: 'On second thought: yes.' })).status).toBe(303);
    await decide(id, 'declined');
    expect((await mailKinds(world, id)).filter((kind) => kind === 'review-written')).toHaveLength(1);
    const told = await until(async () =>
      (await world.mail.messages(`${OWNER}@demo.508.test`)).find(
        ({ subject }) => subject === 'Says It Twice has said whether it was worth it',
      ),
    );
    expect(told.text).toContain('Was it worth it?');
  });

  it('is kept without a mail where its interviewer would rather not get it', async () => {
    const owner = await interviewer(world, OWNER);
    await owner.post('/admin/account/mails', { wanted: ['reminder-day'] });
    const { candidate, id } = await over('Told To Nobody');
    expect((await review(candidate, id)).status).toBe(303);
    expect(await rowOf(id)).toBeDefined();
    expect(await mailKinds(world, id)).not.toContain('review-written');
    await owner.post('/admin/account/mails', { wanted: [...MAIL_CHOICES] });
  });

  it('without leave is shown to nobody else, and the operator is not asked', async () => {
    const { candidate, id } = await over('Shy Person');
    expect((await review(candidate, id, { rating: '2', words: 'Too fast for me.' })).status).toBe(303);
    expect(await (await desk.get('/operator/reviews')).text()).not.toContain('Too fast for me.');
    // Not by the database's last word alone: that would be a page that says we broke.
    expect((await decide(id, 'approved')).status).toBe(303);
    expect((await rowOf(id))?.decision).toBeNull();
    expect(await profile()).not.toContain('Too fast for me.');
  });

  it('keeps what was typed where something is missing', async () => {
    const { candidate, id } = await over('Half Done');
    const answer = await review(candidate, id, { words: 'Half a thought', mayPublish: 'yes' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Half a thought');
    expect(html).toContain('Pick one of the four.');
    expect(html).toContain('Say how you want to be named.');
    expect(await rowOf(id)).toBeUndefined();
  });

  it('has an average from three on', async () => {
    expect(await profile()).not.toContain('of 4, “Was it worth it?”');
    for (const [name, rating] of Object.entries({ 'One One': '4', 'Two Two': '4', 'Three Three': '3' })) {
      const { candidate, id } = await over(name);
      await review(candidate, id, { ...said, rating, words: `Said by ${name}` });
      await decide(id, 'approved');
    }
    expect(await profile()).toMatch(/<b>3\.7<\/b> of 4/);
  });

  it('is nobody else’s to write, take back, or decide', async () => {
    const { id } = await over('Mine Alone');
    const stranger = new Candidate(world, 'Somebody Else');
    expect((await review(stranger, id)).status).toBe(404);
    expect((await stranger.post(`/bookings/${id}/review/withdrawal`, {})).status).toBe(404);
    const owner = await interviewer(world, OWNER);
    expect((await owner.get('/operator/reviews')).status).toBe(404);
    expect((await decide(id, 'approved', owner)).status).toBe(404);
    expect((await decide('nonsense', 'approved')).status).toBe(404);
    expect((await decide(id, 'approved')).status).toBe(404);
    expect(await rowOf(id)).toBeUndefined();
  });

  it('is not possible before the session is over', async () => {
    const { candidate, id } = await on.confirmed(OWNER, 'Too Early');
    expect((await review(candidate, id)).status).toBe(409);
  });
});

describe('the database', () => {
  it('shows nothing without leave, whatever the code does', async () => {
    const { candidate, id } = await over('Guarded');
    await review(candidate, id, { rating: '3' });
    const approve = { decision: 'approved', decidedAt: new Date(), decidedBy: 'x' };
    await expect(
      db().updateTable('reviews').set(approve).where('bookingId', '=', id).execute(),
    ).rejects.toThrow(/check/);
    const publish = { mayPublish: true, attribution: '' };
    await expect(
      db().updateTable('reviews').set(publish).where('bookingId', '=', id).execute(),
    ).rejects.toThrow(/check/);
  });
});
