import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@seaworthy/platform/postgres';
import { findGenerator } from '../load/find-generator.ts';
import { keptCatalogues } from '../quality/kept-catalogues.ts';
import { load1m, type Machine, thisMachine } from '../report/machine.ts';
import { searchQueries } from '../report/queries.ts';
import type { ReportDeps } from '../report/report-deps.ts';
import type { Sources } from '../report/sources.ts';
import { type CrowdResult, readSupply, sendCrowd } from './crowd.ts';
import { measurePageSpeed, type PageSpeed } from './page-speed.ts';
import { startSite } from './start-site.ts';

/** What is measured of the site. */
export interface SiteFigures {
  readonly loadGenerator: string;
  readonly crowd: CrowdResult;
  /** While the crowd was there. */
  readonly poolTimeouts: number;
  readonly pages: readonly PageSpeed[];
}

/** The same with what it was measured on. */
export interface SiteReport extends SiteFigures {
  readonly machine: Machine;
  readonly load1m: { readonly before: number; readonly after: number };
}

const PROCESSES = 2;
/** How many they are, and within which time they come. */
const CROWD = { visitors: 500, arrivalS: 20, durationS: 50, patienceS: 10 };
/** Nobody measures how a program starts: a smaller crowd comes first. */
const WARM_UP = { visitors: 100, arrivalS: 5, durationS: 25, patienceS: 10 };

/**
 * Measures the site alone, on a catalogue that is kept in the folder `keep` for the next run.
 *
 * @throws Error when there is no dataset to measure it with.
 */
export async function reportOnSite(
  deps: ReportDeps,
  { dataset, stats }: Sources,
  keep: string | undefined,
): Promise<SiteReport> {
  if (dataset === undefined) throw new Error('Set SEAWORTHY_DATASET to the dataset to import.');
  const before = load1m();
  const home = keep ?? (await mkdtemp(path.join(tmpdir(), 'seaworthy-site-')));
  if (keep === undefined) deps.onEnd(() => rm(home, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(home, 'postgres'), log: deps.log });
  deps.onEnd(() => postgres.stop());
  const catalogue = (await keptCatalogues(postgres, home, { dataset, stats }, deps.log)).at(-1);
  if (catalogue === undefined) throw new Error('There is no catalogue to measure.');
  const figures = await measureSite(deps, catalogue.databaseUrl, 'real');
  return { machine: thisMachine(), load1m: { before, after: load1m() }, ...figures };
}

/** Measures the site as visitors meet it: a crowd that does what people do, and how quickly pages are sent that are kept. */
export async function measureSite(
  deps: ReportDeps,
  databaseUrl: string,
  data: 'real' | 'generated',
): Promise<SiteFigures> {
  deps.log('site: start');
  const site = await startSite({ databaseUrl, processes: PROCESSES });
  deps.onEnd(() => site.stop());
  const { origin } = site;
  const supply = await readSupply(origin, searchQueries(data));
  deps.log('crowd: warm-up');
  await sendCrowd({ origin, supply, ...WARM_UP });
  const timeoutsBefore = await site.poolTimeouts();
  deps.log(`crowd: ${CROWD.visitors} visitors, ${CROWD.durationS} s`);
  const crowd = await sendCrowd({ origin, supply, ...CROWD });
  const poolTimeouts = (await site.poolTimeouts()) - timeoutsBefore;
  const generator = findGenerator();
  const pages: PageSpeed[] = [];
  for (const page of [
    { name: 'home', path: '/' },
    { name: 'catalogue', path: '/anime?kind=tv' },
    { name: 'title page', path: `/anime/${supply.slugs[0]}` },
  ]) {
    deps.log(`pages a second: ${page.name}`);
    pages.push(await measurePageSpeed(generator, origin, page));
  }
  await site.stop();
  return { loadGenerator: generator.name, crowd, poolTimeouts, pages };
}
