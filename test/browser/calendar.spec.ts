import type { Page } from '@playwright/test';
import type { Selectable } from 'kysely';
import type { DB } from '../../src/db/tables.ts';
import { accountsOn } from '../support/calendars.ts';
import { type BrowserWorld, expect, PHONE, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// An interviewer connects cal.com, sees it break, puts it right and ends it: with the script and without it.

/** Calendars taken away, to be given back: other tests book through the same people. */
const taken: Selectable<DB['calcomConnections']>[] = [];

/** Somebody without a calendar, and an account on cal.com for them; its key. */
async function newcomer({ db, far }: BrowserWorld, slug: string, username: string): Promise<string> {
  const person = db.selectFrom('interviewers').select('id').where('slug', '=', slug);
  const { id } = await person.executeTakeFirstOrThrow();
  taken.push(
    ...(await db.deleteFrom('calcomConnections').where('interviewerId', '=', id).returningAll().execute()),
  );
  return accountsOn(far).signUp(username, [{ slug: 'chat', title: 'A chat', lengthInMinutes: 30 }]);
}

test.afterEach(async ({ world: { db } }) => {
  for (const connection of taken.splice(0)) {
    const { interviewerId } = connection;
    await db.deleteFrom('calcomConnections').where('interviewerId', '=', interviewerId).execute();
    await db.insertInto('calcomConnections').values(connection).execute();
  }
});

const wrong = (page: Page) => page.getByRole('heading', { name: /: Wrong$/ });

test(
  'an interviewer connects a calendar, repairs it, and disconnects it',
  PHONE,
  async ({ page, world, expectAccessible }, info) => {
    test.slow();
    const [slug, username] = ['mara-lindqvist', `mara-${info.project.name}`];
    const key = await newcomer(world, slug, username);
    const account = accountsOn(world.far);

    await test.step('is asked for a key, and told what is wrong with a wrong one', async () => {
      await page.goto('/admin/calendar');
      await signIn(page, slug);
      await expect(page.getByRole('heading', { name: 'Connect your calendar.' })).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel('API key').fill('cal_not_this_one_0123');
      await page.getByRole('button', { name: 'Read my account' }).click();
      await expect(page.getByLabel('API key')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('API key')).toHaveValue('');
      await expect(page.getByText('cal.com does not know this key.')).toBeVisible();
    });

    await test.step('is shown the account, and picks', async () => {
      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Read my account' }).click();
      await expect(page.getByRole('heading', { name: 'Which event type?' })).toBeVisible();
      await expect(page.getByText(`cal.com/${username}: ${username} There, Taipei, UTC+8`)).toBeVisible();
      await expect(page.getByRole('radio', { name: /A new one/ })).toBeChecked();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Connect it' }).click();
      await expect(page.getByRole('heading', { name: 'Your calendar works.' })).toBeVisible();
      await expect(wrong(page)).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step('sees what somebody changed on cal.com, and puts it right in place', async () => {
      await account.change(username, { lengthInMinutes: 45 });
      await account.deleteWebhooks(username);
      await page.getByRole('button', { name: 'Check again' }).click();
      await expect(page.getByRole('heading', { name: 'Your calendar needs a repair.' })).toBeVisible();
      await expect(page.getByText('It takes 45 now.')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Repair', exact: true }).first().click();
      await expect(page.getByRole('heading', { name: 'Your calendar works.' })).toBeVisible();
      // What was done is where the reader goes on.
      await expect(page.getByRole('status').locator('..')).toBeFocused();
      await expect(page.getByText('Repaired.')).toBeInViewport();
      await expect(wrong(page)).toHaveCount(0);
    });

    await test.step('with a revoked key is told first thing, and gives another', async () => {
      const other = await account.newKey(username);
      await page.getByRole('button', { name: 'Check again' }).click();
      await expect(page.getByRole('heading', { name: 'Your calendar is disconnected.' })).toBeVisible();
      await page.goto('/admin');
      await expect(page.getByText('cal.com is disconnected. Nobody new can book you.')).toBeInViewport();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'See what is wrong and put it right' }).click();
      await page.getByRole('link', { name: 'Give a new key' }).first().click();
      await page.getByLabel('API key').fill(other);
      await page.getByRole('button', { name: 'Read my account' }).click();
      await expect(page.getByText('The new key is in place.')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Your calendar works.' })).toBeVisible();
    });

    await test.step('ends it after reading what that does; Escape keeps it', async () => {
      await page.getByRole('link', { name: 'Disconnect' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('heading', { name: 'Disconnect your calendar?' })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.getByRole('link', { name: 'Disconnect' }).click();
      await expect(dialog).toContainText('Nobody new can book you.');
      await dialog.getByRole('button', { name: 'Disconnect' }).click();
      await expect(page.getByText('The key is forgotten.')).toBeVisible();
      await page.goto(`/interviewers/${slug}`);
      await expect(page.getByText('No times can be picked right now')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Book an interview' })).toHaveCount(0);
      await expectAccessible(page);
    });
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each step is a page of its own', async ({ page, world }) => {
    test.slow();
    const [slug, username] = ['priya-raghunathan', 'priya-plain'];
    const key = await newcomer(world, slug, username);
    await page.goto('/admin/calendar');
    await signIn(page, slug);
    await page.getByLabel('API key').fill(key);
    await page.getByRole('button', { name: 'Read my account' }).click();
    await page.getByRole('radio', { name: /A chat/ }).check();
    await page.getByRole('button', { name: 'Connect it' }).click();
    await expect(page.getByText('Connected.')).toBeVisible();
    await accountsOn(world.far).change(username, { disableGuests: false }, 'chat');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(wrong(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Repair', exact: true }).click();
    await expect(page.getByText('Repaired.')).toBeVisible();
    await page.getByRole('link', { name: 'Disconnect' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Disconnect your calendar?');
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await expect(page.getByRole('heading', { name: 'Connect your calendar.' })).toBeVisible();
  });
});
