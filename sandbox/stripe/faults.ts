import { z } from 'zod';

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
   * 500-after-commit   everything happened, yet the answer is 500, and is replayed under the key
   * drop-after-commit  everything happened, yet the connection is cut; the key replays the true answer
   */
  mode: z.enum(['down', 'slow', '500-before', '500-after-commit', 'drop-after-commit']),
  /** How many requests it hits; absent: until it is taken away. */
  times: count.optional(),
  delayMs: count.optional(),
});

export const faultsPatch = z.strictObject({
  webhooks: webhookFaults.optional(),
  api: apiFault.nullable().optional(),
  refunds: z.strictObject({ failLater: z.boolean().optional() }).optional(),
});

export type WebhookFaults = z.infer<typeof webhookFaults>;
export type ApiFault = z.infer<typeof apiFault>;
export type FaultsPatch = z.input<typeof faultsPatch>;
export type Faults = {
  webhooks: WebhookFaults;
  api: ApiFault | null;
  refunds: { failLater?: boolean | undefined };
};

export function noFaults(): Faults {
  return { webhooks: {}, api: null, refunds: {} };
}

/** The patch over what is set: groups merge, an `api` fault replaces the one before. */
export function mergeFaults(faults: Faults, patch: z.output<typeof faultsPatch>): Faults {
  return {
    webhooks: { ...faults.webhooks, ...patch.webhooks },
    api: patch.api === undefined ? faults.api : patch.api,
    refunds: { ...faults.refunds, ...patch.refunds },
  };
}

/** The fault this request runs into, if any; counts it. */
export function takeApiFault(faults: Faults, method: string, path: string): ApiFault | null {
  const fault = faults.api;
  if (!fault || fault.times === 0 || !matches(`${method} ${path}`, fault.match ?? '')) return null;
  if (fault.times !== undefined) fault.times -= 1;
  if (fault.times === 0) faults.api = null;
  return { ...fault };
}

/** Whether the next event is lost; counts it. */
export function takeDrop(faults: Faults): boolean {
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
