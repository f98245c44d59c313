import { writeFile } from 'node:fs/promises';
import { photographOf, SKINS } from '../../src/features/admin/faces.fixture.ts';
import { expect, PHONE, test } from './fixtures.ts';
import { signIn } from './steps.ts';

// An interviewer's own page about themselves: the portrait, and what it says, part by part.

test(
  'an interviewer gives a photo, crops it by keys, looks at both portraits and picks one',
  PHONE,
  async ({ page, expectAccessible }, info) => {
    test.slow();
    const photo = info.outputPath('me.jpg');
    // Both sizes may share a world, where the same photo sent again is the one already in use.
    const skin = SKINS[info.project.name === 'phone' ? 2 : 6];
    await writeFile(photo, await photographOf(skin));
    await page.goto('/admin/profile');
    await signIn(page, 'adaeze-okonkwo');
    const part = page.locator('#photo');

    await test.step('is told what is wrong with a file before it travels', async () => {
      const file = part.locator('[name="photo"]');
      await file.setInputFiles({
        name: 'cv.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7'),
      });
      await expect(part.getByRole('alert')).toContainText('“cv.pdf” is no photo that can be shown.');
      await file.setInputFiles(photo);
      await expect(part.getByRole('alert')).toBeHidden();
    });

    await test.step('moves and sizes it without a mouse', async () => {
      const stage = part.getByRole('application', { name: 'Your photo in its frame' });
      await expect(stage).toBeFocused();
      const size = part.locator('[name="cropSize"]');
      const middle = part.locator('[name="cropX"]');
      await expect(size).toHaveValue('1.00000');
      for (let press = 0; press < 6; press++) await page.keyboard.press('+');
      await expect(size).toHaveValue(/^0\.7/);
      await page.keyboard.press('ArrowLeft');
      expect(Number(await middle.inputValue())).toBeGreaterThan(0.5);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Home');
      await expect(size).toHaveValue('1.00000');
      await expectAccessible(page);
    });

    await test.step('sees both portraits, and nobody else does yet', async () => {
      await part.getByRole('button', { name: 'Make my portrait' }).click();
      await expect(part.getByText('Nobody sees these yet')).toBeVisible();
      await expectAccessible(page);
      await part.getByRole('button', { name: 'Lighter' }).click();
      await expect(part.getByRole('button', { name: 'Lighter' })).toHaveAttribute('aria-pressed', 'true');
    });

    await test.step('picks one, which is what everybody sees then', async () => {
      await part.getByRole('radio', { name: /^Photograph/ }).check();
      await part.getByRole('button', { name: 'Use the one picked' }).click();
      await expect(part.getByText('Everybody sees this one')).toBeVisible();
      await page.goto('/interviewers/adaeze-okonkwo');
      const portrait = page.locator('.profile .plate img');
      await expect(portrait).toHaveAttribute('srcset', /-plain\/704 704w$/);
      expect(await portrait.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    });
  },
);

test(
  'what is typed shows on the card, is saved where it stands, and can be taken back',
  PHONE,
  async ({ page, expectAccessible }, info) => {
    test.slow();
    await page.goto('/admin/profile');
    await signIn(page, 'priya-raghunathan');
    const before = await page.getByLabel('Headline').inputValue();
    const card = page.locator('#part-card');
    const preview = page.locator('#card');

    await page.getByLabel('Headline').fill('Typed, and not saved');
    await expect(preview).toContainText('Typed, and not saved');
    await expect(card.getByText('Not saved yet')).toBeVisible();

    await test.step('leaving asks first', async () => {
      const asked = page.waitForEvent('dialog');
      const leaving = page.getByRole('link', { name: 'Bookings' }).filter({ visible: true }).first().click();
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await leaving;
      await expect(page.getByLabel('Headline')).toHaveValue('Typed, and not saved');
    });

    await test.step('saves in place', async () => {
      await card.getByRole('button', { name: 'Save the card' }).click();
      await expect(card.getByText(/^Saved at/)).toBeVisible();
      await expect(card.getByText('Not saved yet')).toBeHidden();
      await expectAccessible(page);
    });

    await test.step('takes it back', async () => {
      await card.getByRole('button', { name: 'Undo' }).click();
      await expect(card.getByText(/^Taken back at/)).toBeVisible();
      await expect(page.getByLabel('Headline')).toHaveValue(before);
      await expect(preview).toContainText(before);
    });

    await test.step('a second tab is told what changed, and loses nothing', async () => {
      // Both sizes may share a world: what is there already is no change.
      const first = `From the first tab, ${info.project.name}`;
      const second = await page.context().newPage();
      await second.goto('/admin/profile');
      await page.getByLabel('Headline').fill(first);
      await page.keyboard.press('Control+s');
      await expect(card.getByText(/^Saved at/)).toBeVisible();
      await expect(page.getByLabel('Headline')).toBeFocused();
      await second.getByLabel('Headline').fill('From the second tab');
      await second.getByRole('button', { name: 'Save the card' }).click();
      await expect(second.getByRole('alert')).toContainText('Nothing was overwritten');
      await expect(second.getByRole('alert')).toBeInViewport();
      await expect(second.getByRole('alert')).toContainText(first);
      await expect(second.getByLabel('Headline')).toHaveValue('From the second tab');
      await expectAccessible(second);
      await second.close({ runBeforeUnload: false });
    });
  },
);

