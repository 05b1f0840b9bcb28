import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import type { SourceRecord } from './source-record.ts';

const BATCH = 400;
const NAMES = 4;
const SITES = ['mal', 'anilist', 'kitsu'];

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterAll(() => catalogue.close());

test('a new title is written once, and so is each row that hangs on it', async () => {
  for (const first of [1, 1 + BATCH]) {
    const { written } = await costOf(batchFrom(first, BATCH));
    expect(written).toEqual({
      titles: [BATCH, 0],
      title_names: [NAMES * BATCH, 0],
      title_external_ids: [SITES.length * BATCH, 0],
      title_relations: [BATCH, 0],
      title_genres: [2 * BATCH, 0],
      title_sources: [BATCH, 0],
      title_changes: [BATCH, 0],
    });
  }
});

test('a batch takes as many statements as one title', async () => {
  const [one, many] = [await costOf(batchFrom(10_001, 1)), await costOf(batchFrom(20_001, BATCH))];
  expect(many.statements).toBe(one.statements);
});

test('titles that a source states again as they are cost no row', async () => {
  const { written } = await costOf(batchFrom(1, BATCH));
  expect(Object.values(written).flat()).toEqual([]);
});

function batchFrom(first: number, count: number): SourceRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const id = first + index;
    return record(id, {
      externalIds: SITES.map((provider) => ({ provider, externalId: String(id) })),
      names: Array.from({ length: NAMES }, (_, at) => ({
        name: `${at === 0 ? 'Title' : `Name ${at} of`} ${id}`,
        kind: at === 0 ? ('main' as const) : ('synonym' as const),
        language: null,
      })),
      genres: ['action', 'space'],
      relations: [{ provider: 'mal', externalId: String(id + 1), kind: 'sequel' }],
    });
  });
}

/** Rows that PostgreSQL wrote (made, changed) by table, triggers included, and our statements. */
async function costOf(records: readonly SourceRecord[]) {
  let statements = 0;
  const counting: Db<unknown> = catalogue.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1;
      return result;
    },
  });
  return inTransaction(counting, async (tx) => {
    const before = await rowCounts(tx);
    statements = 0;
    await importRecords(tx, records);
    const made = statements;
    const after = await rowCounts(tx);
    const cost = [...after].map(([name, counts]) => {
      const [inserted = 0, updated = 0] = counts.map((count, at) => count - (before.get(name)?.[at] ?? 0));
      return { name, inserted, updated };
    });
    const written = cost.filter(({ inserted, updated }) => inserted + updated > 0);
    return {
      statements: made,
      written: Object.fromEntries(written.map(({ name, inserted, updated }) => [name, [inserted, updated]])),
    };
  });
}

/** What this session counted up to now; it keeps some of its earlier transactions in mind. */
async function rowCounts(tx: Db<unknown>): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ name: string; counts: number[] }>`
    select relname as name, array[n_tup_ins, n_tup_upd]::float8[] as counts
    from pg_stat_xact_user_tables where relname like 'title%'`.execute(tx);
  return new Map(rows.map(({ name, counts }) => [name, counts]));
}
