import { createServer, connect as dial, type Server } from 'node:net';

// Stands between the server and PostgreSQL and counts what is asked, without changing a byte.

/** Frontend messages that run a statement: `Query`, and `Execute` of the extended protocol. */
const RUNS = new Set(['Q', 'E']);

export interface QueryCounter {
  /** The database's address, by way of the counter. */
  url: string;
  /** How many statements have run since the start. */
  count(): number;
  stop(): Promise<void>;
}

/** Counts the statements sent to the database at `databaseUrl` by whoever uses `url` instead. */
export async function countQueries(databaseUrl: string): Promise<QueryCounter> {
  const target = new URL(databaseUrl);
  let statements = 0;
  const server = createServer((client) => {
    const database = dial(Number(target.port), target.hostname);
    client.on(
      'data',
      messageReader((type) => void (RUNS.has(type) && statements++)),
    );
    client.pipe(database).pipe(client);
    // Either side may leave first; the other is told by the pipe.
    client.on('error', () => database.destroy());
    database.on('error', () => client.destroy());
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(await listen(server));
  return {
    url: url.href,
    count: () => statements,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** Calls `seen` with the type of each message, however the bytes arrive. */
function messageReader(seen: (type: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  // The first message, which opens the session, is the only one without a type.
  let isOpen = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isOpen ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) return;
      if (isOpen) seen(String.fromCharCode(rest[0] ?? 0));
      isOpen = true;
      rest = rest.subarray(end);
    }
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
