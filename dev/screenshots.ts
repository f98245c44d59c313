import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import chromiumPackage from '@sparticuz/chromium';

// Takes the pictures in docs/screenshots from a site that is running: npm run screenshots.
// BASE_URL is the site, http://localhost:5080 unless given.

const site = process.env.BASE_URL ?? 'http://localhost:5080';
const folder = join(import.meta.dirname, '../docs/screenshots');
const pages = { home: '/', interviewers: '/interviewers', profile: '/interviewers/mara-lindqvist' };
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await chromiumPackage.executablePath(),
  args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--font-render-hinting=none'],
});
for (const viewport of sizes) {
  const page = await browser.newPage({ viewport, colorScheme: 'light', reducedMotion: 'reduce' });
  for (const [name, path] of Object.entries(pages)) {
    // Vite's development server keeps a socket open, so the network never falls idle.
    await page.goto(site + path, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`) });
  }
  await page.close();
}
await browser.close();
console.log(`Saved ${Object.keys(pages).length * sizes.length} pictures to docs/screenshots.`);
