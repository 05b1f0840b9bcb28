import { invalidate, openCache } from '@seaworthy/platform/cache';
import { inTransaction } from '@seaworthy/platform/postgres';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../../testing/catalogue.ts';
import { buildFromDatabase } from './build-from-database.ts';
import { buildInWorker } from './build-in-worker.ts';
import { LiveIndex } from './live-index.ts';

/** For conditions that come true in milliseconds on a machine that has nothing else to do. */
const PATIENCE = { timeout: 30_000, interval: 2 };

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
const closers: (() => Promise<void>)[] = [];
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await importRecords(catalogue.db, [
    record(1, { fields: { main_title: 'Harbour Lights' } }),
    record(2, { fields: { main_title: 'Harvest of Stars' } }),
  ]);
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => catalogue.close());

/** An index as every process has one, and how often it was built. */
async function open(applicationName = 'test-news') {
  const logger = createLogger({ service: 'test', level: 'silent' });
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const news = await openCache({ url: catalogue.url, maxBytes: 1_000, logger, metrics, applicationName });
  closers.push(() => news.close());
  const builds = { count: 0 };
  const index = new LiveIndex({
    db: catalogue.db,
    news,
    logger,
    build: () => buildFromDatabase(catalogue.db),
    onBuilt: () => {
      builds.count += 1;
    },
  });
  closers.push(() => index.close());
  index.begin();
  return { index, builds };
}

const ready = (index: LiveIndex) => vi.waitUntil(() => index.isSure(), PATIENCE);

/** The names that the index finds; null while it is not sure. */
async function names(index: LiveIndex, q: string): Promise<string[] | null> {
  const found = await index.match({ q, adult: false, literal: false });
  return found?.titles.map((title) => title.name) ?? null;
}

/** Waits until the index tells this of `q`. */
async function untilTold(index: LiveIndex, q: string, expected: readonly string[]): Promise<void> {
  const wanted = expected.toSorted().join();
  await vi.waitUntil(async () => (await names(index, q))?.toSorted().join() === wanted, PATIENCE);
}

async function rename(id: number, name: string): Promise<void> {
  await inTransaction(catalogue.db, async (tx) => {
    await sql`update titles set main_title = ${name} where id = ${id}`.execute(tx);
    await sql`update title_names set name = ${name}, normalised = lower(${name}), compact = lower(${name}) where title_id = ${id}`.execute(
      tx,
    );
    await invalidate(tx, ['catalogue']);
  });
}

test('it tells nothing until it is built, and from then on what the catalogue holds', async () => {
  const { index } = await open();
  expect(await names(index, 'harbour')).toBeNull();
  await ready(index);
  expect(await names(index, 'harbour')).toEqual(['Harbour Lights']);
});

test('five of them never tell the old name once the new one is committed and heard of', async () => {
  const five = await Promise.all(Array.from({ length: 5 }, (_, at) => open(`test-news-${at}`)));
  await Promise.all(five.map(({ index }) => ready(index)));
  const told = () => Promise.all(five.map(({ index }) => names(index, 'harbour')));
  for (let round = 1; round <= 5; round += 1) {
    const name = `Harbour ${round}`;
    await rename(1, name);
    const committedMs = performance.now();
    // Not to tell is no lie: then the database answers.
    await vi.waitUntil(
      async () => (await told()).every((found) => found === null || found[0] === name),
      PATIENCE,
    );
    expect(performance.now() - committedMs).toBeLessThan(1_000);
    await vi.waitUntil(async () => (await told()).every((found) => found?.[0] === name), PATIENCE);
  }
  await rename(1, 'Harbour Lights');
  expect(five.map(({ builds }) => builds.count)).toEqual([1, 1, 1, 1, 1]);
});

test('a transaction that began before others and commits after them is not missed', async () => {
  const { index } = await open();
  await ready(index);
  const [changed, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = inTransaction(catalogue.db, async (tx) => {
    await sql`update title_names set name = 'Slow Boat', normalised = 'slow boat', compact = 'slowboat' where title_id = 2`.execute(
      tx,
    );
    await invalidate(tx, ['catalogue']);
    changed.resolve();
    await commit.promise;
  });
  await changed.promise;
  await rename(1, 'Quick Boat');
  await untilTold(index, 'boat', ['Quick Boat']);
  commit.resolve();
  await slow;
  await untilTold(index, 'boat', ['Quick Boat', 'Slow Boat']);
  await rename(1, 'Harbour Lights');
  await rename(2, 'Harvest of Stars');
});

test('what is deleted, not listed any more, or new, is so in the index', async () => {
  const { index, builds } = await open();
  await ready(index);
  const change = (statement: ReturnType<typeof sql>) =>
    inTransaction(catalogue.db, async (tx) => {
      await statement.execute(tx);
      await invalidate(tx, ['catalogue']);
    });
  await change(sql`update titles set state = 'draft' where id = 1`);
  await untilTold(index, 'harbour', []);
  await change(sql`update titles set state = 'published' where id = 1`);
  await untilTold(index, 'harbour', ['Harbour Lights']);
  await importRecords(catalogue.db, [record(3, { fields: { main_title: 'Harbour Master' } })]);
  await untilTold(index, 'harbour', ['Harbour Lights', 'Harbour Master']);
  await change(sql`delete from titles where main_title = 'Harbour Master'`);
  await untilTold(index, 'harbour', ['Harbour Lights']);
  expect(builds.count).toBe(1);
});

test('an import of many titles is answered by the database until the index is built anew, once it is quiet', async () => {
  const { index, builds } = await open();
  await ready(index);
  for (let batch = 0; batch < 4; batch += 1) {
    await importRecords(
      catalogue.db,
      Array.from({ length: 100 }, (_, at) => {
        const id = 1_000 + batch * 100 + at;
        return record(id, { fields: { main_title: `Bulk Carrier ${id}` } });
      }),
    );
  }
  await vi.waitUntil(async () => (await names(index, 'bulk carrier'))?.length === 400, PATIENCE);
  expect(builds.count).toBe(2);
});

test('without proof that all news has arrived it tells nothing, and tells again when there is', async () => {
  const { index } = await open('test-news-frozen');
  await ready(index);
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where application_name = 'test-news-frozen'`.execute(catalogue.db);
  process.kill(rows[0]?.pid ?? 0, 'SIGSTOP');
  try {
    await vi.waitUntil(async () => (await names(index, 'harbour')) === null, PATIENCE);
  } finally {
    process.kill(rows[0]?.pid ?? 0, 'SIGCONT');
  }
  await ready(index);
  expect(await names(index, 'harbour lights')).toContain('Harbour Lights');
});

test('a builder that fails is tried again', async () => {
  const logger = createLogger({ service: 'test', level: 'silent' });
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const news = await openCache({ url: catalogue.url, maxBytes: 1_000, logger, metrics });
  closers.push(() => news.close());
  let attempts = 0;
  const index = new LiveIndex({
    db: catalogue.db,
    news,
    logger,
    build: (signal) => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('no memory')) : buildInWorker(catalogue.url, signal);
    },
  });
  closers.push(() => index.close());
  index.begin();
  await ready(index);
  expect(attempts).toBe(2);
});
