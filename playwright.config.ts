import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

// Real Chromium from npm against the built server. What a phone has differently runs at its size, too.
const executablePath = await chromium.executablePath();
/** Tests of looks, at the sizes they choose. */
const VISUAL = /browser\/visual\/[^/]+\.spec\.ts$/;

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/browser/setup.ts',
  workers: 2,
  // Limits for what never comes, not for what comes late: a machine can be slow.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  updateSnapshots: 'none',
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: {
      executablePath,
      // A page lives for a second here: to optimize its code for longer costs more than it brings.
      args: [
        ...['--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
        '--js-flags=--no-turbofan',
      ],
      // No font of this machine: letters that ours lack look the same everywhere.
      env: {
        ...definedIn(process.env),
        FONTCONFIG_FILE: join(import.meta.dirname, 'test/support/fonts.conf'),
      },
    },
    timezoneId: 'America/New_York',
    locale: 'en-US',
    // A press that lands while the page still glides to where it was sent lands beside the button.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace is as much work as the test: `--trace on` when one is looked for.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', testIgnore: VISUAL, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      testIgnore: VISUAL,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    {
      name: 'visual',
      testMatch: VISUAL,
      fullyParallel: true,
      timeout: 300_000,
      // The pictures say what is wrong.
      use: { screenshot: 'off' },
      expect: {
        timeout: 30_000,
        // Pixels that may differ in a picture of a million and more: less than a letter has.
        toHaveScreenshot: { maxDiffPixels: 40, pathTemplate: 'docs/screenshots/{arg}{ext}' },
      },
    },
  ],
});

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
