import { badParameter } from '../problem.ts';
import type { Sandbox } from '../sandbox.ts';

type Tree = Record<string, unknown>;

/**
 * Replaces ids by the objects they stand for, along paths such as
 * `payment_intent.latest_charge` (or `data.payment_intent` on a list). Works on
 * a copy.
 */
export function expanded<T extends object>(sandbox: Sandbox, object: T, paths: readonly string[] = []): T {
  const copy = structuredClone(object);
  for (const path of paths) walk(sandbox, copy as Tree, path.split('.'), path);
  return copy;
}

function walk(sandbox: Sandbox, object: Tree, [key, ...rest]: string[], path: string): void {
  if (key === undefined) return;
  const value = object[key] ?? included(sandbox, object, key);
  if (value === undefined || (typeof value === 'string' && !objectOf(sandbox, value))) {
    throw badParameter('expand', undefined, `This property cannot be expanded (${path}).`);
  }
  const found = typeof value === 'string' ? objectOf(sandbox, value) : value;
  object[key] = found;
  for (const inner of Array.isArray(found) ? found : [found]) {
    if (inner && typeof inner === 'object') walk(sandbox, inner as Tree, rest, path);
  }
}

/** Lists that are left out unless asked for. */
function included(sandbox: Sandbox, object: Tree, key: string): unknown {
  const { ledger } = sandbox;
  const id = String(object.id);
  if (key === 'line_items' && object.object === 'checkout.session') {
    const data = ledger.checkouts[id]?.items ?? [];
    return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${id}/line_items` };
  }
  if (key === 'refunds' && object.object === 'charge') {
    const data = Object.values(ledger.refunds).filter(({ charge }) => charge === id);
    return { object: 'list', data: data.toReversed(), has_more: false, url: `/v1/charges/${id}/refunds` };
  }
  return key in object ? null : undefined;
}

function objectOf(sandbox: Sandbox, id: string): Tree | undefined {
  const { ledger } = sandbox;
  const found = ledger.payment_intents[id] ?? ledger.charges[id] ?? ledger.refunds[id] ?? ledger.sessions[id];
  return found && (structuredClone(found) as unknown as Tree);
}
