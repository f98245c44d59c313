import { parseArgs } from 'node:util';
import { Candidate, freeSlot } from '../support/candidate.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';
import { until } from '../support/until.ts';

// So many candidates claim one slot at the same moment, against the built web and worker as processes of their
// own, as they are deployed. One gets it; the others each get the page with the calendar and its next free times.
// A round begins when the picks are known and the slots of the round before are declined. What a busy machine
// makes of the times is told by as many simultaneous requests of /up, each one short query, just before.

const HELP = `npm run bench:claims -- [--claims N] [--rounds N]

  --claims N   candidates at once (200)
  --rounds N   slots, one after the other; the first one warms up and does not count (4)

Ends with 1 when a slot has not exactly one booking, or a refusal no times.`;

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '4' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [claims, rounds] = [Number(values.claims), Number(values.rounds)];
const INTERVIEWER = 'mara-lindqvist';

const postgres = await startTestPostgres();
const production = await prepareProduction(postgres.serverUrl);
await production.start({ ROLE: 'web' });
await production.start({ ROLE: 'worker' });
const world = { ...production.far, site: production.site, clock: { now: () => new Date(), advance() {} } };
const openSlots = () => production.db.selectFrom('openSlots').select('startsAt').execute();
await until(async () => (await openSlots()).length > 0, { what: 'the calendars are read' });
let isRight = true;
let picked = 0;
for (let round = 0; round < rounds; round++) {
  const start = await freeSlot(world, INTERVIEWER, round * 8);
  const candidates = Array.from({ length: claims }, (_, n) => new Candidate(world, `Bench ${round} ${n}`));
  const uids = await Promise.all(candidates.map((one) => one.pick(INTERVIEWER, start, { force: true })));
  picked += claims;
  await until(async () => (await deliveriesLeft()) === 0, { seconds: 60, what: 'the picks are handled' });
  const ups = await allAtOnce(candidates, (one) => one.get('/up'));
  const answers = await allAtOnce(candidates, (one, n) => one.claim(INTERVIEWER, uids[n] ?? ''));
  const won = answers.filter(({ status }) => status === 303).length;
  const refused = answers.filter(
    ({ status, text }) => status === 409 && text.includes('Mara is free next'),
  ).length;
  const { count } = await production.db
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('startsAt', '=', new Date(start))
    .executeTakeFirstOrThrow();
  isRight &&= won === 1 && refused === claims - 1 && Number(count) === 1;
  const name = round === 0 ? 'warm-up' : `round ${round}`;
  console.log(
    `${name}: ${won} booking, ${refused} told what else is free; ${timesOf(answers)}; /up ${timesOf(ups)}`,
  );
  await until(async () => (await pendingAt(start)) <= 1, {
    seconds: 120,
    what: 'the lost slots are declined',
  });
}
await production.stop();
await postgres.stop();
process.exit(isRight ? 0 : 1);

interface Answer {
  ms: number;
  status: number;
  text: string;
}

function allAtOnce(
  candidates: Candidate[],
  ask: (one: Candidate, n: number) => Promise<Response>,
): Promise<Answer[]> {
  return Promise.all(
    candidates.map(async (one, n) => {
      const asked = performance.now();
      const response = await ask(one, n);
      const text = await response.text();
      return { ms: performance.now() - asked, status: response.status, text };
    }),
  );
}

function timesOf(answers: Answer[]): string {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(times[Math.ceil(times.length * share) - 1] ?? 0)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}

/** Picks that cal.com has not told of yet, and deliveries that the worker has not handled. */
async function deliveriesLeft(): Promise<number> {
  const { stored, open } = await production.db
    .selectFrom('inbox')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('type', '=', 'BOOKING_REQUESTED').as('stored'),
      eb.fn.countAll<number>().filterWhere('handledAt', 'is', null).as('open'),
    ])
    .executeTakeFirstOrThrow();
  return picked - Number(stored) + Number(open);
}

/** Bookings of this time that cal.com still keeps pending. */
async function pendingAt(start: string): Promise<number> {
  const { bookings } = await production.far.calcom.state();
  const time = new Date(start).getTime();
  return bookings.filter((one) => new Date(one.start).getTime() === time && one.status === 'pending').length;
}
