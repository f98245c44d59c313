import { parseArgs } from 'node:util';
import { Candidate, freeSlot } from '../support/candidate.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { prepareProduction } from '../support/production.ts';

// So many candidates claim one slot at the same moment, against the built server as a process of its own.
// One gets it; the others each get the page with the calendar and its next free times.

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
await production.start();
const world = { ...production.far, site: production.site, clock: { now: () => new Date(), advance() {} } };
let isRight = true;
for (let round = 0; round < rounds; round++) {
  const start = await freeSlot(world, INTERVIEWER, round * 8);
  const candidates = Array.from({ length: claims }, (_, n) => new Candidate(world, `Bench ${round} ${n}`));
  const uids = await Promise.all(candidates.map((one) => one.pick(INTERVIEWER, start, { force: true })));
  const answers = await Promise.all(
    candidates.map(async (one, n) => {
      const asked = performance.now();
      const response = await one.claim(INTERVIEWER, uids[n] ?? '');
      const text = await response.text();
      return { ms: performance.now() - asked, status: response.status, text };
    }),
  );
  const won = answers.filter(({ status }) => status === 303).length;
  const refused = answers.filter(
    ({ status, text }) => status === 409 && text.includes('Somebody was a moment faster.'),
  ).length;
  const { count } = await production.db
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('startsAt', '=', new Date(start))
    .executeTakeFirstOrThrow();
  isRight &&= won === 1 && refused === claims - 1 && Number(count) === 1;
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(times[Math.ceil(times.length * share) - 1] ?? 0)} ms`;
  const name = round === 0 ? 'warm-up' : `round ${round}`;
  console.log(
    `${name}: ${won} booking, ${refused} told what else is free; p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`,
  );
}
await production.stop();
await postgres.stop();
process.exit(isRight ? 0 : 1);
