import { readFile } from 'node:fs/promises';
import { readPdf } from '../../src/features/report/pdf/reading.fixture.ts';
import { aReport } from '../../src/features/report/report.fixture.ts';
import type { Candidate } from '../support/candidate.ts';
import { until } from '../support/until.ts';
import { type BrowserWorld, expect, PHONE, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// The feedback, from the interviewer's first word to what the candidate says of it.

const OWNER = 'kenji-aoyama';

/** A session that ended two hours ago. */
async function over(candidate: Candidate, { db }: BrowserWorld): Promise<string> {
  const id = await candidate.hold(OWNER);
  await candidate.giveDetails(id);
  await candidate.pay(await candidate.checkout(id));
  await until(
    async () =>
      (await db.selectFrom('bookings').select('state').where('id', '=', id).executeTakeFirstOrThrow())
        .state === 'confirmed',
    { what: 'it is confirmed' },
  );
  const end = Date.now() - 2 * 3_600_000;
  const times = { startsAt: new Date(end - 90 * 60_000), endsAt: new Date(end) };
  await db
    .updateTable('bookings')
    .set({ state: 'completed', ...times })
    .where('id', '=', id)
    .execute();
  return id;
}

test(
  'a report is written, saved as it goes, sent and read; the candidate says that it was worth it',
  PHONE,
  async ({ page, world, newCandidate, expectAccessible, context }, info) => {
    test.slow();
    const candidate = newCandidate(`Report Reader ${info.project.name}`);
    const id = await over(candidate, world);
    await page.goto('/admin');
    await signIn(page, OWNER);
    await page
      .getByRole('region', { name: /report.* owed/ })
      .getByRole('link', { name: candidate.name })
      .click();
    await expect(page.getByRole('heading', { name: 'Write it while you can still hear it.' })).toBeVisible();
    await expectAccessible(page);

    const verdict = page.getByRole('group', { name: 'Verdict' });
    await verdict.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByLabel('In one line').fill(aReport.line);
    await page.getByLabel('Why').fill(aReport.why);
    await expect(page.locator('#savebar')).toContainText('Saved');
    // The report in small follows what is saved.
    await expect(page.locator('#mini')).toContainText('Yes, just.');

    for (const { key, rating, evidence } of aReport.dimensions.slice(0, 3)) {
      await page.locator(`[name="${key}.rating"][value="${rating}"]`).check();
      for (const [index, { minute, text }] of evidence.entries()) {
        // The next row comes as the one before is filled.
        await page.locator(`[name="${key}.${index}.minute"]`).fill(String(minute));
        await page.locator(`[name="${key}.${index}.text"]`).fill(text);
      }
    }
    await page.getByRole('button', { name: /^Send to/ }).click();
    await expect(page.getByRole('alert')).toContainText('Not sent yet.');
    for (const [index, { title, test: fixed }] of aReport.steps.entries()) {
      await page.locator(`[name="step.${index}.title"]`).fill(title);
      await page.locator(`[name="step.${index}.test"]`).fill(fixed);
    }
    await expect(page.locator('#mini')).toContainText('100%');
    await page.getByRole('button', { name: /^Send to/ }).click();
    await expect(page.getByText('This is what they have.')).toBeVisible();
    await expectAccessible(page);

    await context.addCookies(candidate.cookies);
    await page.goto(`/bookings/${id}`);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Read the report' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Yes, just.' })).toBeVisible();
    await expect(page.getByText('min 12, kept:')).toBeAttached();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as PDF' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe(`Interview report for ${candidate.name}.pdf`);
    expect((await readPdf(await readFile(await file.path()))).text).toContain('Yes, just.');
    await expectAccessible(page);

    await page.getByRole('link', { name: 'it was', exact: true }).click();
    await page.getByRole('radio', { name: 'And more' }).check();
    await page.getByText('Others may read it', { exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByText('Say how you want to be named.')).toBeVisible();
    await page.getByLabel('In a few words').fill('I say the dead ends out loud now.');
    await page.getByLabel('Named as').fill('Frontend engineer');
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect(page.getByRole('heading', { name: 'You said: and more.' })).toBeVisible();
    await expectAccessible(page);
  },
);
