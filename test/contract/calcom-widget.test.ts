import type { AddressInfo } from 'node:net';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ALICE,
  api,
  BEA,
  book,
  cal,
  DAY_WITH_TIMES,
  freeStarts,
  type Payload,
  pages,
  receiver,
} from './calcom-bench.ts';

let browser: Browser | undefined;

beforeAll(async () => {
  try {
    const args = sparticuz.args.filter((arg) => arg !== '--single-process');
    const executablePath = await sparticuz.executablePath();
    browser = await chromium.launch({ executablePath, args, headless: true });
  } catch {
    console.warn('Chromium does not start on this machine: the widget is not tried in it.');
  }
});
afterAll(() => browser?.close());

describe('the widget in a real browser', () => {
  test('shakes hands, books a time and tells the page', { timeout: 60_000 }, async (context) => {
    if (!browser) return context.skip('Chromium does not start on this machine');
    const page = await embedded(browser, 'alice/interview');
    const frame = page.frameLocator('iframe.cal-embed');
    await frame.getByRole('button', { name: DAY_WITH_TIMES }).first().click();
    const time = frame.getByRole('button', { name: /^\d\d:\d\d$/ });
    const rival = (await freeStarts())[0];
    await time.first().click();
    await frame.getByLabel('Your name').fill('Bea');
    await frame.getByLabel('Email address').fill('bea@example.com');
    await book(rival);
    await frame.getByRole('button', { name: 'Confirm' }).click();
    await frame.getByText('This time was just taken').waitFor();
    await time.first().click();
    await frame.getByRole('button', { name: 'Confirm' }).click();
    await frame.getByRole('heading', { name: 'Requested' }).waitFor();
    const seen = await heard(page);
    const order = seen.map(([type]) => type).filter((type) => type !== '__dimensionChanged');
    expect(order).toEqual([
      '__iframeReady',
      '__windowLoadComplete',
      'linkReady',
      'bookerReady',
      'bookerViewed',
      'bookingSuccessfulV2',
    ]);
    const { uid, status } = seen.find(([type]) => type === 'bookingSuccessfulV2')?.[1] ?? {};
    expect(status).toBe('PENDING');
    expect((await api('GET', `/bookings/${uid}`)).data.metadata).toEqual({ draft: 'd7' });
  });

  test('moves a booking with the keyboard alone, its own time among the free ones', {
    timeout: 60_000,
  }, async (context) => {
    if (!browser) return context.skip('Chromium does not start on this machine');
    const [first] = await freeStarts();
    const { uid } = (await book(first)).data;
    await api('POST', `/bookings/${uid}/confirm`, { key: ALICE });
    const page = await embedded(browser, `reschedule/${uid}`);
    const frame = page.frameLocator('iframe.cal-embed');
    await frame.getByText('Former time').waitFor();
    // The moved booking does not stand in its own way: the half hours it covers are offered.
    await frame.getByRole('button', { name: DAY_WITH_TIMES }).first().focus();
    await page.keyboard.press('Enter');
    const times = frame.getByRole('button', { name: /^\d\d:\d\d$/ });
    await expect.poll(() => times.count(), { timeout: 15_000 }).toBeGreaterThan(1);
    await times.nth(1).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: 'Requested' }).waitFor();
    const seen = await heard(page);
    expect(seen.map(([type]) => type)).not.toContain('bookingSuccessfulV2');
    const told = seen.find(([type]) => type === 'rescheduleBookingSuccessfulV2')?.[1] ?? {};
    expect(told).toMatchObject({ status: 'PENDING', paymentRequired: false, isRecurring: false });
    expect(told.uid).not.toBe(uid);
    const moved = (await api('GET', `/bookings/${told.uid}`)).data;
    expect(moved).toMatchObject({ status: 'pending', rescheduledFromUid: uid, start: told.startTime });
    expect(moved.metadata).toEqual({ draft: 'd1' });
    const old = (await api('GET', `/bookings/${uid}`)).data;
    expect(old).toMatchObject({
      status: 'cancelled',
      rescheduledToUid: told.uid,
      rescheduledByEmail: BEA.email,
    });
  });

  test('says that a cancelled booking cannot be moved', { timeout: 60_000 }, async (context) => {
    if (!browser) return context.skip('Chromium does not start on this machine');
    const { uid } = (await book((await freeStarts())[0])).data;
    await api('POST', `/bookings/${uid}/cancel`, { key: ALICE, body: {} });
    const page = await embedded(browser, `reschedule/${uid}`);
    await expect
      .poll(async () => (await heard(page)).map(([type]) => type), { timeout: 15_000 })
      .toContain('linkFailed');
  });
});

/** A page of the receiver's that embeds this link. */
async function embedded(browser: Browser, calLink: string): Promise<Page> {
  const path = `/parent/${calLink}`;
  pages.set(path, () => parentPage(calLink));
  const page = await browser.newPage({ timezoneId: 'Europe/Berlin' });
  await page.goto(`http://localhost:${(receiver.address() as AddressInfo).port}${path}`);
  return page;
}

/** What the page heard from the frame so far. */
const heard = (page: Page) => page.evaluate<[string, Payload][]>('window.seen');

/** A page that embeds the widget with cal.com's own snippet and keeps what it hears. */
function parentPage(calLink: string): string {
  return `<!doctype html><div id="cal"></div><script>
  (function (C, A, L) { let p = function (a, ar) { a.q.push(ar); }; let d = C.document; C.Cal = C.Cal || function () { let cal = C.Cal; let ar = arguments; if (!cal.loaded) { cal.ns = {}; cal.q = cal.q || []; d.head.appendChild(d.createElement("script")).src = A; cal.loaded = true; } if (ar[0] === L) { const api = function () { p(api, arguments); }; const namespace = ar[1]; api.q = api.q || []; if (typeof namespace === "string") { cal.ns[namespace] = cal.ns[namespace] || api; p(cal.ns[namespace], ar); p(cal, ["initNamespace", namespace]); } else p(cal, ar); return; } p(cal, ar); }; })(window, "${cal.url}/embed/embed.js", "init");
  Cal("init", "book", { origin: "${cal.url}" });
  Cal.ns.book("inline", { elementOrSelector: "#cal", calLink: "${calLink}", config: { layout: "month_view", theme: "light", "metadata[draft]": "d7" } });
  window.seen = [];
  Cal.ns.book("on", { action: "*", callback: (e) => seen.push([e.detail.type, e.detail.data]) });
  </script>`;
}
