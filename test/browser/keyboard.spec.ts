import type { Locator, Page } from '@playwright/test';
import { makeResume } from '../support/resume.ts';
import { expect, test } from './fixtures.ts';
import { CARDS, continueAs, openTimes, times } from './steps.ts';

// The whole way with nothing but a keyboard, and what a screen reader is told on it.

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const isThere = await target.evaluate(
      (element) => element === element.ownerDocument.activeElement && element.ownerDocument.hasFocus(),
    );
    if (isThere) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}

test('the keyboard alone finds, books and pays', async ({ page }) => {
  test.slow();

  await test.step('home: past the header', async () => {
    await page.goto('/');
    await press(page, page.getByRole('link', { name: 'Skip to content' }));
    await press(page, page.getByRole('main').getByRole('link', { name: 'Find an interviewer' }).first());
    await expect(page).toHaveURL('/interviewers');
  });

  await test.step('list: a filter keeps the focus and says how many are left', async () => {
    const debugging = page.getByRole('checkbox', { name: /^Debugging/ });
    await press(page, debugging, 'Space');
    await expect(page).toHaveURL('/interviewers?subject=debugging');
    await expect(debugging).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'interviewers' })).toHaveText(
      /^2\s*interviewers/,
    );
  });

  await test.step('profile: a dialog with a name, which takes the focus', async () => {
    await press(page, page.getByRole('link', { name: 'Daniel Abramov' }));
    const dialog = page.getByRole('dialog', { name: 'Daniel Abramov' });
    await expect(dialog.getByRole('heading', { name: 'Daniel Abramov' })).toBeFocused();
    await press(page, dialog.getByRole('link', { name: 'Book an interview' }));
    await expect(page).toHaveURL('/interviewers/daniel-abramov/book');
  });

  await test.step('time: into the calendar’s frame and through it', async () => {
    const widget = await openTimes(page);
    await expect(page.locator('iframe[name^="cal-embed"]')).toHaveAccessibleName(/./);
    await press(page, times(widget).first());
    await type(page, widget.getByLabel('Your name'), 'Kay Board');
    await type(page, widget.getByLabel('Email address'), 'kay.board@example.com');
    await press(page, widget.getByRole('button', { name: 'Confirm' }));
    await expect(page).toHaveURL(/\/details$/);
  });

  await test.step('details: what is missing is announced, and the first of it has the focus', async () => {
    const background = page.getByRole('textbox', { name: 'Background' });
    const on = page.getByRole('button', { name: /Continue to payment/ }).last();
    await press(page, on);
    await expect(page.getByRole('alert')).toContainText('3 things to fix.');
    await expect(background).toBeFocused();
    await expect(background).toHaveAttribute('aria-invalid', 'true');
    await expect(background).toHaveAccessibleDescription(
      /Write a sentence or two on what you have done so far\./,
    );
    await page.keyboard.type('Ten years without a mouse.');
    await press(page, page.getByRole('radio', { name: 'Debugging' }), 'Space');
    await type(page, page.getByRole('textbox', { name: /What should you be asked about/ }), 'A hang.');
    // Waited for from before the way there: the browser has to have heard of it by the time that Enter is pressed.
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.getByLabel('Resume'));
    const buffer = await makeResume('Kay Board');
    await (await chooser).setFiles({ name: 'kay.pdf', mimeType: 'application/pdf', buffer });
    await expect(page.getByText('kay.pdf')).toBeVisible();
    await press(page, on);
    await expect(page).toHaveURL(/\/payment$/);
  });

  await test.step('payment and Stripe', async () => {
    await press(page, page.getByRole('button', { name: /Pay with Stripe/ }));
    await type(page, page.getByLabel('Card number'), CARDS.pays);
    await type(page, page.getByLabel('Expiration'), '12 / 34');
    await type(page, page.getByLabel('CVC'), '123');
    await type(page, page.getByLabel('Name on card'), 'Kay Board');
    await press(page, page.getByRole('button', { name: /^Pay \$/ }));
    await expect(page).toHaveURL(/\/thanks/);
  });

  await test.step('thanks: told without a reload', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /^Booked/ })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Booked' })).toHaveText('Booked');
  });
});

test('how long a time is held is told at ten minutes, five, one and its end, and never in between', async ({
  page,
  newCandidate,
}) => {
  const candidate = newCandidate('Listens Closely');
  const id = await candidate.hold('kenji-aoyama');
  await continueAs(page, candidate);
  await page.clock.install();
  await page.goto(`/bookings/${id}/details`);
  const said = page.locator('[data-hold-said]');
  await expect(page.getByText('Held for you for').filter({ visible: true }).first()).toBeVisible();
  await expect(said).toHaveRole('status');
  const after = async (minutes: string) => {
    await page.clock.fastForward(minutes);
    return said.textContent();
  };
  expect(await after('15:00')).toBe('');
  expect(await after('05:30')).toBe('Your time is held for 10 more minutes.');
  expect(await after('02:00')).toBe('Your time is held for 10 more minutes.');
  expect(await after('03:00')).toBe('Your time is held for 5 more minutes.');
  expect(await after('04:00')).toBe('Your time is held for 1 more minute.');
  expect(await after('01:00')).toBe('Your hold has ended. Nothing was charged.');
});
