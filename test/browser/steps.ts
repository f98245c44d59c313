import { writeFile } from 'node:fs/promises';
import { expect, type FrameLocator, type Page, type TestInfo } from '@playwright/test';
import type { Candidate } from '../support/candidate.ts';

// What visitors do in more than one test, in their words.

export const CARDS = {
  pays: '4242 4242 4242 4242',
  asksForThreeDSecure: '4000 0027 6000 3184',
};

const PASSWORD = 'practice-the-loop';

/** The calendar on the page, once it shows times to pick. */
export async function openTimes(page: Page): Promise<FrameLocator> {
  const widget = page.frameLocator('iframe[name^="cal-embed"]');
  await expect(times(widget).first()).toBeVisible();
  // What stands in a frame is visible to a locator whether the frame is or not.
  await expect(page.locator('[data-calendar][data-state="ready"] iframe')).toBeVisible();
  return widget;
}

export const times = (widget: FrameLocator) => widget.getByRole('button', { name: /^\d\d:\d\d$/ });

/** Picks the first time the calendar offers, as this person. */
export async function pickTime(page: Page, who: { name: string; email: string }): Promise<void> {
  const widget = await openTimes(page);
  await times(widget).first().click();
  await widget.getByLabel('Your name').fill(who.name);
  await widget.getByLabel('Email address').fill(who.email);
  await widget.getByRole('button', { name: 'Confirm' }).click();
}

/** Waits until the list has these people, in whatever order: that is by free times, which other tests take. */
export async function expectRows(page: Page, names: readonly string[]): Promise<void> {
  const rows = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect.poll(async () => (await rows.allTextContents()).toSorted()).toEqual(names.toSorted());
}

/** Goes on in this browser with a booking that was made without it. */
export async function continueAs(page: Page, candidate: Candidate): Promise<void> {
  await page.context().addCookies(candidate.cookies);
}

/** Fills in what the details step asks for at least. */
export async function fillDetails(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Background').fill('Four years of React at a logistics company.');
  await page.getByLabel(subject, { exact: true }).check();
  await page.getByLabel('What should you be asked about?').fill('Rendering decisions, said out loud.');
}

export async function toPayment(page: Page): Promise<void> {
  // The first of them is the form's own, for Enter in a field.
  await page
    .getByRole('button', { name: /Continue to payment/ })
    .last()
    .click();
}

/** A candidate in front of the payment page, details given. */
export async function readyToPay(
  page: Page,
  candidate: Candidate,
  slug: string,
  more: Parameters<Candidate['giveDetails']>[1] = {},
): Promise<string> {
  const id = await candidate.hold(slug);
  await candidate.giveDetails(id, more);
  await continueAs(page, candidate);
  await page.goto(`/bookings/${id}/payment`);
  return id;
}

/** A PDF of this size as a file: a browser reads it faster than it is told its bytes. */
export async function heavyResume(info: TestInfo, megabytes: number): Promise<string> {
  const path = info.outputPath('heavy.pdf');
  const rest = Buffer.alloc(megabytes * 1024 * 1024 - 9, ' ');
  await writeFile(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), rest]));
  return path;
}

/** Fills in Stripe's page and presses its button. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiration').fill('12 / 34');
  await page.getByLabel('CVC').fill('123');
  await page.getByLabel('Name on card').fill('Theo Marsh');
  await page.getByRole('button', { name: /^Pay \$/ }).click();
}

/** Signs in to the panel, from whatever page of it asks for that. */
export async function signIn(page: Page, slug: string): Promise<void> {
  await page.getByLabel('Email').fill(`${slug}@demo.508.test`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open the panel' }).click();
}
