import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { BoundedPool } from './bounded-pool.ts';
import { NamedStatementDriver } from './driver.ts';
import { valueTypes } from './value-types.ts';

/**
 * A handle that queries run on: a pool or an open transaction. It is the first argument of every query function,
 * and a query function cannot tell (and need not know) which of the two it was given.
 */
export type Db<Tables> = Kysely<Tables>;

/** A handle whatever its tables are: all that a prepared statement needs. */
export type AnyDb = Pick<Kysely<unknown>, 'executeQuery' | 'isTransaction'>;

/** How a process uses its database. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Shown in pg_stat_activity: product and process, such as `kitsu-api-0`. */
  readonly applicationName: string;
  /** Connections at most; small pools keep the p99 low. Default 4. */
  readonly poolMax?: number;
  /** How long a caller waits for a free (or new) connection before it gets `unavailable`. Default 2000. */
  readonly poolWaitMs?: number;
  /** The server ends a statement that takes longer; the caller gets `timeout`. 0 means never. Default 5000. */
  readonly statementTimeoutMs?: number;
  /** The server ends a session that sits in an open transaction doing nothing. Default 10000. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Told when an idle connection breaks. The pool has replaced it already: this is for the log. */
  readonly onConnectionError?: (error: Error) => void;
}

/** How busy the pool is, for metrics and readiness. */
export interface PoolStats {
  readonly max: number;
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  /** How often, since the start, somebody waited in vain for a connection. */
  readonly refused: number;
}

/** An open database: a pool and its handle. */
export interface Database<Tables> {
  readonly db: Db<Tables>;
  /** Resolves when the database answers a statement; otherwise rejects with `unavailable` or `timeout`. */
  ping(): Promise<void>;
  stats(): PoolStats;
  /** Lets running statements end, then closes every connection, within 10 s; calling it again is harmless. */
  close(): Promise<void>;
}

/** A statement is given up by us this long after the server should have ended it: then the server is frozen or gone. */
const FROZEN_SERVER_GRACE_MS = 2_000;

/**
 * Opens a pool. Nothing is connected until the first statement. Waiting for a connection is bounded; a full pool and
 * a dead or frozen database are `unavailable` (with `retryAfterS`), a statement over its time is `timeout`, and no
 * broken connection ever ends the process.
 */
export function openDatabase<Tables>(options: DatabaseOptions): Database<Tables> {
  const { poolMax = 4, poolWaitMs = 2_000, statementTimeoutMs = 5_000 } = options;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: poolMax,
    connectionTimeoutMillis: poolWaitMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 10_000,
    types: valueTypes,
  });
  const bounded = new BoundedPool(pool, {
    answerWithinMs: statementTimeoutMs === 0 ? 0 : statementTimeoutMs + FROZEN_SERVER_GRACE_MS,
    onConnectionError: options.onConnectionError,
  });
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new NamedStatementDriver(bounded),
      createIntrospector: (handle) => new PostgresIntrospector(handle),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return {
    db,
    ping: () => bounded.ping(),
    stats: () => ({
      max: poolMax,
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      refused: bounded.refusedCount,
    }),
    close: () => bounded.close(),
  };
}
