import type { EmbeddedPostgres } from '@seaworthy/platform/postgres';
import { insertNames } from '../catalogue/insert-names.ts';
import { insertRows } from '../catalogue/insert-rows.ts';
import { inventedTitles } from '../catalogue/invented-titles.ts';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import type { ReportDeps } from '../report/report-deps.ts';
import { startServer } from '../servers/start-server.ts';
import { type Latency, measureLatency } from './latency.ts';
import { pathsOf, tuningPaths } from './query-mix.ts';

/** How long searches take in one catalogue, uncached. */
export interface SearchLatency {
  readonly catalogue: string;
  readonly titleCount: number | undefined;
  readonly nameCount: number | undefined;
  /** From the start of the server until it has answered once. */
  readonly startMs: number;
  readonly alone: Latency;
  readonly crowd: Latency;
}

/** Clients at once in a crowd. */
export const CROWD = 20;

const TITLES = 37_317;
const TIMES = 10;
const QUERIES = 600;

/** The latency over an imported catalogue, with the tuning queries. */
export async function latencyOfDatabase(databaseUrl: string, catalogue: string): Promise<SearchLatency> {
  const paths = await tuningPaths();
  return { catalogue, titleCount: undefined, nameCount: undefined, ...(await latencyOf(databaseUrl, paths)) };
}

/** The latency over invented titles, as many as the real dataset has and ten times as many, with the same queries. */
export async function latencyOfInvented(
  server: EmbeddedPostgres,
  deps: ReportDeps,
): Promise<SearchLatency[]> {
  const results: SearchLatency[] = [];
  for (const count of [TITLES, TITLES * TIMES]) {
    deps.log(`search latency: ${count} invented titles`);
    const { databaseUrl, nameCount, paths } = await inventedCatalogue(server, count, QUERIES);
    const measured = await latencyOf(databaseUrl, paths);
    results.push({ catalogue: 'invented', titleCount: count, nameCount, ...measured });
  }
  return results;
}

/** A catalogue of so many invented titles, made unless the server has it, and paths of queries for the first of them, the same for each size from `TITLES` on. */
export async function inventedCatalogue(
  server: EmbeddedPostgres,
  titleCount: number,
  queryCount: number,
  askedTitles: number = TITLES,
): Promise<{ databaseUrl: string; nameCount: number; paths: string[] }> {
  const rows = inventedTitles(titleCount);
  const { appUrl, ownerUrl, settle, namesTitle } = await openCatalogue(server, `invented_${titleCount}`);
  const nameCount = rows.reduce((sum, { synonyms }) => sum + 1 + synonyms.length, 0);
  if (!(await namesTitle(titleCount))) {
    await insertRows(ownerUrl, rows);
    await insertNames(ownerUrl, rows);
    await settle();
  }
  return { databaseUrl: appUrl, nameCount, paths: pathsOf(rows.slice(0, askedTitles), queryCount) };
}

async function latencyOf(databaseUrl: string, paths: readonly string[]) {
  const startedMs = performance.now();
  const server = await startServer({ kind: 'product', databaseUrl, cached: false });
  try {
    await measureLatency(server.origin, paths.slice(0, 1), 1);
    const startMs = performance.now() - startedMs;
    await measureLatency(server.origin, paths.slice(0, 100), 4);
    const alone = await measureLatency(server.origin, paths, 1);
    return { startMs, alone, crowd: await measureLatency(server.origin, paths, CROWD) };
  } finally {
    await server.stop();
  }
}
