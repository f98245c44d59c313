import { control, type FarSide, type Side } from './far-side.ts';
import type { Luck } from './luck.ts';

/** What the far side does wrong by chance, all the time. Slow is short: thousands of requests have to pass. */
const WEBHOOKS = { drop: 0.15, duplicate: 0.15, reorder: 0.15, maxDelayMs: 400 };
const API = {
  down: 0.01,
  slow: 0.06,
  '500-before': 0.015,
  '500-after-commit': 0.02,
  'drop-after-commit': 0.02,
  maxDelayMs: 300,
};
const MAIL = { down: 0.04, 'reject-temporary': 0.06, slow: 0.06, maxDelayMs: 300 };

export interface Weather {
  /** Odds of all kinds begin, or begin again. */
  begin(): Promise<void>;
  /** The next stretch of time: an outage may begin, or end. */
  turn(): Promise<void>;
  /** Blue sky. */
  end(): Promise<void>;
  /** How many outages there were of each side. */
  outages: Record<Side, number>;
}

/** The faults of a run, all from its seed. */
export function createWeather(far: FarSide, luck: Luck, seed: number): Weather {
  const down: Partial<Record<Side, number>> = {};
  const outages = { stripe: 0, calcom: 0, mail: 0 };
  // Odds that begin again are others: the same would strike the same requests.
  let begun = 0;
  const setDown = (side: Side, isDown: boolean) => {
    if (side !== 'mail') return control(far.urls[side], 'faults', { api: isDown ? { mode: 'down' } : null });
    return isDown
      ? control(far.urls.mail, 'faults', { mode: 'down' })
      : // Takes the odds away with the outage; they start again from the seed.
        fetch(`${far.urls.mail}/_sandbox/faults`, { method: 'DELETE' }).then(() => stormOfMail());
  };
  const stormOfMail = () =>
    control(far.urls.mail, 'faults', { chaos: { seed: seed + 1_000 * begun, mail: MAIL } });
  return {
    outages,
    async begin() {
      begun += 1;
      const chaos = { seed: seed + 1_000 * begun, webhooks: WEBHOOKS, api: API };
      await control(far.urls.stripe, 'faults', { chaos });
      await control(far.urls.calcom, 'faults', { chaos });
      await stormOfMail();
    },
    async turn() {
      for (const side of ['stripe', 'calcom', 'mail'] as const) {
        const left = down[side] ?? 0;
        if (left > 1) down[side] = left - 1;
        else if (left === 1) {
          delete down[side];
          await setDown(side, false);
        } else if (luck.chance(0.04)) {
          down[side] = luck.whole(1, 3);
          outages[side] += 1;
          await setDown(side, true);
        }
      }
    },
    async end() {
      for (const side of ['stripe', 'calcom', 'mail'] as const) {
        delete down[side];
        await fetch(`${far.urls[side]}/_sandbox/faults`, { method: 'DELETE' });
      }
    },
  };
}
