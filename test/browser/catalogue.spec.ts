import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';
import { ownFonts } from './own-fonts.ts';
import { expectRows } from './steps.ts';

const scrollOf = (page: Page) => page.evaluate(() => scrollY);

/** Scrolls so that the row is in the middle, opens its profile and returns where the list stood. */
async function openProfile(page: Page, name: string): Promise<number> {
  const link = page.getByRole('link', { name });
  // They set the rows anew, by a line or two.
  await ownFonts(page);
  await link.evaluate((row) => row.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await scrollOf(page);
  await link.click();
  await expect(page.getByRole('dialog').getByRole('heading', { name })).toBeVisible();
  return before;
}

test.describe('a profile over the list', () => {
  const ways: Record<string, (page: Page) => Promise<unknown>> = {
    'the Escape key': (page) => page.keyboard.press('Escape'),
    'the Back button': (page) => page.goBack(),
    'the close button': (page) => page.getByRole('link', { name: 'Close', exact: true }).click(),
    'the link to all interviewers': (page) =>
      page.getByRole('dialog').getByRole('link', { name: 'All interviewers' }).click(),
  };

  test('takes the focus and keeps it, and every way out leads back to the row', PHONE, async ({ page }) => {
    await page.goto('/interviewers');
    for (const [way, leave] of Object.entries(ways)) {
      await test.step(way, async () => {
        const before = await openProfile(page, 'Jonah Pryce');
        const dialog = page.getByRole('dialog');
        await expect(page).toHaveURL('/interviewers/jonah-pryce');
        await expect(page).toHaveTitle(/^Jonah Pryce/);
        await expect(dialog.getByRole('heading', { name: 'Jonah Pryce' })).toBeFocused();
        // The page behind is inert: once around and the focus is in the dialog again (or on the browser).
        for (let presses = 0; presses < 12; presses += 1) {
          await page.keyboard.press('Tab');
          expect(
            await page.evaluate(
              () =>
                document.activeElement === document.body ||
                document.activeElement?.closest('dialog') !== null,
            ),
          ).toBe(true);
        }
        await leave(page);
        await expect(dialog).toHaveCount(0);
        await expect(page).toHaveURL('/interviewers');
        await expect(page).toHaveTitle(/^Interviewers/);
        await expect(page.getByRole('link', { name: 'Jonah Pryce' })).toBeFocused();
        expect(Math.abs((await scrollOf(page)) - before)).toBeLessThan(2);
      });
    }
  });

  test('has an address that opens as a page, for others and after a reload', async ({ page, context }) => {
    await page.goto('/interviewers');
    await openProfile(page, 'Ruth Mwangi');
    const shared = await context.newPage();
    await shared.goto(page.url());
    await expect(shared.getByRole('heading', { level: 1, name: 'Ruth Mwangi' })).toBeVisible();
    await expect(shared.getByRole('dialog')).toHaveCount(0);

    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Ruth Mwangi' })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL('/interviewers');
    await openProfile(page, 'Ruth Mwangi');
  });

  test('is there again on Forward, and gone again on Back', async ({ page }) => {
    await page.goto('/interviewers');
    await openProfile(page, 'Ruth Mwangi');
    await page.goBack();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.goForward();
    await expect(page).toHaveURL('/interviewers/ruth-mwangi');
    await expect(page.getByRole('heading', { name: 'Ruth Mwangi' })).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL('/interviewers');
    await expect(page.getByRole('link', { name: 'Ruth Mwangi' })).toBeVisible();
    await openProfile(page, 'Ruth Mwangi');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/interviewers');
  });

  test('keeps the filters of the list it was opened from', async ({ page }) => {
    await page.goto('/interviewers?subject=frontend');
    await openProfile(page, 'Adaeze Okonkwo');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/interviewers?subject=frontend');
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['Adaeze Okonkwo']);
  });
});

test.describe('filters', () => {
  const rows = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
  const withFilters = async (page: Page, phone: boolean, act: () => Promise<void>) => {
    if (phone) await page.getByRole('button', { name: /^Filter/ }).click();
    await act();
    if (phone) await page.keyboard.press('Escape');
  };

  // Folded until one is chosen; the long list shows its beginning first.
  const unfoldTechnologies = async (page: Page) => {
    await page.locator('summary', { hasText: 'Technology' }).click();
    await page
      .getByText(/^\d+ more$/)
      .first()
      .click();
  };

  test('stand in the address, and Back takes them away one by one', PHONE, async ({ page }, info) => {
    const phone = info.project.name === 'phone';
    await page.goto('/interviewers');
    await withFilters(page, phone, async () => {
      await page.getByLabel(/^Debugging/).check();
      await expect(page).toHaveURL('/interviewers?subject=debugging');
      await expect(page.getByRole('status').filter({ hasText: 'interviewers' })).toContainText('2');
      await unfoldTechnologies(page);
      await page.getByLabel(/^Rust/).check();
      await expect(page).toHaveURL('/interviewers?subject=debugging&technology=rust');
    });
    await expect(rows(page)).toHaveText(['Daniel Abramov']);
    await page.reload();
    await expect(rows(page)).toHaveText(['Daniel Abramov']);
    await expect(page.getByLabel(/^Rust/)).toBeChecked();

    await page.goBack();
    await expect(page).toHaveURL('/interviewers?subject=debugging');
    await expectRows(page, ['Daniel Abramov', 'Tomás Ferreira']);
    await expect(page.getByLabel(/^Rust/)).not.toBeChecked();
    await expect(page.getByLabel(/^Debugging/)).toBeChecked();
    await page.goBack();
    await expect(page).toHaveURL('/interviewers');
    await expect(rows(page)).toHaveCount(12);
    await expect(page.getByLabel(/^Debugging/)).not.toBeChecked();
  });

  test('are taken back one at a time by their own links', PHONE, async ({ page }, info) => {
    await page.goto('/interviewers?subject=debugging');
    await withFilters(page, info.project.name === 'phone', async () => {
      await unfoldTechnologies(page);
      await page.getByLabel(/^Rust/).check();
      await expect(page).toHaveURL('/interviewers?subject=debugging&technology=rust');
    });
    await page.getByRole('link', { name: 'Remove Rust' }).click();
    await expect(page).toHaveURL('/interviewers?subject=debugging');
    await expect(page.getByLabel(/^Rust/)).not.toBeChecked();
    await expect(page.getByLabel(/^Debugging/)).toBeChecked();
    await page.getByRole('link', { name: 'Clear all' }).click();
    await expect(page).toHaveURL('/interviewers');
    await expect(rows(page)).toHaveCount(12);
    await expect(page.getByLabel(/^Debugging/)).not.toBeChecked();
  });

  test('that fit nobody say which one to let go of', async ({ page }) => {
    await page.goto('/interviewers?subject=frontend&technology=rust');
    await expect(page.getByRole('heading', { name: 'Nobody does Frontend and Rust.' })).toBeVisible();
    await page.getByRole('link', { name: /Without Rust/ }).click();
    await expect(page).toHaveURL('/interviewers?subject=frontend');
    await expect(rows(page)).toHaveText(['Adaeze Okonkwo']);
  });
});

test('an unknown profile, booking or page is a friendly 404 with a way on', async ({ page }) => {
  for (const path of ['/interviewers/nobody', '/interviewers/nobody/book', '/nowhere']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('You were looking for 508.');
  }
  await page.getByRole('main').getByRole('link', { name: 'Find an interviewer' }).click();
  await expect(page).toHaveURL('/interviewers');

  expect((await page.goto('/bookings/0190b5a4-0000-7000-8000-000000000000'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Open it from your mail.' })).toBeVisible();
});
