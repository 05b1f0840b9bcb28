import { resolve } from 'node:path';
import type { KeyRing } from '@seaworthy/platform/identity';
import {
  attachEmbeddedPostgres,
  type Database,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@seaworthy/platform/postgres';
import { manifest } from '../product.ts';

/** A statement of an import may take long on a busy machine; it is a command, nobody waits behind it. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** Where a command finds the catalogue. */
export interface CatalogueLocation {
  /** An external database, as the application role; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The external database as its owner, where that is another role. */
  readonly ownerDatabaseUrl: string | undefined;
  readonly dataDir: string;
  /** The keys of the installation, where they are set. */
  readonly secretKeys?: KeyRing | undefined;
  /** How this installation runs. */
  readonly mode: string;
}

/**
 * Gives a command the catalogue's database: the external one that is set, else the embedded server that `npm start`
 * runs, else an embedded server started for this command alone (its database made and migrated first). Closed in any
 * case when `use` has ended.
 */
export async function withCatalogue<Result>(
  location: CatalogueLocation,
  use: (database: Database<unknown>) => Promise<Result>,
): Promise<Result> {
  if (location.databaseUrl !== undefined) return withDatabase(location.databaseUrl, use);
  const folder = resolve(location.dataDir, 'postgres');
  const running = (await attachEmbeddedPostgres({ dataDir: folder }))?.database(manifest.name);
  if (running !== undefined) return withDatabase(running.appUrl, use);
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const urls = await server.ensureDatabase(manifest.name);
    await migrate({
      ownerUrl: urls.ownerUrl,
      sources: manifest.migrationSources,
      appRole: `${manifest.name}_app`,
    });
    return await withDatabase(urls.appUrl, use);
  } finally {
    await server.stop();
  }
}

/**
 * Brings the schema of the external database up to date and lets its application role use it; the embedded database is
 * migrated whenever it is started. Returns what was applied, oldest first.
 */
export async function migrateCatalogue(location: CatalogueLocation): Promise<readonly string[]> {
  const { databaseUrl } = location;
  if (databaseUrl === undefined) return [];
  const applied = await migrate({
    ownerUrl: location.ownerDatabaseUrl ?? databaseUrl,
    sources: manifest.migrationSources,
    ...(location.ownerDatabaseUrl !== undefined && {
      appRole: decodeURIComponent(new URL(databaseUrl).username),
    }),
  });
  return applied.map(({ name }) => name);
}

async function withDatabase<Result>(
  url: string,
  use: (database: Database<unknown>) => Promise<Result>,
): Promise<Result> {
  const database = openDatabase<unknown>({
    url,
    applicationName: 'kitsu-cli',
    poolMax: 2,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
