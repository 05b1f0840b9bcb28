import { type EmbeddedPostgres, migrate, openDatabase, prepare } from '@seaworthy/platform/postgres';
import { manifest } from '../../products/kitsu/product.ts';

/** A migrated, empty catalogue on a server of its own. */
export interface BenchCatalogue {
  /** As Kitsu's processes connect. */
  readonly appUrl: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly postgresVersion: string;
  /** Brings the planner's statistics and the visibility map up to date, as autovacuum does within a minute. */
  settle(): Promise<void>;
  /** Whether the title with this id has a name. */
  namesTitle(id: number): Promise<boolean>;
  /** All files of the database, in bytes. */
  sizeBytes(): Promise<number>;
}

const selectNamed = 'select id from title_names where title_id = $1 limit 1';

/** Makes Kitsu's database on a running embedded server, or one like it under another name, unless it is there. */
export async function openCatalogue(
  server: EmbeddedPostgres,
  name: string = manifest.name,
): Promise<BenchCatalogue> {
  const { appUrl, ownerUrl } = await server.ensureDatabase(name);
  const sources = manifest.migrationSources;
  await migrate({ ownerUrl, sources, appRole: `${name}_app` });
  const asOwner = async <Row>(name: string, text: string, values: readonly number[] = []): Promise<Row[]> => {
    const database = openDatabase<unknown>({
      url: ownerUrl,
      applicationName: 'bench',
      poolMax: 1,
      statementTimeoutMs: 300_000,
    });
    try {
      return await prepare<Row>(name, text)(database.db, values);
    } finally {
      await database.close();
    }
  };
  const [version] = await asOwner<{ server_version: string }>('bench_version', 'show server_version');
  return {
    appUrl,
    ownerUrl,
    postgresVersion: version?.server_version ?? 'unknown',
    settle: async () => {
      await asOwner('bench_settle', 'vacuum analyze');
    },
    namesTitle: async (id) => (await asOwner('bench_named', selectNamed, [id])).length > 0,
    sizeBytes: async () => {
      const size = 'select pg_database_size(current_database()) as bytes';
      return (await asOwner<{ bytes: number }>('bench_size', size))[0]?.bytes ?? 0;
    },
  };
}
