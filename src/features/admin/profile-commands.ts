import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import type { Part } from './profile-domain.ts';
import { type ProfileProblems, type ProfileValues, parsePart, toValues, withPart } from './profile-form.ts';
import { profileOf, saveProfile, tagChoices } from './profile-queries.ts';
import { type Crossed, crossed } from './profile-versions.ts';
import { lockVersion, noteVersion, raiseVersion, saidAt } from './version-queries.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

export type PartSaved =
  | { saved: number }
  | { problems: ProfileProblems }
  /** Somebody saved these fields since; nothing was overwritten. */
  | { crossed: Crossed[]; values: ProfileValues };

/**
 * Saves one part of a profile over what there is of it. Bookings already made keep their price. A form
 * made from an older version saves only what nobody else saved since.
 */
export async function savePart(
  { db, now }: Needs,
  interviewerId: string,
  { part, typed, version }: { part: Part; typed: ProfileValues; version: number },
): Promise<PartSaved> {
  return db.transaction().execute(async (tx) => {
    const current = await lockVersion(tx, interviewerId);
    const stored = toValues(await profileOf(tx, interviewerId));
    if (version !== current) {
      const base = await saidAt(tx, interviewerId, version);
      const meanwhile = crossed(part, { base, stored, typed });
      if (meanwhile.fields.length > 0) {
        return { crossed: meanwhile.fields, values: withPart(stored, part, meanwhile.values) };
      }
    }
    const parsed = parsePart(part, typed, await tagChoices(tx), now());
    if ('errors' in parsed) return { problems: parsed };
    await noteVersion(tx, interviewerId, current, stored, now());
    await saveProfile(tx, interviewerId, parsed.profile, now());
    return { saved: await next(tx, interviewerId, current, now()) };
  });
}

/** Takes the save that made this version back, as far as the part goes; null where something was saved since. */
export async function undoPart(
  { db, now }: Needs,
  interviewerId: string,
  { part, version }: { part: Part; version: number },
): Promise<{ saved: number } | null> {
  return db.transaction().execute(async (tx) => {
    const current = await lockVersion(tx, interviewerId);
    const before = await saidAt(tx, interviewerId, version - 1);
    if (current !== version || !before) return null;
    const parsed = parsePart(part, before, await tagChoices(tx), now());
    if ('errors' in parsed) return null;
    await saveProfile(tx, interviewerId, parsed.profile, now());
    return { saved: await next(tx, interviewerId, current, now()) };
  });
}

async function next(tx: Db, interviewerId: string, current: number, now: Date): Promise<number> {
  await raiseVersion(tx, interviewerId, current + 1);
  await noteVersion(tx, interviewerId, current + 1, toValues(await profileOf(tx, interviewerId)), now);
  return current + 1;
}
