import { readFile } from 'node:fs/promises';
import { makeResume } from '../support/resume.ts';
import { expect, PHONE, test } from './fixtures.ts';

// The whole job: find an interviewer, pick a time in the real widget, give details, pay at the hosted
// page, read the mail, sign in as the interviewer and see everything that was entered.

const PASSWORD = 'practice-the-loop';

test(
  'a candidate books and pays, and the interviewer reads what they entered',
  PHONE,
  async ({ page, browser, baseURL, mailTo }, info) => {
    test.slow();
    const size = info.project.name;
    const person = size === 'phone' ? 'Adaeze Okonkwo' : 'Camila Restrepo';
    const subject = size === 'phone' ? 'Frontend' : 'Code review';
    const technology = size === 'phone' ? 'React' : 'Ruby';
    const slug = person.toLowerCase().replace(' ', '-');
    const email = `journey.${size}@example.com`;
    const resume = await makeResume('Theo Marsh');

    await test.step('finds somebody', async () => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Find an interviewer' }).first().click();
      await expect(page).toHaveURL('/interviewers');
      if (size === 'phone') await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByLabel(new RegExp(`^${subject}`)).check();
      await expect(page).toHaveURL(/subject=/);
      if (size === 'phone') await page.keyboard.press('Escape');
      await page.getByRole('link', { name: person }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('heading', { name: person })).toBeVisible();
      await expect(page).toHaveURL(`/interviewers/${slug}`);
      await dialog.getByRole('link', { name: 'Book an interview' }).click();
      await expect(page).toHaveURL(`/interviewers/${slug}/book`);
    });

    await test.step('picks a time in the calendar widget', async () => {
      const widget = page.frameLocator('iframe[name^="cal-embed"]');
      const slot = widget.getByRole('button', { name: /^\d\d:\d\d$/ }).first();
      await expect(slot).toBeVisible();
      await slot.click();
      await widget.getByLabel('Your name').fill('Theo Marsh');
      await widget.getByLabel('Email address').fill(email);
      await widget.getByRole('button', { name: 'Confirm' }).click();
      await expect(page).toHaveURL(/\/bookings\/[^/]+\/details$/);
    });

    await test.step('gives the details', async () => {
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Theo Marsh');
      await expect(page.getByLabel('Email')).toHaveValue(email);
      await expect(page.getByText('New York').filter({ visible: true }).first()).toBeVisible();

      await page
        .getByLabel('Resume')
        .setInputFiles({ name: 'theo-marsh.pdf', mimeType: 'application/pdf', buffer: resume });
      await page.getByLabel('Anything else').fill('I freeze when someone watches me type.');
      await page
        .getByRole('button', { name: /Continue to payment/ })
        .last()
        .click();
      // Refused for what is missing, with everything kept, the file included.
      await expect(page.getByLabel('Background')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Background')).toBeFocused();
      await expect(page.getByLabel('Anything else')).toHaveValue('I freeze when someone watches me type.');
      await expect(page.getByText('theo-marsh.pdf')).toBeVisible();

      await page.getByLabel('Background').fill('Four years of React at a logistics company.');
      await page.getByLabel(subject, { exact: true }).check();
      await page.getByLabel(technology, { exact: true }).check();
      await page
        .getByLabel(/asked about|interviewed on|ask you|ask about/i)
        .first()
        .fill('Rendering decisions, said out loud.');
      await page.getByLabel('Target companies').fill('Google and “startups”');
      await page
        .getByRole('button', { name: /Continue to payment/ })
        .last()
        .click();
      await expect(page).toHaveURL(/\/payment$/);
    });

    await test.step('pays at Stripe', async () => {
      await page.getByRole('button', { name: /Pay with Stripe/ }).click();
      await page.getByLabel('Card number').fill('4000 0000 0000 0002');
      await page.getByLabel('Expiration').fill('12 / 34');
      await page.getByLabel('CVC').fill('123');
      await page.getByLabel('Name on card').fill('Theo Marsh');
      await page.getByRole('button', { name: /^Pay \$/ }).click();
      await expect(page.getByRole('alert')).toContainText('declined');
      await page.getByLabel('Card number').fill('4242 4242 4242 4242');
      await page.getByRole('button', { name: /^Pay \$/ }).click();
      await expect(page).toHaveURL(/\/bookings\/[^/]+\/thanks/);
      await expect(page.getByRole('heading', { name: /^Booked/ })).toBeVisible();
    });

    const confirmation = await mailTo(email);
    await test.step('opens the booking from the mail in another browser', async () => {
      expect(confirmation.icalendar).toContain('METHOD:REQUEST');
      expect(confirmation.text).toContain('New York');
      const link = /https?:\/\/\S+\/bookings\/\S+token=\S+/.exec(confirmation.text)?.[0] ?? '';
      const other = await browser.newContext({ ...(baseURL && { baseURL }), viewport: page.viewportSize() });
      const elsewhere = await other.newPage();
      await elsewhere.goto(link);
      await expect(elsewhere).toHaveURL(/\/bookings\/[0-9a-f-]+$/);
      await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText(person.split(' ')[0] ?? '');
      await other.close();
    });

    await test.step('the interviewer signs in and reads it all', async () => {
      const notice = await mailTo(`${slug}@demo.508.test`, /Theo Marsh/);
      expect(notice.text).toContain('Rendering decisions, said out loud.');
      await page.goto('/admin');
      await expect(page).toHaveURL(/\/admin\/sign-in/);
      await page.getByLabel('Email').fill(`${slug}@demo.508.test`);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Open the panel' }).click();
      await expect(page).toHaveURL(/\/admin$/);
      await page
        .getByRole('link', { name: /Theo Marsh/ })
        .first()
        .click();
      for (const entered of [
        email,
        'Four years of React at a logistics company.',
        subject,
        technology,
        'Rendering decisions, said out loud.',
        'Google and “startups”',
        'I freeze when someone watches me type.',
      ]) {
        await expect(page.getByText(entered).first()).toBeVisible();
      }
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: /Download/ }).click();
      const file = await (await download).path();
      expect((await readFile(file)).equals(resume)).toBe(true);
      await page.getByRole('button', { name: /Confirm I have read this/ }).click();
      await expect(page.getByText('Read', { exact: true }).filter({ visible: true }).first()).toBeVisible();
    });

    const receipt = await mailTo(email, /has received your information/);
    expect(receipt.text).toContain(person.split(' ')[0] ?? '');
  },
);
