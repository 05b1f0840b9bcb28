import { startServer } from '../servers/start-server.ts';
import type { ImportedCatalogue } from './kept-catalogues.ts';
import { measureQuality, type SetResult } from './measure-quality.ts';
import type { QuerySetName } from './query-set.ts';

/** Measures the quality of a running API's search, whatever its catalogue was imported from. */
export function qualityOfApi(origin: string): Promise<SetResult[]> {
  return measureQuality(origin, origin);
}

/** Measures the quality of this checkout's search in catalogues of the dataset. */
export async function qualityOfCatalogues(
  log: (line: string) => void,
  catalogues: readonly ImportedCatalogue[],
): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const { name, databaseUrl } of catalogues) {
    log(`search quality: ${name}`);
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
