import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@seaworthy/platform/postgres';
import { writeGeneratedDataset, writeGeneratedStats } from '../catalogue/dataset-file.ts';
import { type BenchCatalogue, openCatalogue } from '../catalogue/open-catalogue.ts';
import { latencyOfDatabase, latencyOfInvented } from '../latency/search-latency.ts';
import { findGenerator } from '../load/find-generator.ts';
import { openDatabaseCpu } from '../measure/database-cpu.ts';
import { bodyOf } from '../measure/same-bodies.ts';
import type { SetResult } from '../quality/measure-quality.ts';
import { qualityOfDatabase } from '../quality/quality-report.ts';
import { startServer } from '../servers/start-server.ts';
import { measureSite } from '../site/site-report.ts';
import { runImport } from './import.ts';
import { load1m, thisMachine } from './machine.ts';
import { searchQueries } from './queries.ts';
import type { Report } from './render.ts';
import type { ReportDeps } from './report-deps.ts';
import { type Outcome, runScenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import type { Sources } from './sources.ts';

/** Measures everything on a new, durable PostgreSQL of its own, which is gone afterwards. */
export async function makeReport(deps: ReportDeps, sources: Sources): Promise<Report> {
  const before = load1m();
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-bench-'));
  deps.onEnd(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), log: deps.log });
  deps.onEnd(() => postgres.stop());
  const catalogue = await openCatalogue(postgres);
  const data = sources.dataset === undefined ? 'generated' : 'real';
  const imported = await measureImport(deps, catalogue, data, await inputFiles(folder, sources));
  const firstSearchMs = await firstSearch(catalogue.appUrl, data);
  await catalogue.settle();
  const generator = findGenerator();
  return {
    madeAt: new Date().toISOString(),
    machine: thisMachine(),
    postgresVersion: catalogue.postgresVersion,
    loadGenerator: generator.name,
    data,
    ...imported,
    firstSearchMs,
    searchLatency: [
      ...(data === 'real' ? [await latencyOfDatabase(catalogue.appUrl, 'the dataset')] : []),
      ...(await latencyOfInvented(postgres, deps)),
    ],
    outcomes: await measureRequests(deps, catalogue, data),
    site: await measureSite(deps, catalogue.appUrl, data),
    load1m: { before, after: load1m() },
  };
}

async function inputFiles(folder: string, { dataset, stats }: Sources): Promise<Required<Sources>> {
  if (dataset !== undefined) return { dataset, stats };
  const files = { dataset: path.join(folder, 'generated.json'), stats: path.join(folder, 'generated.csv') };
  await writeGeneratedDataset(files.dataset);
  await writeGeneratedStats(files.stats);
  return files;
}

async function measureImport(
  deps: ReportDeps,
  catalogue: BenchCatalogue,
  data: Report['data'],
  { dataset, stats }: Sources,
) {
  const imports: Report['imports'][number][] = [];
  const run = async (name: string, kind: 'dataset' | 'stats', file: string | undefined) => {
    if (file === undefined) return;
    deps.log(`import: ${name}`);
    imports.push({ name, ...(await runImport(kind, { file, databaseUrl: catalogue.appUrl })) });
  };
  const quality: SetResult[] = [];
  const ask = async (name: string) => {
    if (data === 'generated') return;
    deps.log(`search quality: ${name}`);
    await catalogue.settle();
    quality.push(...(await qualityOfDatabase(catalogue.appUrl, name)));
  };
  await run('dataset', 'dataset', dataset);
  await ask('titles alone');
  await run('statistics', 'stats', stats);
  if (stats !== undefined) await ask('with statistics');
  const databaseBytes = await catalogue.sizeBytes();
  await run('dataset again, nothing new', 'dataset', dataset);
  return { imports, databaseBytes, quality };
}

async function firstSearch(databaseUrl: string, data: 'real' | 'generated'): Promise<number> {
  const server = await startServer({ kind: 'product', databaseUrl, cached: false });
  try {
    const startedMs = performance.now();
    await bodyOf(server, `/api/v1/search/anime?q=${encodeURIComponent(searchQueries(data)[0] ?? '')}`);
    return performance.now() - startedMs;
  } finally {
    await server.stop();
  }
}

async function measureRequests(
  deps: ReportDeps,
  { appUrl }: BenchCatalogue,
  data: 'real' | 'generated',
): Promise<Outcome[]> {
  const databaseCpu = openDatabaseCpu(appUrl);
  deps.onEnd(() => databaseCpu.close());
  const all = await scenarios({
    databaseUrl: appUrl,
    data,
    start: async (spec) => {
      const server = await startServer(spec);
      deps.onEnd(() => server.stop());
      return server;
    },
  });
  const outcomes: Outcome[] = [];
  for (const scenario of all) {
    deps.log(scenario.name);
    outcomes.push(...(await runScenario({ generator: findGenerator(), databaseCpu }, scenario)));
  }
  return outcomes;
}
