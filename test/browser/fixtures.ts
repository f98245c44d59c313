import { test as base, expect, type Page } from '@playwright/test';
import type { State as CalcomState } from '../../sandbox/calcom/control.ts';
import type { SandboxMessage } from '../../sandbox/mail/control.ts';
import type { State as StripeState } from '../../sandbox/stripe/control.ts';
import { Candidate } from '../support/candidate.ts';
import { type Control, farControl } from '../support/far-side.ts';
import { until } from '../support/until.ts';
import { violations } from './axe.ts';

/** What the global setup left for the tests. */
export const named = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the global setup did not run`);
  return value;
};

interface Surroundings {
  site: string;
  stripe: Control<StripeState>;
  calcom: Control<CalcomState>;
  mailUrl: string;
}

interface Fixtures {
  surroundings: Surroundings;
  /** Waits for a mail to somebody whose subject matches. */
  mailTo(address: string, subject?: RegExp): Promise<SandboxMessage>;
  /** A visitor who claims slots without the widget, to start a test in the middle of the way. */
  newCandidate(name: string): Candidate;
  /** Fails on any violation axe finds on the page as it stands, in both color schemes. */
  expectAccessible(page: Page): Promise<void>;
}

// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(named('TEST_SITE')),
  surroundings: async ({}, use) =>
    use({
      site: named('TEST_SITE'),
      stripe: farControl<StripeState>(named('TEST_STRIPE')),
      calcom: farControl<CalcomState>(named('TEST_CALCOM')),
      mailUrl: named('TEST_MAIL'),
    }),
  mailTo: async ({ surroundings }, use) =>
    use((address, subject = /./) =>
      until(
        async () => {
          const query = new URLSearchParams({ to: address });
          const response = await fetch(`${surroundings.mailUrl}/_sandbox/messages?${query}`);
          const messages = (await response.json()) as SandboxMessage[];
          return messages.find((message) => subject.test(message.subject));
        },
        { what: `a mail to ${address} about ${subject}` },
      ),
    ),
  newCandidate: async ({ surroundings }, use) =>
    use((name) => new Candidate({ ...surroundings, clock: { now: () => new Date() } }, name)),
  expectAccessible: async ({}, use) =>
    use(async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), `${page.url()} in ${colorScheme}`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: null });
    }),
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect };
