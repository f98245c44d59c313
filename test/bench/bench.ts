import { parseArgs } from 'node:util';
import { weigh } from '../support/weigh.ts';
import { measure, type Reading } from './lighthouse.ts';
import { PAGES, type Stop, startScene } from './scene.ts';
import { timePages } from './server.ts';
import { kilobytes, table } from './table.ts';

// How fast and how light the built site is. It must have been built: npm run bench does both.

const HELP = `npm run bench -- [options] [PAGE …]

Builds the site, runs it with PostgreSQL, the sandboxes and sample people, and measures
  weight      bytes over the wire by kind, from the HTML
  server      time of each page as a multiple of /up's, and its SQL statements
  lighthouse  Lighthouse 13 for a phone: scores, LCP, CLS, TBT

  --only WHAT   one of the three; may be repeated
  --slowdown N  how many times slower the phone's processor is than this machine's (4, as Lighthouse has it);
                the index that it prints ÷ 1000 makes it a phone of the middle
  --runs N      Lighthouse runs a page, of which the middle one counts (3)
  --rounds N    requests a page for the server's time (40)
  --why         say what kept a score from 100
  --list        names of the pages
  --help        this

Lighthouse simulates a phone from what it sees: on a busy machine its numbers are worse than they are.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: ['weight', 'server', 'lighthouse'] },
    slowdown: { type: 'string', default: '4' },
    runs: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '40' },
    why: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const names = Object.keys(PAGES);
const unknown = positionals.filter((name) => !(name in PAGES));
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`No page named ${unknown.join(', ')}. There are:`);
  console.log(names.join('\n'));
  process.exit(unknown.length > 0 ? 2 : 0);
}

const scene = await startScene(positionals.length > 0 ? positionals : names);
// Ctrl-C in the middle leaves no server behind.
process.once('SIGINT', () => scene.stop().finally(() => process.exit(130)));
try {
  await measureAll(scene.stops.filter(({ isCrowded }) => !isCrowded));
  const crowded = scene.stops.filter(({ isCrowded }) => isCrowded);
  if (crowded.length > 0) {
    await scene.crowd();
    console.log('\nNow with two hundred people.');
    await measureAll(crowded);
  }
} finally {
  await scene.stop();
}
process.exit();

async function measureAll(pages: readonly Stop[]): Promise<void> {
  if (pages.length === 0) return;
  if (values.only.includes('weight')) await printWeights(pages);
  if (values.only.includes('server')) await printTimes(pages);
  if (values.only.includes('lighthouse')) await printLighthouse(pages.filter(({ isDesk }) => !isDesk));
}

async function printWeights(pages: readonly Stop[]): Promise<void> {
  const rows: string[][] = [];
  for (const { name, url, cookie = '' } of pages) {
    const { bytes, total, foreign } = await weigh(url, { cookie });
    const kinds = [bytes.html, bytes.css, bytes.script, bytes.font, bytes.image, bytes.other, total];
    rows.push([name, ...kinds.map(kilobytes), String(foreign.length)]);
  }
  const headings = ['Weight, KB', 'html', 'css', 'script', 'fonts', 'images', 'other', 'total', 'foreign'];
  console.log(`\n${table(headings, rows)}`);
}

async function printTimes(pages: readonly Stop[]): Promise<void> {
  const up = { name: '/up', url: scene.up };
  const timings = await timePages([up, ...pages], Number(values.rounds), scene.statements);
  const base = timings.get('/up')?.ms ?? Number.NaN;
  const rows = [...timings].map(([name, { ms, queries }]) => [
    name,
    ms.toFixed(1),
    (ms / base).toFixed(1),
    String(queries),
  ]);
  console.log(`\n${table(['Server', 'ms', '× /up', 'SQL'], rows)}`);
}

async function printLighthouse(pages: readonly Stop[]): Promise<void> {
  const rows: string[][] = [];
  for (const page of pages) {
    const reading = await measure(page, { runs: Number(values.runs), slowdown: Number(values.slowdown) });
    rows.push([page.name, ...cells(reading)]);
    if (values.why) for (const flaw of reading.flaws) console.log(`${page.name}: ${flaw}`);
  }
  const headings = [
    'Lighthouse',
    'perf',
    'a11y',
    'best',
    'seo',
    'FCP',
    'LCP',
    'CLS',
    'TBT',
    'KB',
    'foreign',
    'index',
  ];
  if (rows.length > 0) console.log(`\n${table(headings, rows)}`);
}

function cells({ scores, fcp, lcp, cls, tbt, bytes, foreign, processor }: Reading): string[] {
  return [
    ...Object.values(scores).map(String),
    `${fcp} ms`,
    `${lcp} ms`,
    String(cls),
    `${tbt} ms`,
    kilobytes(bytes),
    String(foreign),
    String(processor),
  ];
}
