import type { Part } from './profile-domain.ts';
import { FIELDS, type ProfileValues } from './profile-form.ts';

/** A field that was saved elsewhere while it was being typed here. */
export interface Crossed {
  field: keyof ProfileValues;
  /** What is stored now, and what was typed here, as one reads it. */
  theirs: string;
  yours: string;
  /** Whether the form goes on with what was typed here; it does where both changed it. */
  keepsYours: boolean;
}

/**
 * What became of a part between the version a form was made from and now. `base` is what the form began
 * with; where that is no longer known, every difference counts as both having changed it.
 *
 * @returns the fields that crossed, none if the part may be saved, and the values the form goes on with
 */
export function crossed(
  part: Part,
  { base, stored, typed }: { base: ProfileValues | null; stored: ProfileValues; typed: ProfileValues },
): { fields: Crossed[]; values: ProfileValues } {
  const fields: Crossed[] = [];
  let values = typed;
  for (const field of FIELDS[part]) {
    // A technology to be added is nothing that is stored.
    if (field === 'newTechnologies') continue;
    const same = (a: ProfileValues, b: ProfileValues) => read(field, a) === read(field, b);
    if ((base && same(base, stored)) || same(typed, stored)) continue;
    const keepsYours = !base || !same(base, typed);
    if (!keepsYours) values = { ...values, [field]: stored[field] };
    fields.push({ field, theirs: read(field, stored), yours: read(field, typed), keepsYours });
  }
  return { fields, values };
}

/** A field as one reads it: lists in one order, work history a line a job, in its own. */
function read(field: keyof ProfileValues, values: ProfileValues): string {
  if (field === 'work') {
    return values.work
      .filter((row) => !row.remove && (row.company || row.title || row.startYear || row.endYear))
      .map(
        ({ company, title, startYear, endYear }) => `${company}, ${title}, ${startYear}–${endYear || 'now'}`,
      )
      .join('\n');
  }
  const value = values[field];
  return typeof value === 'string' ? value : value.toSorted().join(', ');
}
