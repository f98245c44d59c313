import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { connect } from './db/connect.ts';
import { connect as connectAccount, readAccount } from './features/calendar/commands.ts';
import { keyProblem } from './features/calendar/domain.ts';
import { KEY_PROBLEM_WORDS, REFUSAL_WORDS } from './features/calendar/words.ts';
import { insertInterviewer, memberBySlug, setPublished } from './features/operator/member-queries.ts';
import { createAuth } from './integrations/auth/better-auth.ts';
import { calcomScheduling } from './integrations/scheduling/calcom.ts';
import type { AccountKey } from './integrations/scheduling/port.ts';
import { startJobs } from './jobs/pg-boss.ts';
import { deriveSecrets } from './secrets.ts';
import { urls } from './urls.ts';

// Makes the first people of a deployment from its command line, until the operator's area can.

const USAGE = `Usage: node dist/server/people.js COMMAND

  add-operator EMAIL NAME            an account for the operator's area
  add-interviewer EMAIL SLUG NAME    an account and an unpublished profile
  new-password EMAIL                 for somebody who lost theirs: prints another, ends their sessions
  forget-second-factor EMAIL         for somebody who lost phone and codes: the password alone signs in
  publish SLUG | pause SLUG          show the profile to visitors, or stop
  connect-calendar SLUG [EVENT]      reads a cal.com API key from standard input, checks the account's
                                     event type (default: interview), repairs it and subscribes to it
  connect-member SLUG USERNAME [EVENT]
                                     the same for an account that CALCOM_API_KEY, the team's, speaks for
`;

const DEFAULT_EVENT = 'interview';

try {
  const [command, ...args] = process.argv.slice(2);
  const work = command && commands()[command];
  if (!work) {
    console.log(USAGE);
    process.exit(command ? 2 : 0);
  }
  await work(args);
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function commands(): Record<string, (args: string[]) => Promise<void>> {
  return {
    'add-operator': ([email, ...name]) => addOperator(wanted(email), wanted(name.join(' '))),
    'add-interviewer': ([email, slug, ...name]) =>
      addInterviewer(wanted(email), wanted(slug), wanted(name.join(' '))),
    'new-password': ([email]) => newPasswordFor(wanted(email)),
    'forget-second-factor': ([email]) => forgetSecondFactorOf(wanted(email)),
    publish: ([slug]) => show(wanted(slug), true),
    pause: ([slug]) => show(wanted(slug), false),
    'connect-calendar': async ([slug, event = DEFAULT_EVENT]) => {
      const apiKey = (await text(process.stdin)).trim();
      const problem = keyProblem(apiKey);
      if (problem) throw new Error(KEY_PROBLEM_WORDS[problem]);
      await connectCalendar(wanted(slug), { apiKey }, event);
    },
    'connect-member': ([slug, username, event = DEFAULT_EVENT]) =>
      connectCalendar(wanted(slug), { memberOfTeam: wanted(username) }, event),
  };
}

function wanted(argument: string | undefined): string {
  if (argument) return argument;
  throw new Error(USAGE);
}

async function withDatabase<T>(work: (parts: ReturnType<typeof open>) => Promise<T>): Promise<T> {
  const parts = open();
  try {
    return await work(parts);
  } finally {
    await parts.db.destroy();
  }
}

function open() {
  // The same settings as the server's; placeholders are fine for a development database.
  const config = readConfig(process.env, { allowPlaceholders: true });
  const { db } = connect(config.databaseUrl, { max: 2 });
  const secrets = deriveSecrets(config.secretKey);
  const log = pino({ level: 'error' });
  return { config, db, secrets, log, auth: createAuth({ db, secrets, publicUrl: config.publicUrl, log }) };
}

async function addOperator(email: string, name: string): Promise<void> {
  await withDatabase(async ({ auth, config }) => {
    const password = newPassword();
    await auth.createUser({ email, name, password, role: 'operator' });
    console.log(`${name} may sign in at ${new URL(urls.signIn(), config.publicUrl)} with ${password}`);
  });
}

async function addInterviewer(email: string, slug: string, name: string): Promise<void> {
  await withDatabase(async ({ auth, db, config }) => {
    const password = newPassword();
    const user = await auth.createUser({ email, name, password, role: 'interviewer' });
    await insertInterviewer(db, { userId: user.id, slug, name });
    console.log(`${name} may sign in at ${new URL(urls.signIn(), config.publicUrl)} with ${password}`);
    console.log(`The profile is not public yet: fill it in, connect a calendar, then publish ${slug}.`);
  });
}

async function newPasswordFor(email: string): Promise<void> {
  await withDatabase(async ({ auth }) => {
    const password = newPassword();
    if (!(await auth.restore(email, { password }))) throw new Error(`Nobody signs in with ${email}.`);
    console.log(`${email} may sign in with ${password}, and is signed out everywhere.`);
  });
}

async function forgetSecondFactorOf(email: string): Promise<void> {
  await withDatabase(async ({ auth }) => {
    if (!(await auth.restore(email, 'second-factor'))) throw new Error(`Nobody signs in with ${email}.`);
    console.log(`${email} signs in with the password alone, and is signed out everywhere.`);
  });
}

async function show(slug: string, isPublic: boolean): Promise<void> {
  await withDatabase(async ({ db, config }) => {
    const outcome = await setPublished(db, slug, isPublic ? new Date() : null);
    if (outcome === 'unknown') throw new Error(`There is no interviewer ${slug}.`);
    if (outcome === 'unpayable')
      throw new Error(`${slug} has no price yet. Set one of at least $5, then publish.`);
    const address = new URL(urls.interviewer(slug), config.publicUrl);
    console.log(isPublic ? `Public at ${address}` : `No longer at ${address}; what was booked stands.`);
  });
}

/** What the panel's page does, for an interviewer who can't: the same steps, the same words. */
async function connectCalendar(slug: string, key: AccountKey, event: string): Promise<void> {
  await withDatabase(async ({ db, config, secrets, log }) => {
    const interviewer = await memberBySlug(db, slug);
    if (!interviewer) throw new Error(`There is no interviewer ${slug}.`);
    const scheduling = calcomScheduling({ apiUrl: config.calcom.apiUrl, teamKey: config.calcom.teamKey });
    const jobs = await startJobs({ databaseUrl: config.databaseUrl, log, worker: false });
    const deps = { db, config, secrets, log, scheduling, jobs, now: () => new Date() };
    try {
      const account = await readAccount(deps, key);
      if ('refused' in account) throw new Error(REFUSAL_WORDS[account.refused]);
      const found = account.eventTypes.find((one) => one.slug === event);
      const choice = found ? { eventTypeId: found.id } : { make: event };
      const connected = await connectAccount(deps, interviewer.id, key, account, choice);
      if ('refused' in connected) throw new Error(REFUSAL_WORDS[connected.refused]);
      console.log(`${slug} is connected to cal.com/${account.owner.username}/${connected.eventTypeSlug}`);
    } finally {
      await jobs.stop();
    }
  });
}

function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
