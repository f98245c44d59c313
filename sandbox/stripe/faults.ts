import { z } from 'zod';
import {
  type Chaos,
  chaosInput,
  countStroke,
  rollApi,
  rollWebhook,
  type Struck,
  startChaos,
} from '../chance.ts';

const count = z.number().int().nonnegative();

const webhookFaults = z.strictObject({
  /** `true`: none arrives; a number: the next n events never arrive. */
  drop: z.union([z.boolean(), count]).optional(),
  /** Wait before the first attempt. */
  delayMs: count.optional(),
  /** Extra copies of every event. */
  duplicate: count.optional(),
  /** Hold what happens together for a moment, then send the last first. */
  reorder: z.boolean().optional(),
});

const apiFault = z.strictObject({
  /** Part of e.g. `POST /v1/payment_intents/pi_3…/capture`; `…` or `*` stands for anything. Absent: every request. */
  match: z.string().optional(),
  /**
   * down               the connection is cut before anything happens
   * slow               answers after `delayMs` (default 2000)
   * 500-before         500, nothing changed, nothing kept under the idempotency key
   * 500-kept           500, nothing changed, and replayed under the idempotency key
   * 500-after-commit   everything happened, yet the answer is 500, and is replayed under the key
   * drop-after-commit  everything happened, yet the connection is cut; the key replays the true answer
   */
  mode: z.enum(['down', 'slow', '500-before', '500-kept', '500-after-commit', 'drop-after-commit']),
  /** How many requests it hits; absent: until it is taken away. */
  times: count.optional(),
  delayMs: count.optional(),
});

export const faultsPatch = z.strictObject({
  webhooks: webhookFaults.optional(),
  /** One, several (the first that matches strikes), or none. */
  api: z
    .union([apiFault, z.array(apiFault)])
    .nullable()
    .optional(),
  refunds: z
    .strictObject({
      /** Succeeded at first, failed a moment later. */
      failLater: z.boolean().optional(),
      /** Pending until the control API settles or fails them. */
      pending: z.boolean().optional(),
    })
    .optional(),
  /** Faults by chance, on top of the others; null ends them. */
  chaos: chaosInput.nullable().optional(),
});

export type WebhookFaults = z.infer<typeof webhookFaults>;
export type ApiFault = z.infer<typeof apiFault>;
export type FaultsPatch = z.input<typeof faultsPatch>;
export type Faults = {
  webhooks: WebhookFaults;
  api: ApiFault[];
  refunds: { failLater?: boolean | undefined; pending?: boolean | undefined };
  chaos: Chaos | null;
};

export function noFaults(): Faults {
  return { webhooks: {}, api: [], refunds: {}, chaos: null };
}

/** The patch over what is set: groups merge, `api` and `chaos` replace what was there. */
export function mergeFaults(faults: Faults, patch: z.output<typeof faultsPatch>): Faults {
  const { chaos } = patch;
  return {
    webhooks: { ...faults.webhooks, ...patch.webhooks },
    api: patch.api === undefined ? faults.api : [patch.api ?? []].flat(),
    refunds: { ...faults.refunds, ...patch.refunds },
    chaos: chaos === undefined ? faults.chaos : chaos && startChaos(chaos),
  };
}

/** The fault this request runs into, if any: one that was set, else one of chance; counts it. */
export function takeApiFault(faults: Faults, struck: Struck, method: string, path: string): ApiFault | null {
  const fault =
    faults.api.find(({ match = '', times }) => times !== 0 && matches(`${method} ${path}`, match)) ??
    rollApi(faults.chaos);
  if (!fault) return null;
  countStroke(struck, `api.${fault.mode}`);
  if ('times' in fault && fault.times !== undefined) fault.times -= 1;
  const taken = { ...fault };
  faults.api = faults.api.filter(({ times }) => times !== 0);
  return taken;
}

/** What becomes of the next event on its way: lost, or so many copies, so late, and held back or not. */
export type Fate = { dropped: true } | { dropped: false; copies: number; delayMs: number; reorder: boolean };

export function takeFate(faults: Faults, struck: Struck): Fate {
  const { delayMs = 0, duplicate = 0, reorder = false } = faults.webhooks;
  const stroke = rollWebhook(faults.chaos);
  if (takeDrop(faults) || stroke.drop) {
    countStroke(struck, 'webhooks.drop');
    return { dropped: true };
  }
  if (duplicate > 0 || stroke.duplicate) countStroke(struck, 'webhooks.duplicate');
  if (reorder || stroke.reorder) countStroke(struck, 'webhooks.reorder');
  return {
    dropped: false,
    copies: 1 + duplicate + (stroke.duplicate ? 1 : 0),
    delayMs: delayMs + stroke.delayMs,
    reorder: reorder || stroke.reorder,
  };
}

function takeDrop(faults: Faults): boolean {
  const { drop } = faults.webhooks;
  if (typeof drop !== 'number') return drop === true;
  if (drop === 0) return false;
  faults.webhooks.drop = drop - 1;
  return true;
}

function matches(request: string, pattern: string): boolean {
  let from = 0;
  return pattern.split(/[…*]/).every((part) => {
    const at = request.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
