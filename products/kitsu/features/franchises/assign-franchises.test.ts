import { openDatabase } from '@seaworthy/platform/postgres';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { contents, exactState } from '../../testing/state.ts';
import { assignFranchises } from './assign-franchises.ts';
import { connectedComponents } from './components.ts';
import { getFranchise } from './get-franchise.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterEach(async () => {
  await sql`delete from titles`.execute(catalogue.db);
  await sql`delete from franchises`.execute(catalogue.db);
});
afterAll(() => catalogue.close());

type Relation = readonly [to: number, kind?: 'sequel' | 'other'];

/** A title with relations to others; in thousands of people, since fewer are less than the estimate for a title of unknown popularity. */
function title(
  id: number,
  relations: readonly Relation[] = [],
  popularity: number | null = null,
  isAdult = false,
) {
  return record(id, {
    fields: { popularity, is_adult: isAdult },
    relations: relations.map(([to, kind = 'sequel']) => ({ provider: 'mal', externalId: String(to), kind })),
  });
}

async function franchises(): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ slug: string; members: string[] }>`
    select f.slug, array_agg(t.main_title order by t.id) as members
    from franchises f left join titles t on t.franchise_id = f.id group by f.id`.execute(catalogue.db);
  return Object.fromEntries(rows.map((row) => [row.slug, row.members]));
}

