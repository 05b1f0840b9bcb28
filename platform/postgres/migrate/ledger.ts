import type pg from 'pg';
import { MigrationError } from './migration-error.ts';
import type { MigrationFile } from './read-files.ts';

/** A migration that the ledger knows. */
export interface LedgerEntry {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Makes the ledger where there is none. Runs under the migration lock. */
export async function createLedger(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists seaworthy;
    create table if not exists seaworthy.migrations (
      owner text not null,
      number integer not null check (number > 0),
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now(),
      primary key (owner, number)
    );
    comment on table seaworthy.migrations is 'What has been applied to this database, in what form, and when.';
  `);
}

/** Text of the statement that reads the whole ledger, for either kind of connection. */
export const LEDGER_QUERY =
  'select owner, number, name, checksum from seaworthy.migrations order by owner, number';

/** Writes down that a file has been applied; in the transaction that applied it. */
export async function recordApplied(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  await client.query(
    'insert into seaworthy.migrations (owner, number, name, checksum) values ($1, $2, $3, $4)',
    [file.owner, file.number, file.name, file.checksum],
  );
}

/**
 * The files that are still to be applied, in order.
 *
 * @throws MigrationError when the ledger and the folders tell different stories: a file was changed or renamed after
 * it had been applied, an applied one is gone, or a number below an applied one appeared.
 */
export function filesToApply(
  files: readonly MigrationFile[],
  ledger: readonly LedgerEntry[],
): MigrationFile[] {
  const known = new Map(files.map((file) => [`${file.owner}/${file.number}`, file]));
  const owners = new Set(files.map((file) => file.owner));
  for (const entry of ledger) {
    if (!owners.has(entry.owner)) continue;
    const file = known.get(`${entry.owner}/${entry.number}`);
    if (file === undefined) {
      throw new MigrationError(
        `This database has ${entry.owner}/${entry.name}.sql, which this version of the program does not know: it is older than the database. Install the newer version again.`,
      );
    }
    if (file.checksum !== entry.checksum || file.name !== entry.name) {
      const was = file.name === entry.name ? '' : ` (it was called ${entry.name}.sql then)`;
      throw new MigrationError(
        `${file.owner}/${file.name}.sql was changed after it had been applied${was}. Restore it, and put the change into a new migration.`,
      );
    }
  }
  const applied = new Set(ledger.map((entry) => `${entry.owner}/${entry.number}`));
  const pending = files.filter((file) => !applied.has(`${file.owner}/${file.number}`));
  for (const file of pending) {
    const later = ledger.find((entry) => entry.owner === file.owner && entry.number > file.number);
    if (later === undefined) continue;
    throw new MigrationError(
      `${file.owner}/${file.name}.sql has not been applied although ${later.name}.sql has. The ledger has a hole: find out who removed the row.`,
    );
  }
  return pending;
}
