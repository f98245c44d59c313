import type { z } from 'zod';
import { badParameter, type Problem } from './problem.ts';

export type Params = { [key: string]: ParamValue };
type ParamValue = string | Params | ParamValue[];

/**
 * Reads Stripe's bracketed form encoding:
 * `line_items[0][price_data][currency]=usd&expand[]=payment_intent`.
 */
export function parseParams(encoded: string): Params {
  const root: Params = Object.create(null);
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = name.split(/[[\]]+/).filter((part, index) => index === 0 || part !== '');
    if (name.endsWith('[]')) path.push('');
    put(root, path, value);
  }
  return listsOf(root) as Params;
}

/** Walks down the path, making room on the way; an empty part means "the next index". */
function put(root: Params, path: string[], value: string): void {
  let here = root;
  path.forEach((part, depth) => {
    const key = part === '' ? String(Object.keys(here).length) : part;
    if (depth === path.length - 1) {
      here[key] = value;
      return;
    }
    const next = here[key];
    if (typeof next !== 'object' || Array.isArray(next)) here[key] = Object.create(null) as Params;
    here = here[key] as Params;
  });
}

/** Objects whose keys are 0, 1, 2 … become arrays. */
function listsOf(value: ParamValue): ParamValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, listsOf(inner)] as const);
  const numbered = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return numbered ? entries.map(([, inner]) => inner) : (Object.fromEntries(entries) as Params);
}

/** Checks parameters against a schema; the first fault becomes Stripe's own kind of answer. */
export function readParams<Schema extends z.ZodType>(schema: Schema, params: Params): z.output<Schema> {
  const read = schema.safeParse(params);
  if (read.success) return read.data;
  const issues = read.error.issues;
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  throw problemOf(unknown ?? issues[0]);
}

function problemOf(issue: z.core.$ZodIssue | undefined): Problem {
  if (!issue) return badParameter('', undefined, 'Invalid request.');
  const param = bracketed(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const name = bracketed([...issue.path, issue.keys[0] ?? '']);
    return badParameter(name, 'parameter_unknown', `Received unknown parameter: ${name}`);
  }
  if (issue.code === 'invalid_type' && issue.message.includes('received undefined')) {
    return badParameter(param, 'parameter_missing', `Missing required param: ${param}.`);
  }
  const code = issue.code === 'custom' ? issue.params?.code : CODES[issue.code];
  return badParameter(param, code, issue.message);
}

const CODES: Record<string, string> = { invalid_format: 'parameter_invalid_string' };

/** `['line_items', 0, 'quantity']` → `line_items[0][quantity]`. */
function bracketed(path: PropertyKey[]): string {
  return path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join('');
}
