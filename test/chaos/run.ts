import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { freePort } from '../support/ports.ts';
import { check } from './check.ts';
import { type Database, query, startDatabase } from './database.ts';
import { type FarSide, startFarSide } from './far-side.ts';
import { createLuck } from './luck.ts';
import { playSeed, sizeFor } from './play.ts';
import { prepareDatabase } from './prepare.ts';
import { setStage } from './stage.ts';
import { storyOf } from './story.ts';
import { summaryOf } from './summary.ts';
import { createWeather } from './weather.ts';

// The chaos run: see docs/chaos.md.

const HELP = `npm run chaos -- [--bookings N] [--seed S] [--seeds K] [--keep] [--quiet]

  --bookings  candidates of each seed (100)
  --seed      the first seed (1)
  --seeds     how many seeds, one after the other (1)
  --keep      leaves logs and the database's data behind, and says where
  --quiet     only the summaries

Ends with 1 when a seed violates anything, after telling one violated booking's whole history.`;

const { values } = parseArgs({
  options: {
    bookings: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const whole = (name: 'bookings' | 'seed' | 'seeds'): number => {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} must be a whole number above 0.\n\n${HELP}`);
  process.exit(2);
};
const [bookings, firstSeed, seeds] = [whole('bookings'), whole('seed'), whole('seeds')];

const root = join(import.meta.dirname, '../..');
const home = await mkdtemp(join(tmpdir(), 'interviews-chaos-run-'));
const logFile = join(home, 'application.log');
const tell = (line: string) => {
  if (!values.quiet) console.log(`  ${line}`);
};

const program = await buildProgram();
const port = await freePort();
const [database, far] = await Promise.all([startDatabase(), startFarSide(port)]);
await prepareDatabase({ ...far.env, DATABASE_URL: database.templateUrl }, far.urls.calcom);

let failed = 0;
for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
  if (!(await runSeed(seed, database, far))) failed += 1;
}
await far.stop();
if (values.keep) console.log(`Kept: ${home}`);
await database.stop({ keep: values.keep });
if (!values.keep) await rm(home, { recursive: true, force: true });
await rm(dirname(program), { recursive: true, force: true });
console.log(`${seeds - failed} passed, ${failed} failed`);
// The embedded PostgreSQL's exit hooks wait for servers that were killed long ago.
process.removeAllListeners('exit');
process.removeAllListeners('beforeExit');
process.exit(failed > 0 ? 1 : 0);

async function runSeed(seed: number, database: Database, far: FarSide): Promise<boolean> {
  const begun = performance.now();
  tell(`seed ${seed}`);
  await far.reset();
  const size = sizeFor(bookings);
  const databaseUrl = await database.copy(`chaos_${seed}`);
  // The others' calendars would only be asked, round by round, what has changed in them.
  await query(
    databaseUrl,
    `delete from calcom_connections where username not in
       (select username from calcom_connections order by username limit ${size.interviewers})`,
  );
  const luck = createLuck(seed);
  const stage = await setStage({ program, database, databaseUrl, far, luck, workers: 2, logFile });
  const weather = createWeather(far, luck, seed);
  try {
    const evidence = await playSeed({ seed, size, stage, weather, luck, tell });
    const violations = [
      ...check(evidence),
      ...stage.deaths.map((what) => ({ rule: 'process died', bookingId: null, what })),
    ];
    const seconds = (performance.now() - begun) / 1000;
    console.log(await summaryOf({ seed, evidence, violations, stage, weather, seconds }));
    for (const { rule, bookingId, what } of violations.slice(0, 40)) {
      console.log(`  ✗ ${rule}: ${what}${bookingId ? ` (${bookingId})` : ''}`);
    }
    const told = violations.find(({ bookingId }) => bookingId !== null)?.bookingId;
    if (told) console.log(`\n${await storyOf(evidence, told, far.urls)}\n`);
    return violations.length === 0;
  } finally {
    await stage.stop();
  }
}

/** The entry of the application's processes, with all of src/, as one program. */
async function buildProgram(): Promise<string> {
  // Inside the checkout, where its packages are found.
  const outDir = join(root, 'node_modules/.cache', `chaos-${process.pid}`);
  await build({
    root,
    logLevel: 'error',
    // With its packages, which makes its start three times as fast; not those that come as machine code.
    ssr: { noExternal: true, external: ['harfbuzzjs', 'sharp'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node26',
      rolldownOptions: { input: 'test/chaos/process.ts' },
    },
  });
  return join(outDir, 'process.js');
}
