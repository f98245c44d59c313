import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

/** A connection to our database, or a transaction on it: queries take either. */
export type Db = Kysely<DB>;

// int8 (cal.com's ids, counts) fits a number for as long as this product lives.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool. Statements are cut off after 10 s so that one stuck query can't hold up the rest. */
export function connect(databaseUrl: string, options: { max?: number } = {}): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max ?? 10,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 10_000,
    // Recurring work comes each minute and finds them open.
    idleTimeoutMillis: 90_000,
    application_name: 'interview-service',
  });
  // A server that goes away ends idle connections; the next query opens a new one.
  pool.on('error', () => {});
  // One that is in use and waits for something else (a lock, while Stripe is asked) ends as well, and the
  // pool does not listen then: without this the whole process would end with it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] }),
    pool,
  };
}
