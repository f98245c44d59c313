import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Runs the gates and adds up what passed. bin/test [NAME …]

interface Tally {
  passed: number;
  failed: number;
}

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
  chaos: () => sum(['1', '2'].map((seed) => check(node, [...CHAOS, '--seed', seed]))),
  browser: async (reports) => ((await build()) ? playwright(['desktop', 'phone'], reports) : nothingBuilt),
  visual: async (reports) => ((await build()) ? playwright(['visual'], reports) : nothingBuilt),
};

const nothingBuilt: Tally = { passed: 0, failed: 1 };
let built: Promise<boolean> | undefined;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in gates));
if (unknown.length > 0) {
  console.error(`No gate named ${unknown.join(', ')}. There are: ${Object.keys(gates).join(', ')}.`);
  process.exit(2);
}

const reports = await mkdtemp(join(tmpdir(), 'interviews-reports-'));
const total: Tally = { passed: 0, failed: 0 };
for (const name of names.length > 0 ? names : Object.keys(gates)) {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const tally = await gates[name]?.(reports);
  if (!tally) continue;
  total.passed += tally.passed;
  total.failed += tally.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`   ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
}
await rm(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** A gate that is one check. */
async function check(command: string, args: string[]): Promise<Tally> {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function sum(tallies: Promise<Tally>[]): Promise<Tally> {
  const all = await Promise.all(tallies);
  const of = (key: keyof Tally) => all.reduce((total, tally) => total + tally[key], 0);
  return { passed: of('passed'), failed: of('failed') };
}

async function vitest(project: string, folder: string): Promise<Tally> {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node, [bin('vitest'), 'run', '--project', project, ...reporters]);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = await readReport(report);
  const tally = { passed: Number(numPassedTests ?? 0), failed: Number(numFailedTests ?? 0) };
  // What breaks before its first test counts as well. The exit code alone does not tell: the embedded
  // PostgreSQL's own exit hook makes it 0.
  const brokenSuites = Number(numFailedTestSuites ?? 0);
  if (tally.failed === 0 && (code !== 0 || brokenSuites > 0 || tally.passed === 0)) {
    tally.failed = brokenSuites || 1;
  }
  return tally;
}

async function playwright(projects: string[], folder: string): Promise<Tally> {
  const report = join(folder, `${projects.join('-')}.json`);
  const named = projects.flatMap((name) => ['--project', name]);
  const code = await run(node, [bin('playwright'), 'test', ...named, '--reporter=list,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const { stats } = (await readReport(report)) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  const tally = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
  if (tally.failed === 0 && (code !== 0 || tally.passed === 0)) tally.failed = 1;
  return tally;
}

/** The production build, once a run: what the browser sees is what is deployed. */
function build(): Promise<boolean> {
  built ??= run('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).then(
    (code) => code === 0,
  );
  return built;
}

async function readReport(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, unknown>;
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
