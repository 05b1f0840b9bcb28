import { encodeCursor } from '@seaworthy/platform/pagination';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { listTitlesQuery, type TitleSort, titleSort } from './contract.ts';
import { cursorKey, LIST_ORDERS } from './list-order.ts';
import { listTitles } from './list-titles.ts';
import type { ListRow } from './tables.ts';

const TITLE_COUNT = 100_000;
const PAGE = 50;
/** The promise of a list: as quick at its end as at its beginning. */
const DEPTH_RATIO_MAX = 1.5;
const ROUNDS = 40;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  // In parts, each well below the statement timeout also on a busy machine.
  for (let from = 1; from <= TITLE_COUNT; from += 10_000) await addTitles(from, 10_000);
}, 60_000);
afterAll(() => catalogue.close());

test.each(titleSort.options)(
  `by %s: the last page of ${TITLE_COUNT} titles costs at most ${DEPTH_RATIO_MAX} times the first`,
  async (sort) => {
    const lastCursor = await cursorNearTheEnd(sort);
    const first = listTitlesQuery.parse({ sort, limit: PAGE });
    const last = listTitlesQuery.parse({ sort, limit: PAGE, cursor: lastCursor });
    const firstMs: number[] = [];
    const lastMs: number[] = [];
    // The quickest of each, taken in turns: what else the machine does only ever makes a round longer.
    for (let round = 0; round < ROUNDS; round += 1) {
      firstMs.push(await timed(() => listTitles(catalogue, first)));
      lastMs.push(await timed(() => listTitles(catalogue, last)));
    }
    expect(Math.min(...lastMs) / Math.min(...firstMs)).toBeLessThanOrEqual(DEPTH_RATIO_MAX);
  },
);

test('a walk while titles are added neither repeats a title nor misses one that was there before', async () => {
  const seen = new Map<number, number>();
  let cursor: string | undefined;
  let added = 0;
  do {
    const page = await listTitles(
      catalogue,
      listTitlesQuery.parse({ sort: 'newest', limit: 100, adult: true, cursor }),
    );
    for (const { id } of page.items) seen.set(id, (seen.get(id) ?? 0) + 1);
    cursor = page.nextCursor ?? undefined;
    if (added < 300) {
      await addTitles(TITLE_COUNT + added + 1, 3);
      added += 3;
    }
  } while (cursor !== undefined);
  expect([...seen.values()].every((times) => times === 1)).toBe(true);
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from titles where id <= ${TITLE_COUNT}`.execute(catalogue.db);
  expect([...seen.keys()].filter((id) => id <= TITLE_COUNT)).toHaveLength(rows[0]?.count ?? -1);
});

async function addTitles(from: number, count: number): Promise<void> {
  await sql`
    insert into titles (slug, main_title, title_order, state, kind, status, year, season, score, popularity, updated_at)
    select 'generated-' || n, 'Generated ' || n, 'generated ' || lpad((n * 7919 % 1000003)::text, 7, '0'), 'published',
      'tv', 'finished', 1960 + n % 65, (array['winter', 'spring', 'summer', 'fall'])[1 + n % 4],
      1 + (n * 31 % 900) / 100.0, case when n % 3 = 0 then n * 17 % 50000 end, now() - n * interval '1 second'
    from generate_series(${from}::integer, ${from + count - 1}::integer) as n`.execute(catalogue.db);
}

/** Walking 2,000 pages would take long: the key of the row a page before the end gives the same cursor. */
async function cursorNearTheEnd(sort: TitleSort): Promise<string> {
  const { column, direction } = LIST_ORDERS[sort];
  const reverse = direction === 'asc' ? 'desc' : 'asc';
  const { rows } = await sql<Pick<ListRow, 'id' | 'order_key'>>`
    select t.id, t.${sql.raw(column)} as order_key from titles t order by t.${sql.raw(column)} ${sql.raw(reverse)}, t.id ${sql.raw(reverse)}
    offset ${PAGE + 1} limit 1`.execute(catalogue.db);
  const [row] = rows;
  if (row === undefined) throw new Error('The catalogue is empty.');
  return encodeCursor(sort, { key: cursorKey(row.order_key), id: row.id });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await run();
  return performance.now() - startedMs;
}
