import { makeResume } from '../support/resume.ts';
import { type BrowserWorld, expect, test } from './fixtures.ts';
import { continueAs, fillDetails, heavyResume, openTimes, toPayment } from './steps.ts';

// What goes wrong between a time that is held and the payment page, and what the visitor sees of it.

/** Its half hour is over. The built server's clock can't be moved, so the booking's is. */
const endHold = async ({ db }: BrowserWorld, id: string): Promise<void> => {
  const holdExpiresAt = new Date(Date.now() - 1000);
  await db.updateTable('bookings').set({ holdExpiresAt }).where('id', '=', id).execute();
};

test.describe('the details', () => {
  test('a resume of the wrong kind or size is refused at its field, and the rest is kept', async ({
    page,
    newCandidate,
    expectAccessible,
  }, info) => {
    const candidate = newCandidate('Wrong Paper');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    const resume = page.getByLabel('Resume');

    // Seen before it travels.
    await resume.setInputFiles({ name: 'cv.docx', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await expect(page.getByText('“cv.docx” is not a PDF.')).toBeVisible();
    await resume.setInputFiles(await heavyResume(info, 6));
    await expect(page.getByText('“heavy.pdf” has 6 MB. Up to 5 MB fits.')).toBeVisible();

    // Seen only by who opens it.
    await resume.setInputFiles({
      name: 'cv.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('PK\u0003\u0004'),
    });
    await toPayment(page);
    await expect(page.getByText('This is not a PDF.')).toBeVisible();
    await expect(page.getByLabel('Resume')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await expect(page.getByLabel('Coding', { exact: true })).toBeChecked();
    await expectAccessible(page);

    const good = await makeResume('Wrong Paper');
    await page
      .getByLabel('Resume')
      .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: good });
    await toPayment(page);
    await expect(page).toHaveURL(/\/payment$/);
    await expect(page.getByText('cv.pdf')).toBeVisible();
  });

  test('a form that does not get through stays as it is', async ({ page, newCandidate }) => {
    const candidate = newCandidate('Lost Form');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    await page.route('**/details', (route) => route.abort('connectionfailed'));
    await toPayment(page);
    await expect(page.getByRole('alert')).toContainText('We did not get through.');
    await expect(page.getByLabel('Background')).toHaveValue(/^Four years/);
    await page.unroute('**/details');
    await toPayment(page);
    await expect(page).toHaveURL(/\/payment$/);
  });

  test('a hold that ran out meanwhile says so, whichever button is pressed, and leads to new times', async ({
    page,
    world,
    newCandidate,
  }) => {
    const candidate = newCandidate('Slow Writer');
    const id = await candidate.hold('ruth-mwangi');
    await continueAs(page, candidate);
    const ranOut = page.getByRole('heading', { level: 1, name: /The half hour ran out/ });

    await page.goto(`/bookings/${id}/details`);
    await fillDetails(page, 'Coding');
    await endHold(world, id);
    await toPayment(page);
    await expect(ranOut).toBeVisible();

    expect((await page.goto(`/bookings/${id}/details`))?.status()).toBe(410);
    await expect(ranOut).toBeVisible();
    expect((await page.goto(`/bookings/${id}/payment`))?.status()).toBe(410);
    await page.getByRole('link', { name: /Pick a time again/ }).click();
    await expect(page).toHaveURL('/interviewers/ruth-mwangi/book');
    await openTimes(page);
  });
});
