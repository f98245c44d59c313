import { expect, inTheme, openStop, test } from './still.ts';
import { picturesOf, STOPS } from './stops.ts';

// Every page and state as it was when somebody last looked at it: docs/screenshots. After a change
// that is meant, `npm run screenshots` takes them anew. A failure leaves what is and what differs in
// test-results.

for (const stop of STOPS) {
  test(`${stop.name} looks as it did`, async ({ browser, still }) => {
    for (const [width, pictures] of Map.groupBy(picturesOf(stop), (picture) => picture.width)) {
      const page = await openStop(browser, still, stop, width);
      for (const { theme, file } of pictures) {
        await inTheme(page, stop, theme);
        await expect.soft(page).toHaveScreenshot(file, { fullPage: !stop.screenOnly });
      }
      await page.context().close();
    }
  });
}
