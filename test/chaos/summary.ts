import type { Violation } from './check.ts';
import type { Evidence } from './evidence.ts';
import { repeatsOf } from './rules/mails.ts';
import type { Stage } from './stage.ts';
import type { Weather } from './weather.ts';

/** What one seed came to, as lines to print. */
export async function summaryOf(options: {
  seed: number;
  evidence: Evidence;
  violations: Violation[];
  stage: Stage;
  weather: Weather;
  seconds: number;
}): Promise<string> {
  const { seed, evidence, violations, stage, weather, seconds } = options;
  const { ours, stripe, calcom, mailbox } = evidence;
  const taken = stripe.payment_intents.reduce((sum, intent) => sum + intent.amount_received, 0);
  const back = stripe.refunds
    .filter(({ status }) => status === 'succeeded' || status === 'pending')
    .reduce((sum, { amount }) => sum + amount, 0);
  const lines: [string, string][] = [
    ['bookings', `${ours.bookings.length}: ${counts(ours.bookings.map(({ state }) => state))}`],
    ['on cal.com', `${calcom.bookings.length}: ${counts(calcom.bookings.map(({ status }) => status))}`],
    ['money', `${dollars(taken)} taken − ${dollars(back)} given back = ${dollars(taken - back)}`],
    ['refunds', counts(ours.refunds.map(({ cause, state }) => `${cause} ${state}`))],
    ['claims', counts(ours.claims.map(({ state }) => state))],
    ['disputes', counts(stripe.disputes.map(({ status }) => status))],
    [
      'mails',
      `${ours.mails.length} owed, ${mailbox.length} arrived, ${repeatsOf(mailbox)} repeated under one Message-ID`,
    ],
    ['alerts', counts(ours.alerts.map(({ kind }) => kind))],
    ['repairs', ours.repairs.map(({ kind, count }) => `${kind} ${count}`).join(', ') || 'none'],
    ['faults', await faults(stage)],
    [
      'outages',
      Object.entries(weather.outages)
        .map(([side, count]) => `${side} ${count}`)
        .join(', '),
    ],
    [
      'kills',
      Object.entries(stage.kills)
        .map(([what, count]) => `${what} ${count}`)
        .join(', '),
    ],
    ['took', `${seconds.toFixed(1)} s for ${(stage.minute() / 1440).toFixed(1)} days`],
    [
      'violations',
      violations.length === 0
        ? 'none'
        : `${violations.length}: ${counts(violations.map(({ rule }) => rule))}`,
    ],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return [`seed ${seed}`, ...lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text || 'none'}`)].join(
    '\n',
  );
}

async function faults({ far }: Stage): Promise<string> {
  const struck = await Promise.all(
    (['stripe', 'calcom', 'mail'] as const).map(async (side) => {
      const response = await fetch(
        `${far.urls[side]}/_sandbox/state${side === 'mail' ? '' : '?only=requests'}`,
      );
      const { struck: own } = (await response.json()) as { struck: Record<string, number> };
      return `${side} ${Object.entries(own)
        .map(([name, count]) => `${name} ${count}`)
        .join(' ')}`;
    }),
  );
  return struck.join('; ');
}

function counts(names: string[]): string {
  return [...Map.groupBy(names, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, all]) => `${name} ${all.length}`)
    .join(', ');
}

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
