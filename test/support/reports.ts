import { readFile } from 'node:fs/promises';

// What the test runners' own JSON reports say, as the gates count it.

/** What a gate found. A failure is the test's name and, where there is one, the first lines of why. */
export interface Tally {
  passed: number;
  failures: string[];
}

interface VitestReport {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

interface PlaywrightReport {
  suites?: PlaywrightSuite[];
  errors?: { message?: string }[];
}

interface PlaywrightSuite {
  title: string;
  specs: { title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightTest {
  projectName: string;
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  results: { error?: { message?: string } }[];
}

/** Tests of a Vitest report; a file that broke before its first test is one failure. */
export async function vitestTally(file: string): Promise<Tally> {
  const { testResults = [] } = await read<VitestReport>(file);
  const tally: Tally = { passed: 0, failures: [] };
  for (const { name, status, message, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    tally.passed += assertionResults.filter((test) => test.status === 'passed').length;
    tally.failures.push(...failed.map((test) => failure(test.fullName, test.failureMessages?.[0])));
    if (status === 'failed' && failed.length === 0) tally.failures.push(failure(name, message));
  }
  return tally;
}

/** Tests of a Playwright report; one that passed only when tried again is a failure, too. */
export async function playwrightTally(file: string): Promise<Tally> {
  const { suites = [], errors = [] } = await read<PlaywrightReport>(file);
  const tally: Tally = { passed: 0, failures: errors.map(({ message }) => failure('Playwright', message)) };
  const count = (suite: PlaywrightSuite, path: string[]) => {
    for (const spec of suite.specs) {
      for (const test of spec.tests) {
        if (test.status === 'expected') tally.passed++;
        if (test.status !== 'unexpected' && test.status !== 'flaky') continue;
        const why = test.results.find(({ error }) => error)?.error?.message;
        tally.failures.push(failure([`[${test.projectName}]`, ...path, spec.title].join(' › '), why));
      }
    }
    for (const inner of suite.suites ?? []) count(inner, [...path, inner.title]);
  };
  for (const suite of suites) count(suite, [suite.title]);
  return tally;
}

const LINES_OF_WHY = 12;
// Colors of a terminal, which a log shows as letters.
const COLORS = new RegExp(`${String.fromCharCode(27)}\\[\\d*(;\\d+)*m`, 'g');

function failure(name: string, why = ''): string {
  const lines = why.replace(COLORS, '').split('\n').slice(0, LINES_OF_WHY);
  return [name, ...lines.map((line) => `    ${line}`)].join('\n').trimEnd();
}

async function read<Report>(file: string): Promise<Report> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Report;
}
