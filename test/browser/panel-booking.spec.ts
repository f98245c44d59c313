import type { Candidate } from '../support/candidate.ts';
import { makeResume } from '../support/resume.ts';
import { until } from '../support/until.ts';
import { type BrowserWorld, expect, PHONE, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// What an interviewer does with one booking, and how they find it again.

const OWNER = 'oskar-nowak';

async function confirmed(candidate: Candidate, { db }: BrowserWorld): Promise<string> {
  const id = await candidate.hold(OWNER);
  const resume = new File([new Uint8Array(await makeResume(candidate.name))], 'resume.pdf');
  await candidate.giveDetails(id, { resume, targetCompanies: 'Initech' });
  await candidate.pay(await candidate.checkout(id));
  const state = () => db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
  await until(async () => (await state())?.state === 'confirmed', { what: 'it is confirmed' });
  return id;
}

test(
  'the resume is read in the page, a note goes out with the word that it was, and the candidate finds it',
  PHONE,
  async ({ page, newCandidate, world, mailTo, expectAccessible, context }, info) => {
    const candidate = newCandidate(`Noted ${info.project.name}`);
    const id = await confirmed(candidate, world);
    await page.goto(`/admin/bookings/${id}`);
    await signIn(page, OWNER);
    // The tests' Chromium shows no PDF in a page, as a phone does not, and the page says so.
    await expect(page.getByText('in a page. Download it to read it.')).toBeVisible();
    await expect(page.locator('iframe')).toBeHidden();
    await expectAccessible(page);
    await page.getByLabel('A note to Noted').fill('Bring the cache you are proud of.');
    await page.getByRole('button', { name: 'Confirm I have read this' }).click();
    await expect(page.getByText('Bring the cache you are proud of.')).toBeVisible();
    await expect(page.getByText('Confirmed having read everything, with a note.')).toBeVisible();
    const mail = await mailTo(candidate.email, /has received your information/);
    expect(mail.text).toContain('Bring the cache you are proud of.');
    await context.addCookies(candidate.cookies);
    await page.goto(`/bookings/${id}`);
    await expect(page.getByText('Bring the cache you are proud of.')).toBeVisible();
  },
);

test('where a browser shows PDFs, the resume is unfolded and fetched as one that runs nothing', async ({
  page,
  newCandidate,
  world,
}, info) => {
  const id = await confirmed(newCandidate(`Framed ${info.project.name}`), world);
  await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }));
  const framed = page.waitForResponse(/resume\/view$/);
  await page.goto(`/admin/bookings/${id}`);
  await signIn(page, OWNER);
  const response = await framed;
  expect(response.status()).toBe(200);
  expect(await response.headerValue('content-type')).toBe('application/pdf');
  expect(await response.headerValue('content-security-policy')).toContain("default-src 'none'");
  await expect(page.getByText('Read it here')).toBeVisible();
  await expect(page.getByText('in a page. Download it to read it.')).toBeHidden();
});

test(
  'an interview of the past is found as one types, and the address keeps the search',
  PHONE,
  async ({ page, newCandidate, world, expectAccessible }, info) => {
    const candidate = newCandidate(`Sought ${info.project.name}`);
    const id = await confirmed(candidate, world);
    const end = Date.now() - 3_600_000;
    await world.db
      .updateTable('bookings')
      .set({ state: 'completed', startsAt: new Date(end - 90 * 60_000), endsAt: new Date(end) })
      .where('id', '=', id)
      .execute();
    await page.goto('/admin/past');
    await signIn(page, OWNER);
    const search = page.getByLabel('Name, company or reference');
    await search.pressSequentially('initech sought');
    await expect(page.getByRole('status')).toContainText('with “initech sought”');
    await expect(page.getByRole('link', { name: candidate.name })).toBeVisible();
    await expect(page).toHaveURL(/q=initech/);
    await expect(search).toBeFocused();
    await page.getByLabel('What became of it').selectOption('Canceled');
    await expect(page.getByText('Try fewer letters')).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(search).toHaveValue('initech sought');
    await page.getByRole('link', { name: 'Show all of them' }).click();
    await expect(page.getByRole('link', { name: candidate.name })).toBeVisible();
  },
);
