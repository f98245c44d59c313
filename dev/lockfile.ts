import { readFileSync, writeFileSync } from 'node:fs';

// Completes package-lock.json after an install: npm writes down only those platform packages that it
// could fetch where it ran (npm/cli#4828), and `npm ci` then refuses on the next machine. Adds the
// missing ones, which npm fetches only where they fit, and drops download addresses, so that the file
// names no registry. Run by `npm run lock`.

interface Entry {
  version?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  if (path === '') continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    const place = `node_modules/${name}`;
    if (!platform || lock.packages[place] || lock.packages[`${path}/${place}`]) continue;
    lock.packages[place] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
    console.log(`added ${name}@${version}`);
  }
}

const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);

/** What a platform package's name says about where it fits: …-linux-arm64-musl. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const match =
    /-(android|darwin|freebsd|linux|win32)-(arm|arm64|ia32|ppc64|riscv64|s390x|x64)(?:-(\w+))?$/.exec(name);
  const [, os, cpu, flavor] = match ?? [];
  if (!os || !cpu) return null;
  const libc = flavor === 'musl' ? { libc: ['musl'] } : flavor === 'gnu' ? { libc: ['glibc'] } : {};
  return { os: [os], cpu: [cpu], ...libc };
}
