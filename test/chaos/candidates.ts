import { planAfterwards } from './afterwards.ts';
import type { Agenda } from './agenda.ts';
import { type Calendar, offered, type Person, pickSlot, pressAtCalcom, type Slot } from './calendars.ts';
import { control } from './far-side.ts';
import { createLuck, type Luck } from './luck.ts';
import type { Stage } from './stage.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface Play {
  seed: number;
  stage: Stage;
  agenda: Agenda;
  luck: Luck;
  calendars: [Calendar, ...Calendar[]];
  /** How far ahead people book. */
  days: number;
  /** What happens to sessions later is put on a grid of so many minutes: fewer, fuller moments. */
  grid: number;
  /** The times that whoever comes in one minute sees, by calendar and minute: they opened the page together. */
  seen: Map<string, Promise<string[]>>;
}

const GOOD = '4242424242424242';
const ASKS = '4000002760003184';
const DECLINED = '4000000000000002';
const POOR = '4000000000009995';

/** How people go about it. */
const WAYS = {
  plain: 40,
  'two tabs': 12,
  'pays late': 9,
  'declined first': 6,
  'declined for good': 3,
  'asked by the bank': 5,
  'refused by the interviewer': 4,
  'stops at the details': 5,
  'stops at the checkout': 6,
  'never comes to the site': 6,
};

type Way = keyof typeof WAYS;

interface Candidate {
  play: Play;
  person: Person;
  calendar: Calendar;
  way: Way;
  visitor: Visitor;
}

/** Puts one candidate on the agenda, who comes at this minute. Some come as somebody who was here before. */
export function invite(everybody: Play, number: number, minute: number): void {
  // Luck of their own: what one does must not depend on who was quicker.
  const luck = createLuck(everybody.seed * 100_003 + number);
  const play = { ...everybody, luck };
  const { agenda } = play;
  const who = number > 20 && luck.chance(0.06) ? luck.whole(1, number) : number;
  const candidate: Candidate = {
    play,
    person: { name: `Candidate ${who}`, email: `candidate-${who}@example.com` },
    calendar: luck.pick(play.calendars),
    way: luck.weighted(WAYS),
    visitor: createVisitor(play.stage),
  };
  agenda.at(minute, () => arrive(candidate));
}

async function arrive(candidate: Candidate): Promise<void> {
  const slot = await pick(candidate);
  if (!slot || candidate.way === 'never comes to the site') return;
  const id = await claim(candidate, slot);
  if (!id || candidate.way === 'stops at the details') return;
  const { agenda, stage, luck } = candidate.play;
  agenda.at(stage.minute() + 5 * luck.whole(1, 2), () => fillIn(candidate, id, slot));
}

/** Everybody likes the same few times; two may get one at the same moment. */
async function pick({ play, calendar, person }: Candidate): Promise<Slot | null> {
  const { stage, luck } = play;
  const times = await timesSeen(play, calendar);
  const isHot = luck.chance(0.4);
  const start = times[isHot ? luck.whole(0, Math.min(5, times.length - 1)) : luck.whole(0, times.length - 1)];
  if (!start) return null;
  return pickSlot(stage, calendar, start, person, { force: luck.chance(isHot ? 0.7 : 0.1) });
}

function timesSeen({ stage, days, seen }: Play, calendar: Calendar): Promise<string[]> {
  const key = `${calendar.username} ${stage.minute()}`;
  const times = seen.get(key) ?? offered(stage, calendar, days);
  seen.set(key, times);
  return times;
}

async function claim({ way, visitor, calendar }: Candidate, { uid }: Slot): Promise<string | null> {
  const once = async () => {
    const response = await visitor.post('/bookings', { interviewer: calendar.username, uid });
    await response?.body?.cancel();
    return /\/bookings\/([^/]+)\/details/.exec(response?.headers.get('location') ?? '')?.[1] ?? null;
  };
  if (way !== 'two tabs') return once();
  const ids = await Promise.all([once(), once(), once()]);
  return ids.find((id) => id !== null) ?? null;
}

async function fillIn(candidate: Candidate, id: string, slot: Slot): Promise<void> {
  const { play, visitor, person, way } = candidate;
  await visitor.post(`/bookings/${id}/details`, {
    ...person,
    background: 'Four years of React at a logistics company.',
    subject: 'Coding',
    focus: 'Rendering decisions, said out loud.',
  });
  const open = async () => {
    const response = await visitor.post(`/bookings/${id}/payment`, {});
    await response?.body?.cancel();
    return /cs_test_\w+/.exec(response?.headers.get('location') ?? '')?.[0] ?? null;
  };
  const opened = await Promise.all(way === 'two tabs' ? [open(), open()] : [open()]);
  const sessions = [...new Set(opened.filter((session) => session !== null))];
  if (sessions.length === 0 || way === 'stops at the checkout') return;
  const { agenda, stage, luck, calendars } = play;
  if (way === 'refused by the interviewer') {
    const calendar = calendars.find(({ username }) => username === candidate.calendar.username);
    if (calendar) await pressAtCalcom(stage, calendar, slot.uid, 'decline', luck);
  }
  const wait = way === 'pays late' ? luck.pick([20, 25, 29, 31, 35, 45]) : 5 * luck.whole(0, 2);
  agenda.at(stage.minute() + wait, () => pay(candidate, id, sessions, slot));
}

async function pay(candidate: Candidate, id: string, sessions: string[], slot: Slot): Promise<void> {
  const { play, visitor, way, calendar, person } = candidate;
  const { stage, luck } = play;
  const stripe = stage.far.urls.stripe;
  const tryCard = (session: string, card: string, more = {}) =>
    control(stripe, 'pay', { session, card, ...more });
  // A card in every tab, at the same moment.
  await Promise.all(
    sessions.map(async (session) => {
      if (way === 'declined first' || way === 'declined for good') {
        await tryCard(session, luck.pick([DECLINED, POOR]));
      }
      if (way === 'declined for good') return;
      if (way === 'asked by the bank') {
        const authenticate = luck.chance(0.7) ? 'complete' : 'fail';
        await tryCard(session, ASKS, { authenticate });
      } else await tryCard(session, GOOD);
    }),
  );
  // Half of them close the browser and never see the page of thanks.
  if (luck.chance(0.5)) await (await visitor.get(`/bookings/${id}/thanks`))?.body?.cancel();
  planAfterwards(play, { id, slot, calendar, person, session: sessions[0] ?? '' });
}
