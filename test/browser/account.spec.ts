import type { Page, TestInfo } from '@playwright/test';
import { appCode, nextAppCode } from '../support/authenticator.ts';
import { expect, PHONE, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// What opens a member's account. Each size has a member of its own, whom no other test signs in as.

const MEMBERS: Record<string, { walk: string; plain: string }> = {
  desktop: { walk: 'kenji-aoyama', plain: 'ines-haddad' },
  phone: { walk: 'daniel-abramov', plain: 'tomas-ferreira' },
};
const memberOf = (info: TestInfo) => MEMBERS[info.project.name] ?? { walk: '', plain: '' };
const PASSWORD = 'practice-the-loop';

test(
  'an interviewer sets up a second factor and a passkey, and signs in with each',
  PHONE,
  async ({ page, expectAccessible }, info) => {
    test.slow();
    const { walk } = memberOf(info);
    await addAuthenticator(page);
    await page.goto('/admin/account');
    await expectAccessible(page);
    await signIn(page, walk);
    await expect(page.getByRole('heading', { name: 'Your account.' })).toBeVisible();
    await expectAccessible(page);

    const secret = await test.step('scans, types the code, keeps the recovery codes', async () => {
      await page.getByRole('link', { name: 'Set it up' }).click();
      await expectAccessible(page);
      await page.getByLabel('Your password').fill('not the password');
      await page.getByRole('button', { name: /Show the code/ }).click();
      await expect(page.getByText('That is not your password.')).toBeVisible();
      await expect(page.getByLabel('Your password')).toBeFocused();
      await page.getByLabel('Your password').fill(PASSWORD);
      await page.getByRole('button', { name: /Show the code/ }).click();
      await expect(page.getByRole('img', { name: 'The code to scan' })).toBeVisible();
      await expectAccessible(page);
      const key = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? '';
      await page.getByRole('textbox', { name: 'Code' }).fill(appCode(key));
      await page.getByRole('button', { name: 'Turn it on' }).click();
      await expect(page.getByRole('heading', { name: 'It is on.' })).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: /^[a-z0-9]{5}-[a-z0-9]{5}$/ })).toHaveCount(
        10,
      );
      await expectAccessible(page);
      return key;
    });

    const [recoveryCode = ''] = await test.step('saves them as a file', async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Save as a file' }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('508-recovery-codes.txt');
      const chunks: Buffer[] = [];
      for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
      const codes =
        Buffer.concat(chunks)
          .toString()
          .match(/[a-z0-9]{5}-[a-z0-9]{5}/g) ?? [];
      expect(codes).toHaveLength(10);
      return codes;
    });

    await test.step('signs in with password and code', async () => {
      await page.getByRole('link', { name: 'I have kept them' }).click();
      await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
      await signOut(page);
      await signIn(page, walk);
      await expect(page.getByRole('heading', { name: 'And the code.' })).toBeVisible();
      await expect(page.getByLabel('Code')).toBeFocused();
      await expectAccessible(page);
      await page.getByLabel('Code').fill('000 000');
      await page.getByRole('button', { name: 'Open the panel' }).click();
      await expect(page.getByText('That code does not fit')).toBeVisible();
      await page.getByLabel('Code').fill(nextAppCode(secret));
      await page.getByRole('button', { name: 'Open the panel' }).click();
      await expect(page).toHaveURL('/admin');
    });

    await test.step('adds a passkey', async () => {
      await page.goto('/admin/account');
      await page.getByRole('link', { name: 'Add a passkey' }).click();
      await expectAccessible(page);
      await page.getByLabel('Name').fill('Work laptop');
      await page.getByLabel('Your password').fill('not the password');
      await page.getByRole('button', { name: /Go on/ }).click();
      await expect(page.getByLabel('Name')).toHaveValue('Work laptop');
      await page.getByLabel('Your password').fill(PASSWORD);
      await page.getByRole('button', { name: /Go on/ }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Make the passkey' }).click();
      await expect(page.getByText('Passkey added.')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('signs in with it: nothing to type, no code', async () => {
      await signOut(page);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await expect(page).toHaveURL('/admin');
      await page.goto('/admin/account');
      await expect(page.getByText('Last used').first()).toBeVisible();
    });

    await test.step('renames it, removes it; then it opens nothing', async () => {
      await page.getByRole('link', { name: /Rename or remove/ }).click();
      await expectAccessible(page);
      await page.getByLabel('Name').fill('Old laptop');
      await page.getByRole('button', { name: 'Rename' }).click();
      await page.getByRole('link', { name: /Rename or remove Old laptop/ }).click();
      await page.getByLabel('Your password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Remove it' }).click();
      await expect(page.getByText('Passkey removed.')).toBeVisible();
      await signOut(page);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await expect(page.getByText('That passkey opens nothing.')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('gets in with a recovery code and turns the second factor off', async () => {
      await signIn(page, walk);
      await page.getByLabel('Code').fill(recoveryCode);
      await page.getByRole('button', { name: 'Open the panel' }).click();
      await expect(page).toHaveURL('/admin');
      await page.goto('/admin/account');
      await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
      await page.getByRole('link', { name: 'Turn it off' }).click();
      await expectAccessible(page);
      await page.getByLabel('Your password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Turn it off' }).click();
      await expect(page.getByText('The second factor is off.')).toBeVisible();
    });
  },
);

test('a passkey that its owner did not open makes no session', PHONE, async ({ page }, info) => {
  const { walk } = memberOf(info);
  const authenticator = await addAuthenticator(page);
  await page.goto('/admin/account/passkeys/new');
  await signIn(page, walk);
  await page.getByLabel('Name').fill('Without a finger');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: /Go on/ }).click();
  await authenticator.verifiesUser(false);
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(page.getByText('The device said no')).toBeVisible();
  await expect(page).toHaveURL('/admin/account/passkeys/new');
});

test('another email takes a yes from the one there is; it can be called off', async ({
  page,
  mailTo,
  expectAccessible,
}, info) => {
  const { walk } = memberOf(info);
  const next = `${walk}.${info.project.name}@example.com`;
  await page.goto('/admin/account/email');
  await signIn(page, walk);
  await expectAccessible(page);
  await page.getByLabel('New email').fill('no address');
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ask both addresses' }).click();
  await expect(page.getByLabel('New email')).toHaveValue('no address');
  await expect(page.getByLabel('New email')).toBeFocused();
  await page.getByLabel('New email').fill(next);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Ask both addresses' }).click();
  await expect(page.getByText('Look into your mail.')).toBeVisible();
  const { text } = await mailTo(`${walk}@demo.508.test`, /another address/);
  await page.goto(/https?:\S+token=\S+/.exec(text)?.[0] ?? '');
  await expect(page.getByText(next)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Approve the change' }).click();
  await expect(page.getByRole('heading', { name: 'Approved.' })).toBeVisible();
  await mailTo(next, /^Confirm this address$/);
  await page.getByRole('link', { name: 'Go to your account' }).click();
  await expect(page.getByText('Now the new address has to confirm')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep the old one' }).click();
  await expect(page.getByText('The address stays.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything but passkeys works', async ({ page, browser }, info) => {
    const { plain } = memberOf(info);
    await page.goto('/admin/account/password');
    await expect(page.getByText('Passkeys need JavaScript')).toBeVisible();
    await signIn(page, plain);
    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(new URL('/admin', page.url()).href);
    await signIn(elsewhere, plain);
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByLabel('New password').fill('password1234');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('list of leaked passwords')).toBeVisible();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByLabel('New password').fill('eleven geese in a row');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Password changed.')).toBeVisible();
    await elsewhere.reload();
    await expect(elsewhere.getByRole('heading', { name: 'Sign in.' })).toBeVisible();
    await elsewhere.context().close();
  });
});

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Sign in.' })).toBeVisible();
}

/** A device that keeps passkeys and asks its owner, as Chromium plays one. */
async function addAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return {
    verifiesUser: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

test('a member chooses which mails they get', PHONE, async ({ page, expectAccessible }) => {
  await page.goto('/admin/account');
  await signIn(page, 'jonah-pryce');
  await page.getByRole('link', { name: 'Choose mails' }).click();
  await expect(page.getByRole('heading', { name: 'Always sent.' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'A session is in an hour' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It holds from the next mail on.')).toBeVisible();
  await expect(page.getByText('5 of 6 that are not')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Choose mails' }).click();
  await expect(page.getByRole('checkbox', { name: 'A session is in an hour' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'A session is in an hour' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('All of them.')).toBeVisible();
});
