import type { EmbeddedPostgres } from '@seaworthy/platform/postgres';
import { startTestCluster } from '@seaworthy/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedRows } from '../catalogue/generated-rows.ts';
import { insertRows } from '../catalogue/insert-rows.ts';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import { searchQueries } from '../report/queries.ts';
import { readSupply, sendCrowd } from '../site/crowd.ts';
import { type RunningSite, startSite } from '../site/start-site.ts';

/** Enough that pages are asked for by several at once; how quickly they come is for the report. */
const CROWD = { visitors: 60, durationS: 8 };
const TITLES = 3_000;

let cluster: EmbeddedPostgres;
let site: RunningSite | undefined;
beforeAll(async () => {
  cluster = await startTestCluster();
  const catalogue = await openCatalogue(cluster);
  await insertRows(catalogue.ownerUrl, generatedRows(TITLES));
  await catalogue.settle();
  site = await startSite({ databaseUrl: catalogue.appUrl, processes: 2 });
});
afterAll(async () => {
  await site?.stop();
  await cluster?.stop();
});

test('a crowd on the whole site meets no error, no connection pool is waited for in vain, and pages come from memory', async () => {
  if (!site) throw new Error('The site did not start.');
  const supply = await readSupply(site.origin, searchQueries('generated'));
  const { failures, failureCount, kinds } = await sendCrowd({ origin: site.origin, supply, ...CROWD });
  expect({ failureCount, failures }).toEqual({ failureCount: 0, failures: [] });
  expect(await site.poolTimeouts()).toBe(0);
  expect(kinds.find(({ kind }) => kind === 'all')?.count).toBeGreaterThan(CROWD.visitors * 2);
  expect(await site.doorMetric('page_cache_entries')).toBeGreaterThan(0);
});
