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

/** What the driver would say; failures.ts knows it as a server that does not answer. */
const LATE = 'Query read timeout';

/** One connection out of the pool. After a failure that leaves it in doubt it is closed instead of given back. */
export class BorrowedClient {
  readonly #client: pg.PoolClient;
  readonly #answerWithinMs: number;
  #doubtful = false;

  constructor(client: pg.PoolClient, answerWithinMs: number) {
    this.#client = client;
    this.#answerWithinMs = answerWithinMs;
  }

  async query<Row>(statement: Statement): Promise<pg.QueryResult<Row & pg.QueryResultRow>> {
    try {
      return await this.#run<Row & pg.QueryResultRow>(statement);
    } catch (error) {
      if (breaksConnection(error)) this.discard();
      // The driver's own stack ends at a socket; this one leads to whoever asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw toAppError(error);
    }
  }

  /**
   * Hands the driver a callback together with the statement and keeps the time itself. Asked for a promise, or to keep
   * the time, the driver sets its callback afterwards, and then the rows of every result outlive several garbage
   * collections: measured, a quarter of the processor time of a page of titles.
   */
  #run<Row extends pg.QueryResultRow>({ name, text, values }: Statement): Promise<pg.QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      const late =
        this.#answerWithinMs > 0 && setTimeout(() => reject(new Error(LATE)), this.#answerWithinMs);
      void this.#client.query<Row>({ name, text, values: [...values] }, (error, result) => {
        if (late) clearTimeout(late);
        if (error) reject(error);
        else resolve(result);
      });
    });
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
  readonly #answerWithinMs: number;
  #closing: Promise<void> | undefined;
  #refusedCount = 0;

  /** `answerWithinMs`: a server that has not answered a statement by then is given up; 0 means never. */
  constructor(
    pool: pg.Pool,
    {
      answerWithinMs,
      onConnectionError = () => {},
    }: {
      answerWithinMs: number;
      onConnectionError?: (error: Error) => void;
    },
  ) {
    this.#pool = pool;
    this.#answerWithinMs = answerWithinMs;
    // Without listeners a broken connection would be an uncaught 'error' event: the pool's for idle connections,
    // the client's for those in use (their statement fails as well, which is how their user learns of it).
    pool.on('error', onConnectionError);
    pool.on('connect', (client) => client.on('error', () => {}));
  }

  async acquire(): Promise<BorrowedClient> {
    try {
      return new BorrowedClient(await this.#pool.connect(), this.#answerWithinMs);
    } catch (error) {
      this.#refusedCount += 1;
      throw toAppError(error);
    }
  }

  /** How often nobody got a connection: all were in use for too long, or none could be made. */
  get refusedCount(): number {
    return this.#refusedCount;
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
