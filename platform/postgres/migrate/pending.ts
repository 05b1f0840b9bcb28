import { CompiledQuery } from 'kysely';
import type { AnyDb } from '../database.ts';
import { errorState } from '../failures.ts';
import { LEDGER_QUERY, type LedgerEntry } from './ledger.ts';
import { type MigrationSource, readMigrationFiles } from './read-files.ts';

/** A migration that stands in a folder and not in the ledger. */
export interface PendingMigration {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
}

/**
 * The migrations this program brings and the database lacks; empty means ready. Works with the application role. A
 * database that is newer than the program has nothing pending: during a rolling deployment the old version serves on.
 */
export async function pendingMigrations(
  db: AnyDb,
  sources: readonly MigrationSource[],
): Promise<PendingMigration[]> {
  const files = await readMigrationFiles(sources);
  const ledger = await readLedger(db);
  const applied = new Set(ledger.map((entry) => `${entry.owner}/${entry.number}`));
  return files
    .filter((file) => !applied.has(`${file.owner}/${file.number}`))
    .map(({ owner, number, name }) => ({ owner, number, name }));
}

async function readLedger(db: AnyDb): Promise<LedgerEntry[]> {
  try {
    return (await db.executeQuery<LedgerEntry>(CompiledQuery.raw(LEDGER_QUERY))).rows;
  } catch (error) {
    const state = errorState(error);
    if (state === '42P01' || state === '3F000') return []; // No such table, no such schema: nothing was ever applied.
    throw error;
  }
}
