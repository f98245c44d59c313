import type { Deps } from '../../deps.ts';
import type { Crop, Look, PhotoRefusal } from './photo-domain.ts';
import type { Tone } from './photo-ink.ts';
import { inkOf, portraitsOf, squareFrom } from './photo-picture.ts';
import {
  forgetPortraits,
  lockPortrait,
  photographOf,
  removePhotograph,
  saveInk,
  savePhotograph,
  setPortrait,
  squareOf,
} from './photo-queries.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/**
 * Takes a photograph and makes both portraits from it. Nobody sees either before `choosePortrait`; a file
 * that is refused changes nothing.
 */
export async function takePhotograph(
  { db, now }: Needs,
  interviewerId: string,
  bytes: Uint8Array,
  crop: Crop,
): Promise<{ refused: PhotoRefusal } | undefined> {
  const square = await squareFrom(bytes, crop);
  if ('refused' in square) return square;
  const portraits = await portraitsOf(square, 0);
  await db.transaction().execute(async (tx) => {
    await lockPortrait(tx, interviewerId);
    const before = await photographOf(tx, interviewerId);
    await savePhotograph(tx, interviewerId, { square, ...portraits }, now());
    await forgetPortraits(tx, [before?.inkId ?? null, before?.plainId ?? null]);
  });
  return undefined;
}

/** Draws the ink version a step lighter or darker. Where it is what everybody sees, they see the new one. */
export async function retone({ db, now }: Needs, interviewerId: string, tone: Tone): Promise<void> {
  const square = await squareOf(db, interviewerId);
  if (!square) return;
  const ink = await inkOf(square, tone);
  await db.transaction().execute(async (tx) => {
    const shown = await lockPortrait(tx, interviewerId);
    const photograph = await photographOf(tx, interviewerId);
    // Another photograph came meanwhile: this ink is not of it.
    if (!photograph || !(await squareOf(tx, interviewerId))?.equals(square)) return;
    await saveInk(tx, interviewerId, ink, tone);
    if (shown === photograph.inkId) await setPortrait(tx, interviewerId, ink.id, now());
    await forgetPortraits(tx, [photograph.inkId]);
  });
}

/** Shows everybody one of the two portraits of the photograph that was uploaded last. */
export async function choosePortrait({ db, now }: Needs, interviewerId: string, look: Look): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await lockPortrait(tx, interviewerId);
    const photograph = await photographOf(tx, interviewerId);
    if (!photograph) return;
    await setPortrait(tx, interviewerId, look === 'ink' ? photograph.inkId : photograph.plainId, now());
    await forgetPortraits(tx, [before]);
  });
}

/** Takes the photograph and what was made from it back. A portrait that is shown gives way to initials. */
export async function removePhoto({ db, now }: Needs, interviewerId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const shown = await lockPortrait(tx, interviewerId);
    const photograph = await photographOf(tx, interviewerId);
    if (!photograph) return;
    const made = [photograph.inkId, photograph.plainId];
    await removePhotograph(tx, interviewerId);
    if (shown && made.includes(shown)) await setPortrait(tx, interviewerId, null, now());
    await forgetPortraits(tx, made);
  });
}
