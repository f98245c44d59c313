import { type Calendar, moveInWidget, offered, type Person, pressAtCalcom, type Slot } from './calendars.ts';
import type { Play } from './candidates.ts';
import { control, stripeState } from './far-side.ts';
import { press } from './visitor.ts';

/** A booking that was paid for, as far as the payer knows. */
export interface Paid {
  id: string;
  slot: Slot;
  calendar: Calendar;
  person: Person;
  session: string;
}

/** What becomes of a paid booking before its session. */
const BEFORE = {
  nothing: 40,
  'canceled early': 9,
  'canceled late': 8,
  'moved by the candidate': 10,
  'moved twice': 3,
  'canceled by the interviewer': 6,
  'canceled on cal.com': 6,
  'moved on cal.com': 6,
  proposed: 12,
  'refunded at Stripe': 3,
};

/** And after it. */
const AFTER = {
  nothing: 50,
  claim: 28,
  'nobody came': 6,
  'candidate absent': 5,
  disputed: 6,
  'refund at Stripe': 3,
};

const HOUR = 60;
const MINUTE_MS = 60_000;
const FINE_GRID = 2 * HOUR;

/** Plans a paid booking's future. Whoever acts does not know whether it was confirmed, moved or called off. */
export function planAfterwards(play: Play, paid: Paid): void {
  const { stage, luck } = play;
  const startsIn = (paid.slot.start.getTime() - stage.now().getTime()) / MINUTE_MS;
  const start = stage.minute() + startsIn;
  planBefore(play, paid, start);
  const after = luck.weighted(AFTER);
  const end = start + 90;
  if (after === 'claim') {
    // At the end, some days later, or too late; twice, as impatient people do.
    const when = end + luck.pick([1, HOUR, 24 * HOUR, 6 * 24 * HOUR, 8 * 24 * HOUR]);
    later(play, when, () => twice(() => press(stage, 'claim', paid.id, { kind: 'not-worth-it' })));
    later(play, when + 12 * HOUR, () =>
      press(stage, 'decide', paid.id, { state: luck.chance(0.5) ? 'granted' : 'declined' }),
    );
  }
  if (after === 'nobody came') {
    play.agenda.at(start + 15, () => press(stage, 'claim', paid.id, { kind: 'nobody-came' }));
    later(play, end + 12 * HOUR, () => press(stage, 'decide', paid.id, { state: 'granted' }));
    if (luck.chance(0.5))
      later(play, end + 2 * HOUR, () => press(stage, 'absent', paid.id, { who: 'interviewer' }));
  }
  if (after === 'candidate absent') {
    later(play, end + 1, () => press(stage, 'absent', paid.id, { who: 'candidate' }));
    later(play, end + 6 * HOUR, () => press(stage, 'claim', paid.id, { kind: 'not-worth-it' }));
  }
  if (after === 'disputed') later(play, end + luck.whole(1, 40) * HOUR, () => dispute(play, paid));
  if (after === 'refund at Stripe') later(play, end + 5 * HOUR, () => refundAtStripe(play, paid));
  // Banks send refunds back at times, days later.
  if (luck.chance(0.06)) later(play, end + 5 * 24 * HOUR, () => failRefund(play, paid));
}

