import type { Page } from '@playwright/test';
import { makeResume } from '../support/resume.ts';
import { moneyOf } from '../support/stripe-state.ts';
import { expect, test } from './fixtures.ts';
import { CARDS, payWith, readyToPay } from './steps.ts';

// What goes wrong between the payment page and Stripe’s, and what the visitor sees of it.

const pay = (page: Page) => page.getByRole('button', { name: /Pay with Stripe/ });

test.describe('the payment', () => {
  test('Stripe not answering is said plainly, with everything kept, and a second try works', async ({
    page,
    world,
    newCandidate,
    expectAccessible,
  }) => {
    const id = await readyToPay(page, newCandidate('Stripe Away'), 'priya-raghunathan');
    await world.far.stripe.post('faults', { api: { match: 'POST /v1/checkout/sessions', mode: 'down' } });
    await pay(page).click();
    await expect(page.getByRole('alert')).toContainText('Stripe does not answer.');
    await expect(page.getByText('Four years of React at a logistics company.')).toBeVisible();
    await expectAccessible(page);
    await world.far.stripe.clearFaults();
    await page.getByRole('button', { name: /Try Stripe again/ }).click();
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    expect((await moneyOf(world.far, id)).sessions).toHaveLength(1);
  });

  test('scenario 6: a second press on the button changes nothing: one session, and on to it', async ({
    page,
    world,
    newCandidate,
  }) => {
    const id = await readyToPay(page, newCandidate('Double Click'), 'priya-raghunathan');
    // Slow enough for somebody to press again, with the first press already on its way.
    const api = { match: 'POST /v1/checkout/sessions', mode: 'slow', delayMs: 1500 };
    await world.far.stripe.post('faults', { api });
    // By the mouse itself: a locator would wait until the first press has led somewhere.
    await pay(page).scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await pay(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.mouse.click(x + width / 2, y + height / 2);
    await sent;
    await page.mouse.click(x + width / 2, y + height / 2);
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    expect((await moneyOf(world.far, id)).sessions).toHaveLength(1);
  });

  test('scenario 15: back from Stripe everything is as it was, the file included', async ({
    page,
    newCandidate,
  }) => {
    const pdf = new File([new Uint8Array(await makeResume('There And Back'))], 'there-and-back.pdf');
    const id = await readyToPay(page, newCandidate('There And Back'), 'priya-raghunathan', { resume: pdf });
    const paymentPage = async () => {
      await expect(page).toHaveURL(new RegExp(`/bookings/${id}/payment$`));
      await expect(page.getByText('Rendering decisions, said out loud.')).toBeVisible();
      await expect(page.getByText('there-and-back.pdf')).toBeVisible();
    };
    await pay(page).click();
    await page.getByRole('link', { name: 'Back' }).click();
    await paymentPage();
    await pay(page).click();
    await expect(page.getByRole('heading', { name: 'Pay with card' })).toBeVisible();
    await page.goBack();
    await paymentPage();
    await page.getByRole('link', { name: 'Change your details' }).click();
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await expect(page.getByLabel('Coding', { exact: true })).toBeChecked();
    await expect(page.getByText('there-and-back.pdf')).toBeVisible();
  });

  test('3-D Secure: failed, it can be tried again; completed, it pays', async ({ page, newCandidate }) => {
    await readyToPay(page, newCandidate('Asked Twice'), 'jonah-pryce', { subject: 'Behavioral' });
    await pay(page).click();
    await payWith(page, CARDS.asksForThreeDSecure);
    await page.getByRole('button', { name: 'Fail authentication' }).click();
    await expect(page.getByRole('alert')).toContainText('unable to authenticate');
    await payWith(page, CARDS.asksForThreeDSecure);
    await page.getByRole('button', { name: 'Complete authentication' }).click();
    await expect(page).toHaveURL(/\/thanks/);
    await expect(page.getByRole('heading', { name: /^Booked/ })).toBeVisible();
  });
});
