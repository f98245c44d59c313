import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Struck } from '../chance.ts';
import type { Booking, Delivery, EventType, Faults, RequestLine, User } from './model.ts';

/** Everything this cal.com remembers over a restart. */
export type Memory = {
  users: User[];
  eventTypes: EventType[];
  bookings: Booking[];
  deliveries: Delivery[];
  teamKey: string | null;
  clockOffsetMs: number;
  lastId: number;
};

export type World = Memory & {
  /** Set once the server listens. */
  url: string;
  faults: Faults;
  /** How often each fault has struck. */
  struck: Struck;
  requests: RequestLine[];
  now(): Temporal.Instant;
  nextId(): number;
  /** Call after every change; writes the data file soon. */
  changed(): void;
  /** Writes the data file now. */
  flush(): void;
};

const WRITE_AFTER_MS = 150;
const KEPT_DELIVERIES = 500;

export function openWorld(dataFile: string | undefined): World {
  let timer: NodeJS.Timeout | undefined;
  let writingTook = 0;
  const world: World = {
    ...remembered(dataFile),
    url: '',
    faults: noFaults(),
    struck: {},
    requests: [],
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + world.clockOffsetMs),
    nextId: () => ++world.lastId,
    changed() {
      // A large file takes long to write, and is therefore written less often.
      if (dataFile) timer ??= setTimeout(() => world.flush(), Math.max(WRITE_AFTER_MS, 10 * writingTook));
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      const begun = performance.now();
      if (dataFile) write(dataFile, world);
      writingTook = performance.now() - begun;
    },
  };
  return world;
}

export function noFaults(): Faults {
  return { webhooks: {}, api: [], chaos: null, rateLimit: false };
}

/** Forgets bookings, deliveries, faults and the clock; with `keepUsers` accounts and event types stay. */
export function forget(world: World, keepUsers: boolean): void {
  const { users, eventTypes, teamKey, lastId } = world;
  Object.assign(world, emptyMemory(), keepUsers ? { users, eventTypes, teamKey, lastId } : {});
  world.faults = noFaults();
  world.struck = {};
  world.requests = [];
  world.changed();
}

/** The same name always gives the same id, so a restart or a fresh database changes nothing for our side. */
export function stableId(name: string, taken: (id: number) => boolean): number {
  let id = 100_000 + (createHash('sha256').update(name).digest().readUInt32BE(0) % 9_000_000);
  while (taken(id)) id++;
  return id;
}

/** A booking uid as cal.com makes them: 22 letters and digits. */
export function newUid(): string {
  const alphabet = '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
  return Array.from(randomBytes(22), (byte) => alphabet[byte % alphabet.length]).join('');
}

function emptyMemory(): Memory {
  return {
    users: [],
    eventTypes: [],
    bookings: [],
    deliveries: [],
    teamKey: null,
    clockOffsetMs: 0,
    lastId: 1000,
  };
}

function remembered(dataFile: string | undefined): Memory {
  if (!dataFile) return emptyMemory();
  try {
    return { ...emptyMemory(), ...(JSON.parse(readFileSync(dataFile, 'utf8')) as Partial<Memory>) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyMemory();
    throw error;
  }
}

function write(dataFile: string, world: World): void {
  const { users, eventTypes, bookings, teamKey, clockOffsetMs, lastId } = world;
  const deliveries = world.deliveries.slice(-KEPT_DELIVERIES);
  const memory: Memory = { users, eventTypes, bookings, deliveries, teamKey, clockOffsetMs, lastId };
  mkdirSync(dirname(dataFile), { recursive: true });
  writeFileSync(`${dataFile}.new`, JSON.stringify(memory, null, 2));
  renameSync(`${dataFile}.new`, dataFile);
}
