import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

// Real Chromium from npm against the built server. Journeys run at desktop and phone size.
const executablePath = await chromium.executablePath();

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/browser/setup.ts',
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
    },
    timezoneId: 'America/New_York',
    locale: 'en-US',
    // A press that lands while the page still glides to where it was sent lands beside the button.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
