import { expect, PHONE, test } from './fixtures.ts';
import { continueAs, fillDetails, toPayment } from './steps.ts';

// Where the network is gone the page says so, says what to do, and nothing typed is lost.

test(
  'a filter that can’t be asked for says so, keeps what was chosen, and goes once the network is back',
  PHONE,
  async ({ page, context, expectAccessible }, info) => {
    await page.goto('/interviewers');
    if (info.project.name === 'phone') await page.getByRole('button', { name: /^Filter/ }).click();
    await context.setOffline(true);
    await page.getByLabel(/^Debugging/).check();
    const note = page.getByRole('alert').filter({ hasText: 'That did not reach us.' });
    await expect(note).toContainText('You are offline.');
    await expect(page.getByLabel(/^Debugging/)).toBeChecked();
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(12);
    await expectAccessible(page);

    await context.setOffline(false);
    await page.getByLabel(/^Behavioral/).check();
    await expect(page).toHaveURL('/interviewers?subject=behavioral&subject=debugging');
    await expect(note).toHaveCount(0);
  },
);

test('a search keeps its words while the network is gone', async ({ page, context }) => {
  await page.goto('/interviewers');
  await context.setOffline(true);
  const search = page.getByRole('searchbox');
  await search.fill('payments');
  await expect(page.getByRole('alert').filter({ hasText: 'That did not reach us.' })).toBeVisible();
  await expect(search).toHaveValue('payments');
  await context.setOffline(false);
  await search.pressSequentially(' b');
  await expect(page).toHaveURL('/interviewers?q=payments+b');
  await expect(search).toHaveValue('payments b');
});

test('details that did not arrive are all still there to be sent', async ({
  page,
  context,
  newCandidate,
}) => {
  const candidate = newCandidate('Off Line');
  const id = await candidate.hold('oskar-nowak');
  await continueAs(page, candidate);
  await page.goto(`/bookings/${id}/details`);
  await fillDetails(page, 'Coding');
  await context.setOffline(true);
  await toPayment(page);
  await expect(page.getByRole('alert').filter({ visible: true })).toBeVisible();
  await expect(page.getByLabel('Background')).toHaveValue('Four years of React at a logistics company.');
  await context.setOffline(false);
  await toPayment(page);
  await expect(page).toHaveURL(`/bookings/${id}/payment`);
});
