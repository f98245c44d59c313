import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './fixtures.ts';

const dialogOf = (page: Page) => page.getByRole('dialog');
const turn = (page: Page, name: 'Previous' | 'Next') =>
  dialogOf(page).getByRole('navigation', { name: 'More interviewers' }).getByRole('link', { name });
const namesOnList = (page: Page) =>
  page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
const headed = (page: Page, name: string | undefined) =>
  dialogOf(page).getByRole('heading', { name: name ?? '' });

test.describe('Previous and Next in a profile', () => {
  test('go along the list as it is filtered and ordered, and one step back leads to the row of the last', async ({
    page,
  }) => {
    const list = '/interviewers?technology=python&sort=name';
    await page.goto(list);
    const names = await namesOnList(page);
    expect(names.length).toBeGreaterThan(2);
    await page.getByRole('link', { name: names[0] ?? '' }).click();
    await expect(headed(page, names[0])).toBeFocused();
    await expect(turn(page, 'Previous')).toHaveCount(0);
    for (const name of names.slice(1)) {
      await turn(page, 'Next').click();
      await expect(headed(page, name)).toBeFocused();
      await expect(page).toHaveTitle(new RegExp(`^${name}`));
      await expect(dialogOf(page)).toHaveCount(1);
    }
    await expect(turn(page, 'Next')).toHaveCount(0);
    await turn(page, 'Previous').click();
    await expect(headed(page, names.at(-2))).toBeFocused();
    const shown = new URL(page.url()).pathname;

    await page.goBack();
    await expect(page).toHaveURL(list);
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page).toHaveTitle(/^Interviewers/);
    const row = page.getByRole('link', { name: names.at(-2) ?? '' });
    await expect(row).toBeFocused();
    await expect(row).toBeInViewport();
    expect(await row.getAttribute('href')).toBe(shown);
  });

  test('are not there where the list holds one person', async ({ page }) => {
    await page.goto('/interviewers?subject=frontend');
    await page.getByRole('link', { name: 'Adaeze Okonkwo' }).click();
    await expect(headed(page, 'Adaeze Okonkwo')).toBeFocused();
    await expect(turn(page, 'Next')).toHaveCount(0);
    await expect(turn(page, 'Previous')).toHaveCount(0);
  });

  test('lead back on Escape', async ({ page }) => {
    await page.goto('/interviewers?sort=name');
    const names = await namesOnList(page);
    await page.getByRole('link', { name: names[0] ?? '' }).click();
    await turn(page, 'Next').click();
    await expect(headed(page, names[1])).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page).toHaveURL('/interviewers?sort=name');
    await expect(page.getByRole('link', { name: names[1] ?? '' })).toBeFocused();
  });
});

test.describe('the portrait', () => {
  /** Counts the view transitions that start, and what their portrait's name stands on. */
  const watch = (page: Page) =>
    page.addInitScript(() => {
      const begin = document.startViewTransition.bind(document);
      const named = () =>
        [...document.querySelectorAll('.plate')].filter(
          (plate) => getComputedStyle(plate).viewTransitionName === 'person' && plate.checkVisibility(),
        ).length;
      const seen: [number, number][] = [];
      Object.assign(globalThis, { seen });
      document.startViewTransition = ((change: () => void) => {
        const before = named();
        return begin(() => {
          change();
          seen.push([before, named()]);
        });
      }) as typeof document.startViewTransition;
    });
  const seen = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { seen: [number, number][] }).seen);

  test('carries over from the row to the profile and back', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await watch(page);
    await page.goto('/interviewers');
    await page.getByRole('link', { name: 'Jonah Pryce' }).click();
    await expect(headed(page, 'Jonah Pryce')).toBeFocused();
    // One portrait has the name before, one after: two would end the transition.
    expect(await seen(page)).toEqual([[1, 1]]);
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Jonah Pryce' })).toBeFocused();
    expect(await seen(page)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('stays where it is for those who asked for less motion', async ({ page }) => {
    await watch(page);
    await page.goto('/interviewers');
    await page.getByRole('link', { name: 'Jonah Pryce' }).click();
    await expect(headed(page, 'Jonah Pryce')).toBeFocused();
    expect(await seen(page)).toEqual([]);
  });
});

test.describe('the size of the rows', () => {
  test('is in the address, and stays with filters and order', PHONE, async ({ page }, info) => {
    await page.goto('/interviewers');
    const size = page.getByRole('group', { name: 'Row size' });
    // A phone has one size.
    if (info.project.name === 'phone') {
      await expect(page.getByText('Compact', { exact: true })).toBeHidden();
      return;
    }
    await expect(size.getByRole('link', { name: 'Compact' })).toHaveAttribute('aria-current', 'true');
    const height = () =>
      page.locator('#row-jonah-pryce').evaluate((row) => row.getBoundingClientRect().height);
    const compact = await height();
    await size.getByRole('link', { name: 'Full' }).click();
    await expect(page).toHaveURL('/interviewers?rows=full');
    await expect(size.getByRole('link', { name: 'Full' })).toHaveAttribute('aria-current', 'true');
    expect(await height()).toBeGreaterThan(compact);
    await page.getByLabel(/^Debugging/).check();
    await expect(page).toHaveURL('/interviewers?subject=debugging&rows=full');
    await page.getByLabel('Sort by').selectOption('price');
    await expect(page).toHaveURL('/interviewers?subject=debugging&sort=price&rows=full');
    await page.getByRole('link', { name: 'Clear all' }).click();
    await expect(page).toHaveURL('/interviewers?sort=price&rows=full');
    await page.goBack();
    await expect(page).toHaveURL('/interviewers?subject=debugging&sort=price&rows=full');
    // The page as it was comes a moment after its address.
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(2);
    await size.getByRole('link', { name: 'Compact' }).click();
    await expect(page).toHaveURL('/interviewers?subject=debugging&sort=price');
  });
});

test('a slash starts a search, and a letter in a field stays one', async ({ page }) => {
  await page.goto('/interviewers');
  await expect(page.getByRole('searchbox')).toHaveAttribute('aria-keyshortcuts', '/');
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search by name, company or words' });
  await expect(search).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(search).toHaveValue('a/b');
});
