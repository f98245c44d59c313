import { chromium } from '@playwright/test';
import chromiumPackage from '@sparticuz/chromium';
import lighthouse, { defaultConfig, type Result } from 'lighthouse';
import { freePort } from '../support/ports.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface Reading {
  /** Of 100 each, in the order Lighthouse shows them. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Milliseconds, but for the shift. */
  fcp: number;
  lcp: number;
  cls: number;
  tbt: number;
  /** What the browser really fetched, and from how many other sites. */
  bytes: number;
  foreign: number;
  /** Lighthouse's index of this machine's processor: above 1,000 as it expects; a phone of the middle has 1,000. */
  processor: number;
  /** What kept a score from 100. */
  flaws: string[];
}

export interface Visit {
  url: string;
  cookie?: string;
  /** Left out of search engines on purpose, which Lighthouse would count against it. */
  isPrivate?: boolean;
}

/**
 * Lighthouse as for a phone, several times, each in a browser of its own; the run in the middle by performance.
 *
 * @param slowdown how many times slower the phone's processor is than this machine's
 */
export async function measure(
  visit: Visit,
  { runs, slowdown }: { runs: number; slowdown: number },
): Promise<Reading> {
  const readings: Reading[] = [];
  for (let run = 0; run < runs; run++) readings.push(await once(visit, slowdown));
  readings.sort((a, b) => a.scores.performance - b.scores.performance || b.lcp - a.lcp);
  return readings[Math.floor(readings.length / 2)] as Reading;
}

async function once({ url, cookie, isPrivate }: Visit, slowdown: number): Promise<Reading> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      throttling: { ...defaultConfig.settings?.throttling, cpuSlowdownMultiplier: slowdown },
      ...(isPrivate && { skipAudits: ['is-crawlable'] }),
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    });
    if (!result) throw new Error(`Lighthouse says nothing about ${url}`);
    if (result.lhr.runtimeError) throw new Error(`${url}: ${result.lhr.runtimeError.message}`);
    return readingOf(result.lhr);
  } finally {
    await browser.close();
  }
}

function readingOf({ audits, categories, finalDisplayedUrl, environment }: Result): Reading {
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN;
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  const requests = (audits['network-requests']?.details as { items?: Request[] } | undefined)?.items ?? [];
  const { host } = new URL(finalDisplayedUrl);
  const isForeign = ({ url }: Request) => /^https?:/.test(url) && new URL(url).host !== host;
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    fcp: Math.round(number('first-contentful-paint')),
    lcp: Math.round(number('largest-contentful-paint')),
    cls: Math.round(number('cumulative-layout-shift') * 1000) / 1000,
    tbt: Math.round(number('total-blocking-time')),
    bytes: requests
      .filter((request) => !isForeign(request))
      .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
    foreign: requests.filter(isForeign).length,
    processor: Math.round(environment.benchmarkIndex),
    flaws: flawsOf({ audits, categories }),
  };
}

interface Request {
  url: string;
  transferSize?: number;
}

/** The audits that cost points, and where the page shifted. */
function flawsOf({ audits, categories }: Pick<Result, 'audits' | 'categories'>): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.flatMap(({ id }) => {
    const audit = audits[id];
    if (!audit || audit.score === null || audit.score >= 0.995) return [];
    const details = audit.details as { items?: unknown[] } | undefined;
    return [`${id} ${audit.displayValue ?? ''} ${JSON.stringify(details?.items ?? []).slice(0, 300)}`];
  });
}
