import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Runs the gates and adds up what passed. bin/test [NAME …]

interface Tally {
  passed: number;
  failed: number;
}

/** Runs a command of a gate; its exit code. */
type Run = (command: string, args: string[], env?: NodeJS.ProcessEnv) => Promise<number>;
type Gate = (run: Run, reports: string) => Promise<Tally>;

const root = join(import.meta.dirname, '..');
const node = join(root, 'node_modules/.bin/node');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const gates: Record<string, Gate> = {
  format: (run) => check(run, bin('biome'), ['format', '.']),
  lint: (run) => check(run, bin('biome'), ['lint', '--error-on-warnings', '.']),
  types: (run) => check(run, node, [bin('tsc'), '--noEmit']),
  tables: (run) => check(run, node, ['dev/table-types.ts', '--check']),
  imports: (run) =>
    check(run, node, [bin('depcruise'), '--config', 'dependency-cruiser.js', 'src', 'sandbox', 'db', 'dev']),
  unit: (run, reports) => vitest(run, 'unit', reports),
  contract: (run, reports) => vitest(run, 'contract', reports),
  integration: async (run, reports) =>
    (await build(run)) ? vitest(run, 'integration', reports) : nothingBuilt,
  chaos: (run) => check(run, node, ['test/chaos/run.ts', '--bookings', '100', '--seeds', '2', '--quiet']),
  browser: async (run, reports) =>
    (await build(run)) ? playwright(run, ['desktop', 'phone'], reports) : nothingBuilt,
  visual: async (run, reports) => ((await build(run)) ? playwright(run, ['visual'], reports) : nothingBuilt),
};

/** Runs when it is named: it takes minutes, and with it a run would take more than ten. */
const ON_DEMAND = 'chaos';

/** Two at a time, one of each row: those of one wait for answers while those of the other work. */
const LANES = [
  ['format', 'lint', 'types', 'tables', 'imports', 'unit', 'contract', 'integration', 'chaos'],
  ['browser', 'visual'],
];

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
const wanted = (name: string) => (names.length === 0 ? name !== ON_DEMAND : names.includes(name));
const lanes = LANES.map((lane) => lane.filter(wanted)).filter((lane) => lane.length > 0);
await Promise.all(lanes.map((lane) => runInTurn(lane, lanes.length > 1)));
await rm(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** `isShared`: somebody else prints at the same time, so that a gate says all it has to say at its end. */
async function runInTurn(lane: string[], isShared: boolean): Promise<void> {
  for (const name of lane) {
    const startedAt = performance.now();
    const said: Buffer[] = [];
    const say = (chunk: Buffer) => void (isShared ? said.push(chunk) : process.stdout.write(chunk));
    if (!isShared) console.log(`\n── ${name}`);
    const run: Run = (command, args, env) => execute(command, args, say, env);
    const tally = (await gates[name]?.(run, reports)) ?? nothingBuilt;
    total.passed += tally.passed;
    total.failed += tally.failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (isShared) process.stdout.write(Buffer.concat([Buffer.from(`\n── ${name}\n`), ...said]));
    console.log(`   ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
  }
}

/** A gate that is one check. */
async function check(run: Run, command: string, args: string[]): Promise<Tally> {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(run: Run, project: string, folder: string): Promise<Tally> {
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

async function playwright(run: Run, projects: string[], folder: string): Promise<Tally> {
  const report = join(folder, `${projects.join('-')}.json`);
  const named = projects.flatMap((name) => ['--project', name]);
  const code = await run(node, [bin('playwright'), 'test', ...named, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const { stats } = (await readReport(report)) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  const tally = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
  if (tally.failed === 0 && (code !== 0 || tally.passed === 0)) tally.failed = 1;
  return tally;
}

/** The production build, once a run: what the browser sees is what is deployed. */
function build(run: Run): Promise<boolean> {
  built ??= run('npm', ['run', '--silent', 'build']).then((code) => code === 0);
  return built;
}

async function readReport(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, unknown>;
}

function execute(
  command: string,
  args: string[],
  say: (chunk: Buffer) => void,
  more: NodeJS.ProcessEnv = {},
): Promise<number> {
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    FORCE_COLOR: '0',
    ...more,
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    child.stdout.on('data', say);
    child.stderr.on('data', say);
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
