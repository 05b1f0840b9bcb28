import type { EmbeddedPostgres } from '@seaworthy/platform/postgres';
import { startTestCluster } from '@seaworthy/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedRows } from '../catalogue/generated-rows.ts';
import { insertRows } from '../catalogue/insert-rows.ts';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import { searchQueries } from '../report/queries.ts';
import { readSupply, sendCrowd } from '../site/crowd.ts';
import { type RunningSite, startSite } from '../site/start-site.ts';

/** So few that a busy machine can serve them; how quickly it does is for the report. */
const CROWD = { visitors: 20, arrivalS: 4, durationS: 8, patienceS: 60 };
/** A machine that has no time at all may fail a request; what is wrong with the site fails each time. */
const ATTEMPTS_MAX = 2;
const TITLES = 3_000;
const READERS = 100;
/** Of the readers of one cold page: a proof of freshness that comes late on a busy machine begins another rendering. */
const RENDERINGS_MAX = 3;
const COLD_PAGES = 40;
/** Kept pages that one reader gets while one cold page is made: one or two when both are done by one thread. */
const KEPT_PER_COLD_MIN = 3.5;

let cluster: EmbeddedPostgres;
let running: RunningSite | undefined;
beforeAll(async () => {
  cluster = await startTestCluster();
  const catalogue = await openCatalogue(cluster);
  await insertRows(catalogue.ownerUrl, generatedRows(TITLES));
  await catalogue.settle();
  running = await startSite({ databaseUrl: catalogue.appUrl, processes: 2 });
}, 180_000);
afterAll(async () => {
  await running?.stop();
  await cluster?.stop();
});

test(`${READERS} readers of a cold page cost one rendering`, async () => {
  const { origin, doorMetric } = site();
  const rendered = () => doorMetric('page_cache_answers_total', 'result="miss"');
  await read('/anime?kind=tv');
  const before = await rendered();
  const statuses = await Promise.all(
    Array.from({ length: READERS }, async () => (await fetch(`${origin}/anime?kind=movie`)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await rendered()) - before).toBeLessThanOrEqual(RENDERINGS_MAX);
});

test('pages that are kept do not wait for pages that have to be made', async () => {
  // The API answers all of them from its memory: what they cost is rendering alone.
  for (const path of ['/', '/?x=0', '/?x=00']) await read(path);
  let isOver = false;
  let kept = 0;
  const reader = async () => {
    for (; !isOver; kept += 1) await read('/');
  };
  const reading = reader();
  for (let page = 1; page <= COLD_PAGES; page += 1) await read(`/?x=${page}`);
  isOver = true;
  await reading;
  process.stdout.write(`kept pages for each cold one: ${(kept / COLD_PAGES).toFixed(1)}\n`);
  expect(kept / COLD_PAGES).toBeGreaterThanOrEqual(KEPT_PER_COLD_MIN);
});

test('a crowd on the whole site meets no error, and nobody waits in vain for a database connection', async () => {
  const { origin, poolTimeouts } = site();
  const supply = await readSupply(origin, searchQueries('generated'));
  let outcome: string[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const before = await poolTimeouts();
    const { failures, kinds } = await sendCrowd({ origin, supply, ...CROWD });
    outcome = [...failures];
    if ((await poolTimeouts()) > before) outcome.push('a request waited in vain for a connection');
    expect(kinds.find(({ kind }) => kind === 'all')?.count).toBeGreaterThan(CROWD.visitors * 2);
    if (outcome.length === 0) break;
  }
  expect(outcome).toEqual([]);
});

function site(): RunningSite {
  if (!running) throw new Error('The site did not start.');
  return running;
}

async function read(path: string): Promise<void> {
  const answer = await fetch(site().origin + path);
  expect(answer.status, path).toBe(200);
  await answer.arrayBuffer();
}
