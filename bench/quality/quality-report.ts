import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@seaworthy/platform/postgres';
import type { ReportDeps } from '../report/report-deps.ts';
import { startServer } from '../servers/start-server.ts';
import { type ImportedFiles, keptCatalogues } from './kept-catalogues.ts';
import { measureQuality, type SetResult } from './measure-quality.ts';
import type { QuerySetName } from './query-set.ts';

/** Measures the quality of a running API's search, whatever its catalogue was imported from. */
export function qualityOfApi(origin: string): Promise<SetResult[]> {
  return measureQuality(origin, origin);
}

/**
 * Measures the quality of this checkout's search on the dataset. `folder` keeps the imported catalogues for the next run,
 * which then takes seconds; without it they are gone afterwards.
 */
export async function qualityOfDataset(
  deps: ReportDeps,
  files: ImportedFiles,
  folder: string | undefined,
): Promise<SetResult[]> {
  const home = folder ?? (await mkdtemp(path.join(tmpdir(), 'seaworthy-quality-')));
  if (folder === undefined) deps.onEnd(() => rm(home, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(home, 'postgres'), log: deps.log });
  deps.onEnd(() => postgres.stop());
  const results: SetResult[] = [];
  for (const { name, databaseUrl } of await keptCatalogues(postgres, home, files, deps.log)) {
    deps.log(`search quality: ${name}`);
    results.push(...(await qualityOfDatabase(databaseUrl, name)));
  }
  return results;
}

/** Starts an API over an imported catalogue, asks it the query sets, and stops it. */
export async function qualityOfDatabase(
  databaseUrl: string,
  catalogue: string,
  sets?: readonly QuerySetName[],
): Promise<SetResult[]> {
  const server = await startServer({ kind: 'product', databaseUrl, cached: false });
  try {
    return await measureQuality(server.origin, catalogue, sets);
  } finally {
    await server.stop();
  }
}