function planBefore(play: Play, paid: Paid, start: number): void {
  const { stage, luck } = play;
  const between = (from: number, to: number) => from + luck.next() * Math.max(0, to - from);
  const now = stage.minute();
  // Never in the last hours: what cal.com says of the past is not asked for.
  const lastMoment = start - 4 * HOUR;
  const soon = between(now + 15, Math.max(now + 20, lastMoment));
  if (soon > lastMoment) return;
  const freeUntil = start - 24 * HOUR;
  // On the grid, or on a finer one where that would be too late.
  const before = (minute: number, deed: () => Promise<unknown>) => {
    const after = Math.ceil(minute / play.grid) * play.grid;
    const fine = Math.floor(minute / FINE_GRID) * FINE_GRID;
    play.agenda.at(after <= lastMoment ? after : fine > now + 15 ? fine : minute, deed);
  };
  switch (luck.weighted(BEFORE)) {
    case 'nothing':
      return;
    case 'canceled early':
      if (freeUntil > now + 20) before(between(now + 15, freeUntil - 30), cancels);
      return;
    case 'canceled late':
      before(between(Math.max(freeUntil, now + 15), lastMoment), cancels);
      return;
    case 'moved by the candidate':
      before(soon, moves);
      return;
    case 'moved twice':
      before(between(now + 15, soon), moves);
      before(soon, moves);
      return;
    case 'canceled by the interviewer':
      before(soon, () => twice(() => press(stage, 'cancel', paid.id, { by: 'interviewer' })));
      return;
    case 'canceled on cal.com':
      before(soon, () => pressAtCalcom(stage, paid.calendar, paid.slot.uid, 'cancel', luck));
      return;
    case 'moved on cal.com':
      before(soon, () => pressAtCalcom(stage, paid.calendar, paid.slot.uid, 'reschedule', luck));
      return;
    case 'proposed':
      before(soon, () => propose(play, paid));
      return;
    case 'refunded at Stripe':
      before(soon, () => refundAtStripe(play, paid));
  }

  function cancels() {
    return press(stage, 'cancel', paid.id, { by: 'candidate' });
  }
  function moves() {
    return moveInWidget(stage, paid.calendar, paid.slot.uid, paid.person, luck);
  }
}

async function propose(play: Play, paid: Paid): Promise<void> {
  const { stage, luck } = play;
  const times = await offered(stage, paid.calendar, play.days);
  const startsAt = times[luck.whole(Math.min(10, times.length - 1), times.length - 1)];
  if (!startsAt) return;
  await press(stage, 'propose', paid.id, { startsAt });
  const answer = luck.weighted({ accepted: 6, declined: 2, none: 1 });
  if (answer === 'none') return;
  later(play, stage.minute() + 10, () => twice(() => press(stage, 'answer', paid.id, { answer })));
}

async function intentOf({ stage }: Play, { session }: Paid): Promise<string | null> {
  const { sessions } = await stripeState(stage.far.urls.stripe, ['sessions']);
  const intent = sessions.find(({ id }) => id === session)?.payment_intent;
  return typeof intent === 'string' ? intent : null;
}

/** Somebody at the co-op refunds in Stripe's dashboard: all of it, or a part. */
async function refundAtStripe(play: Play, paid: Paid): Promise<void> {
  const intent = await intentOf(play, paid);
  if (!intent) return;
  const part = play.luck.chance(0.4) ? { amount: 50_00 } : {};
  await control(play.stage.far.urls.stripe, 'refund', { payment_intent: intent, ...part });
}

async function dispute(play: Play, paid: Paid): Promise<void> {
  const { stage, luck } = play;
  const url = stage.far.urls.stripe;
  const intent = await intentOf(play, paid);
  if (!intent) return;
  const inquiry = luck.chance(0.3);
  const opened = await control<{ id?: string }>(url, 'dispute', { payment_intent: intent, inquiry });
  if (!opened?.id) return;
  const end = luck.weighted({ won: 1, lost: 1, open: 1 });
  if (end !== 'open') {
    later(play, stage.minute() + 3 * 24 * HOUR, () =>
      control(url, 'dispute', { dispute: opened.id, close: end }),
    );
  }
  later(play, stage.minute() + HOUR, () => press(stage, 'claim', paid.id, { kind: 'not-worth-it' }));
}

async function failRefund(play: Play, paid: Paid): Promise<void> {
  const url = play.stage.far.urls.stripe;
  const intent = await intentOf(play, paid);
  const { refunds } = await stripeState(url, ['refunds']);
  const made = refunds.find(
    ({ payment_intent, status }) => payment_intent === intent && status === 'succeeded',
  );
  if (!intent || !made) return;
  await control(url, 'fail-refund', { refund: made.id });
  if (play.luck.chance(0.5)) {
    later(play, play.stage.minute() + 24 * HOUR, () => press(play.stage, 'retry-refund', paid.id));
  }
}

const twice = (act: () => Promise<unknown>) => Promise.all([act(), act()]);

/** At the next moment of the grid. */
function later({ agenda, grid }: Play, minute: number, deed: () => Promise<unknown>): void {
  agenda.at(Math.ceil(minute / grid) * grid, deed);
}
