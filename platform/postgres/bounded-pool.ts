import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { breaksConnection, toAppError } from './failures.ts';

/** A statement as the driver takes it; with a name it is prepared once a connection and planned once. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A frozen server never says goodbye; whoever closes does not wait for it longer than this. */
const CLOSE_MS = 10_000;

/** One connection out of the pool. After a failure that leaves it in doubt it is closed instead of given back. */
export class BorrowedClient {
  readonly #client: pg.PoolClient;
  #doubtful = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async query<Row>(statement: Statement): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
    try {
      return await this.#client.query<Row & pg.QueryResultRow>({
        name: statement.name,
        text: statement.text,
        values: [...statement.values],
      });
    } catch (error) {
      if (breaksConnection(error)) this.discard();
      throw toAppError(error);
    }
  }

  get isDoubtful(): boolean {
    return this.#doubtful;
  }

  /** This connection is closed when it is released. */
  discard(): void {
    this.#doubtful = true;
  }

  release(): void {
    this.#client.release(this.#doubtful);
  }
}

/** A `pg` pool whose failures are ours: a full pool, a dead server and a broken connection are `unavailable`. */
export class BoundedPool {
  readonly #pool: pg.Pool;
  #closing: Promise<void> | undefined;

  constructor(pool: pg.Pool, onConnectionError: (error: Error) => void = () => {}) {
    this.#pool = pool;
    // Without listeners a broken connection would be an uncaught 'error' event: the pool's for idle connections,
    // the client's for those in use (their statement fails as well, which is how their user learns of it).
    pool.on('error', onConnectionError);
    pool.on('connect', (client) => client.on('error', () => {}));
  }

  async acquire(): Promise<BorrowedClient> {
    try {
      return new BorrowedClient(await this.#pool.connect());
    } catch (error) {
      throw toAppError(error);
    }
  }

  async ping(): Promise<void> {
    const client = await this.acquire();
    try {
      await client.query({ text: 'select 1', values: [] });
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    this.#closing ??= Promise.race([this.#pool.end(), sleep(CLOSE_MS, undefined, { ref: false })]);
    await this.#closing;
  }
}