test(
  'what one interviews in is found by typing and ticked by Enter; a technology that is missing is suggested and added',
  PHONE,
  async ({ page, browser, baseURL, expectAccessible }, info) => {
    await page.goto('/admin/profile');
    await signIn(page, 'ruth-mwangi');
    const part = page.locator('#part-tags');
    const boxes = part.getByRole('group', { name: 'Technologies' });
    const subjects = part.getByRole('group', { name: 'Subjects' });
    await subjects.getByRole('searchbox', { name: 'Type to find a subject' }).pressSequentially('sys');
    await expect(subjects.getByRole('status')).toContainText('1 of');
    await expect(subjects.getByRole('checkbox', { name: 'Coding' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(subjects.getByRole('checkbox', { name: 'Coding' })).toBeVisible();
    const find = boxes.getByRole('searchbox', { name: 'Type to find a technology' });
    const picked = boxes.getByRole('checkbox', { name: 'Rust', exact: true });
    const was = await picked.isChecked();
    await find.pressSequentially('rus');
    await expect(boxes.getByRole('status')).toContainText('Enter: Rust');
    await expect(boxes.getByRole('checkbox', { name: 'Python' })).toBeHidden();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(boxes.getByRole('status')).toContainText(was ? 'Rust is taken away.' : 'Rust is chosen.');
    await expect(picked).toBeChecked({ checked: !was });
    await expect(find).toBeFocused();
    await find.pressSequentially('zzz');
    await expect(boxes.getByRole('status')).toContainText('None has that name.');
    await page.keyboard.press('Escape');
    await expect(boxes.getByRole('checkbox', { name: 'Python' })).toBeVisible();
    const name = `Blub ${info.project.name}`;
    await part.getByLabel('One that is missing').fill(name);
    await part.getByRole('button', { name: 'Save what you interview in' }).click();
    await expect(part.getByText(`${name}: waits for the co-op`)).toBeVisible();
    await expectAccessible(page);

    await test.step('the operator adds it, and it is on the profile', async () => {
      const desk = await browser.newPage({ baseURL: baseURL ?? '' });
      await desk.goto('/operator/technologies');
      await signIn(desk, 'operator');
      await desk.getByRole('button', { name: `Add ${name}` }).click();
      const decided = desk.getByRole('region', { name: 'Decided' }).getByRole('listitem');
      await expect(decided.filter({ hasText: name })).toContainText('Added');
      await expectAccessible(desk);
      await desk.close();
      await page.reload();
      await expect(part.getByText(`${name}: added`)).toBeVisible();
      await expect(boxes.getByRole('checkbox', { name, exact: true })).toBeChecked();
      await page.goto('/interviewers/ruth-mwangi');
      await expect(page.getByRole('list', { name: 'Technologies' }).first()).toContainText(name);
    });
  },
);

test(
  'work history is put in order by keys, which save nothing by themselves and keep the focus',
  PHONE,
  async ({ page, expectAccessible }) => {
    await page.goto('/admin/profile');
    await signIn(page, 'wei-lin-hsu');
    const part = page.locator('#part-work');
    const companies = () =>
      part.locator('.jobs__row').evaluateAll((rows) =>
        rows.map((row) =>
          ['company', 'title']
            .map((name) => row.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value)
            .filter(Boolean)
            .join(', '),
        ),
      );
    const before = (await companies()).filter(Boolean);
    const [first = '', second = ''] = before;
    await part.getByRole('button', { name: `Move ${second} up` }).press('Enter');
    await expect.poll(async () => (await companies()).slice(0, 2)).toEqual([second, first]);
    await expect(part.getByText('Not saved yet')).toBeVisible();
    // At the top it can only go down again.
    await expect(part.getByRole('button', { name: `Move ${second} up` })).toBeDisabled();
    await expect(part.getByRole('button', { name: `Move ${second} down` })).toBeFocused();
    await expectAccessible(page);
    await part.locator('[name="title"]').first().press('Enter');
    await expect(part.getByText(/^Saved at/)).toBeVisible();
    await page.goto('/interviewers/wei-lin-hsu');
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown.indexOf(second)).toBeLessThan(shown.indexOf(first));
    await page.goto('/admin/profile');
    await part.getByRole('button', { name: `Move ${second} down` }).click();
    await expect.poll(async () => (await companies()).slice(0, 2)).toEqual([first, second]);
    await part.getByRole('button', { name: 'Save work history' }).click();
    await expect(part.getByText(/^Saved at/)).toBeVisible();
  },
);
