import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightTally, type Tally, vitestTally } from './support/reports.ts';

// Runs the gates, adds up what passed and says at the end what failed, and why. bin/test [NAME …]

const CHAOS = ['test/chaos/run.ts', '--bookings', '100', '--quiet'];

type Gate = (reports: string) => Promise<Tally>;

const root = join(import.meta.dirname, '..');
const node = join(root, 'node_modules/.bin/node');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const gates: Record<string, Gate> = {
  format: () => check(bin('biome'), ['format', '.']),
  lint: () => check(bin('biome'), ['lint', '--error-on-warnings', '.']),
  types: () => check(node, [bin('tsc'), '--noEmit']),
  tables: () => check(node, ['dev/table-types.ts', '--check']),
  imports: () =>
    check(node, [bin('depcruise'), '--config', 'dependency-cruiser.js', 'src', 'sandbox', 'db', 'dev']),
  unit: (reports) => vitest('unit', reports),
  integration: async (reports) => ((await build()) ? vitest('integration', reports) : nothingBuilt),
  contract: (reports) => vitest('contract', reports),
  // Two seeds next to each other: one leaves a core to spare.
  chaos: async () =>
    sum(await Promise.all(['1', '2'].map((seed) => check(node, [...CHAOS, '--seed', seed])))),
  browser: async (reports) => ((await build()) ? playwright(['desktop', 'phone'], reports) : nothingBuilt),
  visual: async (reports) => ((await build()) ? playwright(['visual'], reports) : nothingBuilt),
};

const nothingBuilt: Tally = { passed: 0, failures: ['npm run build'] };
let built: Promise<boolean> | undefined;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in gates));
if (unknown.length > 0) {
  console.error(`No gate named ${unknown.join(', ')}. There are: ${Object.keys(gates).join(', ')}.`);
  process.exit(2);
}

const reports = await mkdtemp(join(tmpdir(), 'interviews-reports-'));
const tallies: Tally[] = [];
for (const name of names.length > 0 ? names : Object.keys(gates)) {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const tally = await gates[name]?.(reports);
  if (!tally) continue;
  tallies.push({ ...tally, failures: tally.failures.map((failure) => `${name}: ${failure}`) });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`   ${name}: ${count(tally)}, ${seconds} s`);
}
await rm(reports, { recursive: true, force: true });
const total = sum(tallies);
if (total.failures.length > 0) console.log(`\n── what failed\n${total.failures.join('\n\n')}`);
console.log(`\n${count(total)}`);
process.exit(total.failures.length > 0 || total.passed === 0 ? 1 : 0);

/** A gate that is one check. */
async function check(command: string, args: string[]): Promise<Tally> {
  if ((await run(command, args)) === 0) return { passed: 1, failures: [] };
  return { passed: 0, failures: [[command, ...args].join(' ').replaceAll(`${root}/`, '')] };
}

function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((passed, tally) => passed + tally.passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

function count({ passed, failures }: Tally): string {
  return `${passed} passed, ${failures.length} failed`;
}

async function vitest(project: string, folder: string): Promise<Tally> {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node, [bin('vitest'), 'run', '--project', project, ...reporters]);
  return believed(await vitestTally(report), code, `vitest ${project}`);
}

async function playwright(projects: string[], folder: string): Promise<Tally> {
  const report = join(folder, `${projects.join('-')}.json`);
  const named = projects.flatMap((name) => ['--project', name]);
  const code = await run(node, [bin('playwright'), 'test', ...named, '--reporter=list,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  return believed(await playwrightTally(report), code, `playwright ${projects.join(' ')}`);
}

/**
 * A report that names no failure is believed only with tests in it and a runner that ended well. The exit
 * code alone would not do: the embedded PostgreSQL's own exit hook makes it 0.
 */
function believed(tally: Tally, code: number, runner: string): Tally {
  if (tally.failures.length > 0 || (code === 0 && tally.passed > 0)) return tally;
  return { ...tally, failures: [`${runner} ended with ${code} after ${tally.passed} tests`] };
}

/** The production build, once a run: what the browser sees is what is deployed. */
function build(): Promise<boolean> {
  built ??= run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).then(
    (code) => code === 0,
  );
  return built;
}

function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    FORCE_COLOR: '0',
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, ...options });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
