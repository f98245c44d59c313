import type { Candidate } from '../support/candidate.ts';
import { until } from '../support/until.ts';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// What an interviewer changes about a booking, with the script and without it.

const OWNER = 'camila-restrepo';

async function confirmed(candidate: Candidate, { db }: BrowserWorld): Promise<string> {
  const id = await candidate.hold(OWNER);
  await candidate.giveDetails(id);
  await candidate.pay(await candidate.checkout(id));
  const state = () => db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirst();
  await until(async () => (await state())?.state === 'confirmed', { what: 'it is confirmed' });
  return id;
}

test('an interviewer proposes another time, then cancels; each says first what it does', async ({
  page,
  newCandidate,
  world,
}, info) => {
  test.slow();
  const candidate = newCandidate(`Panel ${info.project.name}`);
  const id = await confirmed(candidate, world);
  await page.goto(`/admin/bookings/${id}`);
  await signIn(page, OWNER);
  await expect(page.getByRole('heading', { name: candidate.name })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Change of plan?' })).toBeVisible();

  await test.step('proposes another time', async () => {
    await page.getByRole('link', { name: 'Propose another time' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Propose another time.' })).toBeFocused();
    await expect(page).toHaveURL(`/admin/bookings/${id}/proposal`);
    await expect(dialog).toContainText('The price stays what it was.');
    await dialog.getByLabel('Day').fill('2020-01-01');
    await dialog.getByRole('button', { name: /^Ask / }).click();
    await expect(dialog.getByLabel('Day')).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog).toContainText('That time has passed.');
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel('Day').fill(day);
    await dialog.getByLabel('Starts at').fill('11:00');
    await dialog.getByRole('button', { name: /^Ask / }).click();
    await expect(page).toHaveURL(`/admin/bookings/${id}`);
    await expect(page.getByText('Waits for an answer')).toBeVisible();
  });

  await test.step('Escape leaves everything as it was', async () => {
    await page.getByRole('link', { name: 'Cancel the interview' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page).toHaveURL(`/admin/bookings/${id}`);
  });

  await test.step('cancels', async () => {
    await page.getByRole('link', { name: 'Cancel the interview' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(/Gets \$\d+\.00 back today/);
    await dialog.getByLabel(/^To /).fill('My flight was canceled.');
    await dialog.getByRole('button', { name: /Cancel and refund/ }).click();
    await expect(page).toHaveURL(`/admin/bookings/${id}`);
    await expect(page.getByText('My flight was canceled.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Change of plan?' })).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an interviewer cancels on a page of its own', async ({ page, newCandidate, world }, info) => {
    test.slow();
    const id = await confirmed(newCandidate(`Plain ${info.project.name}`), world);
    await page.goto(`/admin/bookings/${id}`);
    await signIn(page, OWNER);
    await page.getByRole('link', { name: 'Cancel the interview' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Cancel the interview with');
    await page.getByRole('button', { name: /Cancel and refund/ }).click();
    await expect(page).toHaveURL(`/admin/bookings/${id}`);
    await expect(page.getByText('You canceled').first()).toBeVisible();
  });
});
