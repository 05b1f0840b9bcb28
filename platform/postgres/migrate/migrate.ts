import pg from 'pg';
import { explainConnectionFailure } from '../explain-connection-failure.ts';
import { prepareAppRole, protectLedger } from './app-role.ts';
import { createLedger, filesToApply, LEDGER_QUERY, type LedgerEntry, recordApplied } from './ledger.ts';
import { MigrationError } from './migration-error.ts';
import { type MigrationFile, type MigrationSource, readMigrationFiles } from './read-files.ts';

/** What to migrate, where, and as whom. */
export interface MigrateOptions {
  /** Connects as the role that owns the schemas. */
  readonly ownerUrl: string;
  /** Applied in this order: platform concerns first, then the product. */
  readonly sources: readonly MigrationSource[];
  /** The role the servers run as; it may read and write rows and change no schema. Unset: the owner serves as well. */
  readonly appRole?: string;
  /** How long to wait for another migrator to finish. Default 60000. */
  readonly lockWaitMs?: number;
  /** Told one line for every file applied. */
  readonly log?: (line: string) => void;
}

/** A migration that this call applied. */
export interface Applied {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
  readonly durationMs: number;
}

/** One lock a database, whatever its sources: the first eight bytes of "seaworth". */
const MIGRATION_LOCK = '8315159452608263272';
const LOCK_WAIT_MS = 60_000;
/** A file that waits longer for a table lock than this fails instead of holding up every reader behind it. */
const TABLE_LOCK_WAIT_MS = 30_000;

/**
 * Applies what is missing, each file in a transaction of its own, and returns what it applied. Any number of
 * migrators may run at once: one lock lets one of them work, the others wait and find nothing left to do. One that
 * dies releases the lock with its connection and leaves whole files only.
 *
 * @throws MigrationError when files and ledger disagree, when a file fails (nothing of it stays) and when the lock is
 * not free in time.
 */
export async function migrate(options: MigrateOptions): Promise<Applied[]> {
  const files = await readMigrationFiles(options.sources);
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: 'seaworthy-migrate',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // The statement that was running fails as well, and that one is reported.
  await connect(client, options.ownerUrl);
  try {
    await takeLock(client, options.lockWaitMs ?? LOCK_WAIT_MS);
    return await applyMissing(client, files, options);
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client, ownerUrl: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new MigrationError(
      `Migrating needs its owner's connection. ${explainConnectionFailure(ownerUrl, error)}`,
      {
        cause: error,
      },
    );
  }
}

async function takeLock(client: pg.Client, lockWaitMs: number): Promise<void> {
  await client.query(`set lock_timeout = ${Math.ceil(lockWaitMs)}`);
  try {
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
  } catch (error) {
    throw new MigrationError(
      `Another migration of this database has been running for more than ${lockWaitMs} ms. Wait for it, or end it, and try again.`,
      { cause: error },
    );
  }
}

async function applyMissing(
  client: pg.Client,
  files: readonly MigrationFile[],
  options: MigrateOptions,
): Promise<Applied[]> {
  await createLedger(client);
  const ledger = await client.query<LedgerEntry & pg.QueryResultRow>(LEDGER_QUERY);
  const pending = filesToApply(files, ledger.rows);
  if (options.appRole !== undefined) await prepareAppRole(client, options.appRole);
  const applied: Applied[] = [];
  for (const file of pending) {
    const startedAt = performance.now();
    await applyOne(client, file);
    const durationMs = Math.round(performance.now() - startedAt);
    applied.push({ owner: file.owner, number: file.number, name: file.name, durationMs });
    options.log?.(`applied ${file.owner}/${file.name}.sql in ${durationMs} ms`);
  }
  if (options.appRole !== undefined) await protectLedger(client, options.appRole);
  return applied;
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  // What an earlier file SET for its session must not reach this one.
  await client.query('reset all');
  await client.query(`set lock_timeout = ${TABLE_LOCK_WAIT_MS}`);
  await client.query('begin');
  try {
    const before = await transactionId(client);
    await client.query(file.text);
    if ((await transactionId(client)) !== before) {
      throw new Error('it ends its own transaction: take COMMIT or ROLLBACK out of it');
    }
    await recordApplied(client, file);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // A dead connection has rolled back already.
    throw new MigrationError(explain(file, error), { cause: error });
  }
}

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const result = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return result.rows[0]?.id;
}

function explain(file: MigrationFile, error: unknown): string {
  const what = error instanceof Error ? error.message : String(error);
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  const line = Number.isInteger(position)
    ? ` line ${file.text.slice(0, position - 1).split('\n').length}`
    : '';
  return `${file.owner}/${file.name}.sql${line} failed and nothing of it was applied: ${what}`;
}
