import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { BorrowedClient, BoundedPool } from './bounded-pool.ts';
import { isStalePlan } from './failures.ts';

/** A query with a name: the driver runs it as a named prepared statement. */
export interface NamedQuery<Row> extends CompiledQuery<Row> {
  readonly statementName: string;
}

/** Makes a {@link NamedQuery} of text and values. */
export function namedQuery<Row>(
  statementName: string,
  text: string,
  values: readonly unknown[],
): NamedQuery<Row> {
  return { ...CompiledQuery.raw(text, [...values]), statementName };
}

/**
 * Kysely over our pool. It differs from Kysely's own driver in three things: a query may carry a statement name
 * (prepared once a connection, in a transaction as well), failures are ours, and a rollback that fails closes the
 * connection instead of hiding the error that led to it.
 */
export class NamedStatementDriver implements Driver {
  readonly #pool: BoundedPool;

  constructor(pool: BoundedPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ClientConnection(await this.#pool.acquire());
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation =
      settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    const access = settings.accessMode === undefined ? '' : ` ${settings.accessMode}`;
    await clientOf(connection).query({ text: `start transaction${isolation}${access}`, values: [] });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const result = await clientOf(connection).query({ text: 'commit', values: [] });
    // The server answers COMMIT with ROLLBACK when an error inside the transaction was swallowed by somebody.
    if (result.command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const client = clientOf(connection);
    if (client.isDoubtful) return; // It is closed when it is released, and closing rolls back.
    try {
      await client.query({ text: 'rollback', values: [] });
    } catch {
      client.discard();
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    clientOf(connection).release();
  }

  async destroy(): Promise<void> {
    await this.#pool.close();
  }
}

class ClientConnection implements DatabaseConnection {
  readonly client: BorrowedClient;

  constructor(client: BorrowedClient) {
    this.client = client;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const name = 'statementName' in query ? String(query.statementName) : undefined;
    try {
      const result = await this.client.query<Row>({ name, text: query.sql, values: query.parameters });
      const changes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(result.command);
      return changes
        ? { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
        : { rows: result.rows };
    } catch (error) {
      // Every later run on this connection would fail the same way: a new connection plans anew.
      if (isStalePlan(error)) this.client.discard();
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface asks for the method; nothing here streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not supported: read by keyset instead.');
  }
}

function clientOf(connection: DatabaseConnection): BorrowedClient {
  if (connection instanceof ClientConnection) return connection.client;
  throw new Error('A connection of another driver was handed to this one.');
}
