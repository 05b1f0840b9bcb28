import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@seaworthy/platform/postgres';
import { latencyOfDatabase, latencyOfInvented, type SearchLatency } from '../latency/search-latency.ts';
import { type ImportedCatalogue, keptCatalogues } from '../quality/kept-catalogues.ts';
import type { SetResult } from '../quality/measure-quality.ts';
import { qualityOfApi, qualityOfCatalogues } from '../quality/quality-report.ts';
import type { ReportDeps } from './report-deps.ts';
import type { Sources } from './sources.ts';

/** What is measured of the search alone. */
interface SearchReport {
  readonly quality: readonly SetResult[];
  readonly searchLatency: readonly SearchLatency[];
}

/** What to measure, and on what. */
interface SearchReportOptions {
  readonly quality: boolean;
  readonly latency: boolean;
  /** A folder that keeps the imported catalogues for the next run; without it they are gone afterwards. */
  readonly keep: string | undefined;
  /** A running API whose quality is measured instead. */
  readonly api?: string | undefined;
}

/**
 * Measures the search and nothing else, for those who work on it.
 *
 * @throws Error when there is nothing to measure it on.
 */
export async function reportOnSearch(
  deps: ReportDeps,
  { dataset, stats }: Sources,
  o: SearchReportOptions,
): Promise<SearchReport> {
  if (o.api !== undefined) return { quality: await qualityOfApi(o.api), searchLatency: [] };
  if (dataset === undefined) {
    throw new Error('Set SEAWORTHY_DATASET to the dataset to import, or name a running API: --api URL.');
  }
  const home = o.keep ?? (await mkdtemp(path.join(tmpdir(), 'seaworthy-search-')));
  if (o.keep === undefined) deps.onEnd(() => rm(home, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(home, 'postgres'), log: deps.log });
  deps.onEnd(() => postgres.stop());
  const catalogues = await keptCatalogues(postgres, home, { dataset, stats }, deps.log);
  return {
    quality: o.quality ? await qualityOfCatalogues(deps.log, catalogues) : [],
    searchLatency: o.latency
      ? [...(await latencyOfDataset(deps, catalogues)), ...(await latencyOfInvented(postgres, deps))]
      : [],
  };
}

/** Over the catalogue that knows most. */
async function latencyOfDataset(
  deps: ReportDeps,
  catalogues: readonly ImportedCatalogue[],
): Promise<SearchLatency[]> {
  const last = catalogues.at(-1);
  if (last === undefined) return [];
  deps.log(`search latency: the dataset, ${last.name}`);
  return [await latencyOfDatabase(last.databaseUrl, `the dataset, ${last.name}`)];
}
