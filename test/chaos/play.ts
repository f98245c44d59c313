import { setTimeout as pause } from 'node:timers/promises';
import { type Agenda, allAtOnce, createAgenda } from './agenda.ts';
import { openCalendars } from './calendars.ts';
import { invite, type Play } from './candidates.ts';
import { check } from './check.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import type { Luck } from './luck.ts';
import type { Round } from './messages.ts';
import type { Stage } from './stage.ts';
import type { Weather } from './weather.ts';

/** The measure of a run. */
export interface Size {
  bookings: number;
  interviewers: number;
  /** Candidates who come together. */
  wave: number;
  days: number;
  grid: number;
  /** Minutes between two moments, at least. */
  step: number;
  /** The odds, at each moment, that a process is killed. */
  kills: number;
}

export const sizeFor = (bookings: number): Size =>
  bookings <= 200
    ? { bookings, interviewers: 4, wave: 34, days: 2, grid: 720, step: 5, kills: 0.15 }
    : { bookings, interviewers: 12, wave: 60, days: 8, grid: 720, step: 1, kills: 0.2 };

const EVERYTHING: Round[] = ['reconcile', 'sweep-payments', 'sweep-calendars', 'remind-of-reports'];
const HOUR = 60;
/** A leap from which on time passes that a process would have worked in. */
const LONG = 45;
const DAY = 24 * HOUR;
/** Minutes between two waves: less than a hold lasts, so that they meet. */
const WAVE_EVERY = 25;
const AT_ONCE = 24;
/** The longest leap of the clock while something may be on its way. */
const LEAP = 12 * HOUR;
/** For how long the queue may work on before the clock moves on regardless. */
const BREATH_MS = 1_000;
const LONG_BREATH_MS = 5_000;
const MOST_ROUNDS_TO_QUIET = 25;

/** Lets the candidates of one seed loose, until after the last deadline, and then until all is quiet. */
export async function playSeed(options: {
  seed: number;
  size: Size;
  stage: Stage;
  weather: Weather;
  luck: Luck;
  tell: (line: string) => void;
}): Promise<Evidence> {
  const { seed, size, stage, weather, luck, tell } = options;
  const agenda = createAgenda(size.step);
  const [first, ...others] = await openCalendars(stage.far.urls.calcom, size.interviewers);
  if (!first) throw new Error('Nobody has a calendar.');
  const play: Play = {
    seed,
    stage,
    agenda,
    luck,
    calendars: [first, ...others],
    days: size.days,
    grid: size.grid,
    seen: new Map(),
  };
  for (let number = 1; number <= size.bookings; number++) {
    invite(play, number, Math.floor((number - 1) / size.wave) * WAVE_EVERY);
  }
  await weather.begin();
  await throughTheAgenda(options, agenda);
  tell(`minute ${stage.minute()}: everybody has acted; faults off, everything restarted`);
  await weather.end();
  await stage.restartAll();
  return untilQuiet(stage, tell);
}

async function throughTheAgenda(
  { size, stage, weather, luck, tell }: Parameters<typeof playSeed>[0],
  agenda: Agenda,
): Promise<void> {
  for (let moment = 0; ; moment++) {
    const next = agenda.next();
    if (next === null) return;
    const leap = Math.min(Math.max(next - stage.minute(), 0), LEAP);
    if (leap > LONG) await calmDown(stage, weather);
    if (leap > 0) await stage.advance(leap);
    await stage.revive();
    await weather.turn();
    const rounds: Round[] = moment % 3 === 2 || leap > LONG ? EVERYTHING : ['reconcile'];
    const monkey = async () => {
      if (!luck.chance(size.kills)) return;
      await pause(luck.whole(0, 700));
      await stage.killOne(luck).catch((error: unknown) => tell(String(error)));
    };
    const life = async () => {
      await allAtOnce(agenda.due(stage.minute()), AT_ONCE, (error) =>
        tell(`somebody failed: ${String(error)}`),
      );
      await stage.tick(rounds);
      await breathe(stage, BREATH_MS);
    };
    await Promise.all([life(), monkey()]);
    if (moment % 25 === 24) tell(`minute ${stage.minute()}, ${moment + 1} moments`);
  }
}

/**
 * Before a leap of hours: outages and bad luck last minutes, and a service that runs looks at everything every
 * few of them. Without this each would last as long as the leap.
 */
async function calmDown(stage: Stage, weather: Weather): Promise<void> {
  await weather.end();
  for (const minutes of [4, 4]) {
    await stage.advance(minutes);
    await stage.revive();
    await stage.tick(EVERYTHING);
    await breathe(stage, BREATH_MS);
  }
  await weather.begin();
}

/** Waits until the queue has nothing that is due, or for so long. */
async function breathe(stage: Stage, mostMs: number): Promise<void> {
  const end = Date.now() + mostMs;
  while (Date.now() < end) {
    const due = await stage
      .sql(`select count(*)::int from pgboss.job where state in ('created', 'retry')
          and data is not null and start_after <= pgboss.job_now()`)
      .catch(() => 1);
    if (due === 0) return;
    await pause(40);
  }
}

/** After the last deadline: rounds of the recurring work until nothing is on its way, or for long enough. */
async function untilQuiet(stage: Stage, tell: (line: string) => void): Promise<Evidence> {
  const read = () => readEvidence(stage.databaseUrl, stage.far.urls, stage.now());
  for (let round = 0; ; round++) {
    const evidence = await read();
    const unrest = check(evidence).filter(
      ({ rule }) => rule === 'still on its way' || rule === 'books differ',
    );
    const isQuiet = unrest.length === 0;
    const last = Math.max(
      0,
      ...evidence.ours.bookings
        .filter(({ state }) => state === 'confirmed')
        .map(({ ends_at }) => ends_at.getTime()),
    );
    const missing = (last - stage.now().getTime()) / 60_000;
    if (isQuiet && missing <= 0 && round > 1) return evidence;
    if (round >= MOST_ROUNDS_TO_QUIET) return evidence;
    if (unrest[0])
      tell(`round ${round}: ${unrest.length} not at rest, such as: ${unrest[0].what.slice(0, 120)}`);
    await stage.advance(missing > 0 ? Math.ceil(Math.min(missing + HOUR, 4 * DAY)) : 70);
    await stage.revive();
    await stage.tick(EVERYTHING);
    await breathe(stage, LONG_BREATH_MS);
  }
}
