import { z } from 'zod';

/** Pieces of parameters that several endpoints share; everything arrives as text. */

export const expand = z.array(z.string()).max(20).optional();

export function integer({ min, max }: { min?: number; max?: number }) {
  return z.string().transform((text, context) => {
    const value = Number(text);
    if (!/^-?\d{1,15}$/.test(text)) fail(context, 'parameter_invalid_integer', `Invalid integer: ${text}`);
    else if (min !== undefined && value < min) {
      fail(context, 'parameter_invalid_integer', `This value must be greater than or equal to ${min}.`);
    } else if (max !== undefined && value > max) {
      fail(context, 'parameter_invalid_integer', `This value must be less than or equal to ${max}.`);
    }
    return value;
  });
}

export const truth = z.enum(['true', 'false'], 'Invalid boolean.').transform((text) => text === 'true');

export const email = z.string().transform((text, context) => {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    fail(context, 'email_invalid', `Invalid email address: ${text}`);
  return text;
});

export const url = z.string().transform((text, context) => {
  if (!URL.canParse(text) || !/^https?:/.test(text)) fail(context, 'url_invalid', 'Not a valid URL');
  return text;
});

/** At most 50 keys of 40 characters with values of 500; an empty value unsets the key. */
export const metadata = z
  .union([z.record(z.string(), z.string()), z.literal('').transform(() => ({}))])
  .transform((pairs: Record<string, string>, context) => {
    const entries = Object.entries(pairs).filter(([, value]) => value !== '');
    if (entries.length > 50) fail(context, undefined, 'You can only set 50 metadata keys.');
    for (const [key, value] of entries) {
      if (key.length > 40) fail(context, undefined, `Metadata keys can have up to 40 characters: ${key}`);
      if (value.length > 500)
        fail(context, undefined, `Metadata values can have up to 500 characters: ${key}`);
    }
    return Object.fromEntries(entries);
  });

const range = z.strictObject({
  gt: integer({}).optional(),
  gte: integer({}).optional(),
  lt: integer({}).optional(),
  lte: integer({}).optional(),
});

/** Paging, the same on every list. */
export const listQuery = z.strictObject({
  created: z.union([integer({}).transform((at) => ({ gte: at, lte: at })), range]).optional(),
  ending_before: z.string().optional(),
  expand,
  limit: integer({ min: 1, max: 100 }).optional(),
  starting_after: z.string().optional(),
});

export type ListQuery = z.output<typeof listQuery>;

function fail(context: z.RefinementCtx, code: string | undefined, message: string): void {
  context.addIssue({ code: 'custom', message, params: { code } });
}
