import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { continueAs, signIn } from './steps.ts';

// What a screen reader says by itself: whatever changes in a region that is live, in the order it changes.

/** From now on, and on every page this one goes to. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(live);
        // A region that comes with its words is said only where it is an alert, or news to the page.
        const within = [...addedNodes].flatMap((node) =>
          node instanceof Element
            ? [...(node.matches(live) ? [node] : []), ...node.querySelectorAll(live)]
            : [],
        );
        return around ? [around] : within;
      });
      for (const region of new Set(regions)) {
        const words = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
        if (words && heard.at(-1) !== words) heard.push(words);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test('a filter says how many are left, once, and a filter taken away says it again', async ({ page }) => {
  const heard = await listen(page);
  await page.goto('/interviewers');
  const atFirst = (await heard()).length;
  const since = async () => (await heard()).slice(atFirst);
  await page.getByLabel(/^Debugging/).check();
  await expect.poll(since).toEqual([expect.stringMatching(/^2 interviewers/)]);
  await page.getByRole('link', { name: 'Remove Debugging' }).click();
  await expect
    .poll(since)
    .toEqual([expect.stringMatching(/^2 interviewers/), expect.stringMatching(/^12 interviewers/)]);
  await expect(page.locator('#count')).toBeFocused();
});

test('half an hour of a held time is four sentences, not eighteen hundred', async ({
  page,
  newCandidate,
}) => {
  const candidate = newCandidate('Hears Every Second');
  const id = await candidate.hold('kenji-aoyama');
  await continueAs(page, candidate);
  await page.clock.install();
  const heard = await listen(page);
  await page.goto(`/bookings/${id}/details`);
  await expect(page.getByText('Held for you for').filter({ visible: true }).first()).toBeVisible();
  await page.clock.runFor('31:00');
  expect((await heard()).filter((words) => /^Your (time|hold)/.test(words))).toEqual([
    'Your time is held for 10 more minutes.',
    'Your time is held for 5 more minutes.',
    'Your time is held for 1 more minute.',
    'Your hold has ended. Nothing was charged.',
  ]);
});

test('saving a profile is said, and what keeps it from being saved is an alert that leads to the field', async ({
  page,
}) => {
  await page.goto('/admin/profile');
  await signIn(page, 'ruth-mwangi');
  const price = page.getByLabel('Price per interview');
  const was = await price.inputValue();
  await price.fill('nothing');
  await page.getByRole('button', { name: 'Save the price' }).click();
  await expect(page.getByRole('alert')).toContainText('Not saved yet.');
  await expect(price).toHaveAttribute('aria-invalid', 'true');
  await expect(price).toHaveAccessibleDescription(/\S/);
  await price.fill(was);
  await page.getByRole('button', { name: 'Save the price' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible();
});
