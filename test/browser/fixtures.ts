import { test as base, expect, type Page } from '@playwright/test';
import type { State as CalcomState } from '../../sandbox/calcom/control.ts';
import type { SandboxMessage } from '../../sandbox/mail/control.ts';
import type { State as StripeState } from '../../sandbox/stripe/control.ts';
import { connect, type Db } from '../../src/db/connect.ts';
import { Candidate } from '../support/candidate.ts';
import { type Control, farControl } from '../support/far-side.ts';
import { until } from '../support/until.ts';
import { COLOR_RULES, SIZE_RULES, violations } from './axe.ts';

/** Where the parts of a world answer. */
export interface Addresses {
  site: string;
  stripe: string;
  calcom: string;
  mail: string;
  database: string;
}

/** The built site of this worker with its database and sandboxes: whatever a test does to it disturbs no other. */
export interface BrowserWorld {
  site: string;
  db: Db;
  far: { stripe: Control<StripeState>; calcom: Control<CalcomState>; mailUrl: string };
}

/** Also run on a screen of a phone, which has its own ways there. */
export const PHONE = { tag: '@phone' };

interface Fixtures {
  /** Whether the browser has never been here: our fonts then come after the first paint, and what is aimed at moves. */
  firstVisit: boolean;
  /** Faults that a test sets on the far side end with it. */
  world: BrowserWorld;
  /** Waits for a mail to somebody whose subject matches. */
  mailTo(address: string, subject?: RegExp): Promise<SandboxMessage>;
  /** A visitor who claims slots without the widget, to start a test in the middle of the way. */
  newCandidate(name: string): Candidate;
  /**
   * Fails on any violation axe finds on the page as it stands, in both color schemes. On a phone only on what depends
   * on the size: the same test has looked for all the rest on a desktop.
   */
  expectAccessible(page: Page): Promise<void>;
}

type Look = readonly ['light' | 'dark', readonly string[]];
/** All rules, and in dark those about colors, which are what a theme changes. */
const ON_A_DESKTOP: readonly Look[] = [
  ['light', []],
  ['dark', COLOR_RULES],
];
const ON_A_PHONE: readonly Look[] = [['light', SIZE_RULES]];

/** What the global setup starts when it is first asked for. */
export async function shared<T>(name: string): Promise<T> {
  const answer = await fetch(`${process.env.TEST_SITES}/${name}`);
  if (!answer.ok) throw new Error(`${name} did not start: ${await answer.text()}`);
  return (await answer.json()) as T;
}

// Playwright reads a fixture's needs from its destructured argument; needing nothing is an empty one.
// biome-ignore-start lint/correctness/noEmptyPattern: see above.
export const test = base.extend<Fixtures>({
  firstVisit: [false, { option: true }],
  context: async ({ context, world, firstVisit }, use) => {
    if (!firstVisit) await context.addCookies([{ name: 'fonts', value: 'kept', url: world.site }]);
    await use(context);
  },
  world: async ({}, use, { parallelIndex }) => {
    const { site, database, mail, ...addresses } = await shared<Addresses>(`world/${parallelIndex}`);
    const { db } = connect(database, { max: 2 });
    const stripe = farControl<StripeState>(addresses.stripe);
    const calcom = farControl<CalcomState>(addresses.calcom);
    await use({ site, db, far: { stripe, calcom, mailUrl: mail } });
    await Promise.all([stripe.clearFaults(), calcom.clearFaults(), db.destroy()]);
  },
  baseURL: async ({ world }, use) => use(world.site),
  mailTo: async ({ world }, use) =>
    use((address, subject = /./) =>
      until(
        async () => {
          const query = new URLSearchParams({ to: address });
          const response = await fetch(`${world.far.mailUrl}/_sandbox/messages?${query}`);
          const messages = (await response.json()) as SandboxMessage[];
          return messages.find((message) => subject.test(message.subject));
        },
        { what: `a mail to ${address} about ${subject}` },
      ),
    ),
  newCandidate: async ({ world: { site, far } }, use) =>
    use((name) => new Candidate({ site, ...far, clock: { now: () => new Date() } }, name)),
  expectAccessible: async ({}, use, { project }) =>
    use(async (page) => {
      for (const [colorScheme, rules] of project.name === 'phone' ? ON_A_PHONE : ON_A_DESKTOP) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, rules), `${page.url()} in ${colorScheme}`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: null });
    }),
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

export { expect };