describe('a franchise', () => {
  test('is what relations connect, over any number of steps and in either direction, named after the best known of them', async () => {
    await importRecords(catalogue.db, [
      title(1, [[2]]),
      title(2, [], 9_000),
      title(3, [[2]], 5_000),
      title(4, [[5]], 7_000),
      title(5),
      title(6),
    ]);
    expect(await assignFranchises(catalogue)).toEqual({ franchiseCount: 2 });
    expect(await franchises()).toEqual({
      'title-2': ['Title 1', 'Title 2', 'Title 3'],
      'title-4': ['Title 4', 'Title 5'],
    });
  });

  test('is named after the series that began it, unless that is far less known than what followed', async () => {
    const aired = (year: number, popularity: number) => ({ year, popularity });
    await importRecords(catalogue.db, [
      record(1, { ...title(1, [[2]]), fields: aired(1998, 40_000) }),
      record(2, { ...title(2), fields: aired(2001, 90_000) }),
      record(3, { ...title(3, [[4]]), fields: aired(1965, 2_000) }),
      record(4, { ...title(4), fields: aired(2009, 90_000) }),
    ]);
    await assignFranchises(catalogue);
    expect(Object.keys(await franchises()).toSorted()).toEqual(['title-1', 'title-4']);
  });

  test('is not made by a loose relation, by one to a title that is not here, or by one to itself', async () => {
    await importRecords(catalogue.db, [title(1, [[2, 'other']]), title(2, [[2], [99]])]);
    expect(await assignFranchises(catalogue)).toEqual({ franchiseCount: 0 });
    expect(await franchises()).toEqual({});
  });

  test('grows together with another one by a new relation, and falls apart when it is taken back', async () => {
    const two = [title(1, [[2]], 10_000), title(2), title(3, [[4]], 20_000), title(4)];
    await importRecords(catalogue.db, two);
    await assignFranchises(catalogue);
    const apart = { 'title-1': ['Title 1', 'Title 2'], 'title-3': ['Title 3', 'Title 4'] };
    expect(await franchises()).toEqual(apart);
    await importRecords(catalogue.db, [title(2, [[3]])]);
    await assignFranchises(catalogue);
    expect(await franchises()).toEqual({ 'title-3': ['Title 1', 'Title 2', 'Title 3', 'Title 4'] });
    await importRecords(catalogue.db, [title(2)]);
    await assignFranchises(catalogue);
    expect(await franchises()).toEqual(apart);
  });

  test('is gone with its last relation', async () => {
    await importRecords(catalogue.db, [title(1, [[2]]), title(2)]);
    await assignFranchises(catalogue);
    await importRecords(catalogue.db, [title(1)]);
    expect(await assignFranchises(catalogue)).toEqual({ franchiseCount: 0 });
    expect(await franchises()).toEqual({});
    await expect(getFranchise(catalogue, { slug: 'title-1', adult: true })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('is derived without writing anything when nothing changed', async () => {
    await importRecords(catalogue.db, [title(1, [[2]]), title(2), title(3, [[4]]), title(4)]);
    await assignFranchises(catalogue);
    const before = await exactState(catalogue.db);
    await assignFranchises(catalogue);
    expect(await exactState(catalogue.db)).toEqual(before);
  });

  test('is called as its best-known title is called now', async () => {
    await importRecords(catalogue.db, [title(1, [[2]]), title(2)]);
    await assignFranchises(catalogue);
    const renamed = record(1, {
      fields: { main_title: 'Renamed' },
      relations: [{ provider: 'mal', externalId: '2', kind: 'sequel' }],
    });
    await importRecords(catalogue.db, [renamed]);
    await assignFranchises(catalogue);
    expect(await getFranchise(catalogue, { slug: 'title-1', adult: false })).toMatchObject({
      name: 'Renamed',
    });
  });

  test('neither holds nor shows a title that is not listed, and takes no name from one for adults if it has another', async () => {
    await importRecords(catalogue.db, [
      title(1, [[2]], 90_000),
      title(2, [], 50_000),
      title(3, [[2]], 40_000),
      title(4, [[3]], 80_000, true),
      title(5, [[6]], 5_000, true),
      title(6, [], 3_000, true),
    ]);
    await sql`update titles set state = 'archived' where slug = 'title-1'`.execute(catalogue.db);
    await assignFranchises(catalogue);
    expect(await franchises()).toEqual({
      'title-2': ['Title 2', 'Title 3', 'Title 4'],
      'title-5': ['Title 5', 'Title 6'],
    });
    await sql`update titles set deleted_at = now() where slug = 'title-2'`.execute(catalogue.db);
    await assignFranchises(catalogue);
    expect(await franchises()).toMatchObject({ 'title-3': ['Title 3', 'Title 4'] });
    const shown = await getFranchise(catalogue, { slug: 'title-3', adult: false });
    expect(shown.items.map((item) => item.slug)).toEqual(['title-3']);
    await expect(getFranchise(catalogue, { slug: 'title-5', adult: false })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('is not put back to an older state by one who derived it before and writes it after', async () => {
    const linked = [title(1, [[2]]), title(2, [[3]]), title(3)];
    await importRecords(catalogue.db, linked);
    await assignFranchises(catalogue);
    const before = await franchises();
    await importRecords(catalogue.db, [title(2)]);
    // The slow one finds that title 3 belongs to nothing, and has to wait for its row.
    let slow: Promise<unknown> | undefined;
    let quick: Promise<unknown> | undefined;
    await catalogue.db.transaction().execute(async (tx) => {
      await sql`select from titles where slug = 'title-3' for update`.execute(tx);
      slow = assignFranchises(catalogue);
      await expect.poll(waitingCount, { timeout: 8_000 }).toBe(1);
      await importRecords(catalogue.db, [title(2, [[3]])]);
      let isDone = false;
      quick = assignFranchises(catalogue).finally(() => {
        isDone = true;
      });
      await expect.poll(async () => isDone || (await waitingCount()) === 2, { timeout: 8_000 }).toBe(true);
    });
    await Promise.all([slow, quick]);
    expect(await franchises()).toEqual(before);
  });

  async function waitingCount(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(catalogue.db);
    return rows[0]?.count ?? 0;
  }

  test('comes out the same when several derive it while titles are written', async () => {
    const pools = Array.from({ length: 4 }, () =>
      openDatabase<unknown>({
        url: catalogue.url,
        applicationName: 'test',
        poolMax: 2,
        statementTimeoutMs: 15_000,
      }),
    );
    try {
      await Promise.all(
        pools.map(async (pool, index) => {
          for (let step = 0; step < 6; step += 1) {
            const id = index * 6 + step + 1;
            await importRecords(pool.db, [title(id, [[id + 1]], id), title(100 - id, [[99 - id]])]);
            await assignFranchises(pool);
          }
        }),
      );
    } finally {
      await Promise.all(pools.map((pool) => pool.close()));
    }
    const found = await contents(catalogue.db);
    const before = Object.entries(found).map(([slug, { franchise }]) => [slug, franchise]);
    await assignFranchises(catalogue);
    const after = Object.entries(await contents(catalogue.db)).map(([slug, { franchise }]) => [
      slug,
      franchise,
    ]);
    expect(before).toEqual(after);
    expect(new Set(before.map(([, franchise]) => franchise)).size).toBe(2);
  });
});

describe('connected components', () => {
  const edges = fc.array(
    fc.record({ from_id: fc.integer({ min: 1, max: 25 }), to_id: fc.integer({ min: 1, max: 25 }) }),
    { maxLength: 40 },
  );

  test('are those that a walk along the edges finds', () => {
    fc.assert(
      fc.property(edges, (drawn) => {
        const found = connectedComponents(drawn);
        expect(found).toEqual(found.map((ids) => ids.toSorted((a, b) => a - b)));
        expect(new Set(found.map(String))).toEqual(new Set(walked(drawn).map(String)));
      }),
      { numRuns: 300 },
    );
  });

  test('are found as quickly in one long chain, whose every title leads to the next', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({
      from_id: 20_001 - index,
      to_id: 20_000 - index,
    }));
    const startedMs = performance.now();
    expect(connectedComponents(chain)).toEqual([Array.from({ length: 20_001 }, (_, index) => index + 1)]);
    // Milliseconds when paths are halved, many seconds when they are not.
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });

  /** The plain way: from each id as far as edges lead. */
  function walked(drawn: readonly { from_id: number; to_id: number }[]): number[][] {
    const components = new Map<number, number[]>();
    for (const { from_id: start } of drawn) {
      const reached = new Set([start]);
      for (const id of reached) {
        for (const { from_id, to_id } of drawn) {
          if (from_id === id) reached.add(to_id);
          if (to_id === id) reached.add(from_id);
        }
      }
      const ids = [...reached].sort((a, b) => a - b);
      if (ids.length > 1) components.set(ids[0] ?? 0, ids);
    }
    return [...components.values()];
  }
});
