import { openDatabase } from '@seaworthy/platform/postgres';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { contents, exactState } from '../../testing/state.ts';
import { editTitle } from './edit-title.ts';
import { saveSourceRecords } from './save-source-records.ts';
import type { SourceRecord } from './source-record.ts';

const SYSTEM = { kind: 'system', name: 'import' } as const;
const DATASET = 'anime-offline-database';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterEach(() => sql`delete from titles`.execute(catalogue.db));
afterAll(() => catalogue.close());

async function fromPools<Result>(
  count: number,
  run: (pool: { db: typeof catalogue.db }, index: number) => Promise<Result>,
) {
  const pools = Array.from({ length: count }, () =>
    openDatabase<unknown>({
      url: catalogue.url,
      applicationName: 'test',
      poolMax: 1,
      statementTimeoutMs: 15_000,
    }),
  );
  try {
    return await Promise.all(pools.map(run));
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

describe('at once', () => {
  test('five writers of the same new titles make each of them once', async () => {
    const records = Array.from({ length: 8 }, (_, index) =>
      record(index + 1, { genres: ['action', `tag ${index}`] }),
    );
    const outcomes = await fromPools(5, (pool, index) =>
      saveSourceRecords(pool, SYSTEM, {
        source: DATASET,
        records: index % 2 ? records.toReversed() : records,
        taken: new Set(),
      }),
    );
    const kinds = outcomes.flat().map(({ outcome }) => outcome);
    expect(kinds.filter((kind) => kind === 'created')).toHaveLength(8);
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(32);
    expect(Object.keys(await contents(catalogue.db)).toSorted()).toEqual(
      records.map((_, index) => `title-${index + 1}`),
    );
  });

  test('an import and people who edit lose nothing of each other', async () => {
    await importRecords(catalogue.db, [record(1), record(2)], DATASET);
    const { rows } = await sql<{ id: number }>`select id from titles order by id`.execute(catalogue.db);
    const [importing, ...edits] = await fromPools(3, async (pool, index) => {
      if (index === 0) {
        for (let episodes = 1; episodes <= 25; episodes += 1) {
          const records = [1, 2].map((id) => record(id, { fields: { episode_count: episodes, year: 1990 } }));
          await saveSourceRecords(pool, SYSTEM, { source: DATASET, records, taken: new Set() });
        }
        return [];
      }
      return editsUntilThree(pool, rows[index - 1]?.id ?? 0);
    });
    expect(importing).toEqual([]);
    const titles = await contents(catalogue.db);
    for (const [index, slug] of ['title-1', 'title-2'].entries()) {
      expect(titles[slug]?.fields).toMatchObject({ episode_count: 25, year: edits[index]?.at(-1) });
      expect(edits[index]).toHaveLength(3);
    }
  });

  /** Three edits of the year that came through, each tried again from the stored version when an import was quicker. */
  async function editsUntilThree(pool: { db: typeof catalogue.db }, id: number): Promise<number[]> {
    const years: number[] = [];
    while (years.length < 3) {
      const { rows } = await sql<{ version: number }>`select version from titles where id = ${id}`.execute(
        pool.db,
      );
      const year = 2001 + years.length;
      const edit = { id, version: rows[0]?.version ?? 0, fields: { year } };
      const deps = { db: pool.db, trail: catalogue.trail };
      await editTitle(deps, { kind: 'person', accountId: 'account-of-a-test' }, edit).then(
        () => years.push(year),
        (error: unknown) => expect(error).toMatchObject({ code: 'conflict' }),
      );
    }
    return years;
  }
});

test('a batch that fails in the middle leaves nothing, and its titles are not counted as taken', async () => {
  await importRecords(catalogue.db, [record(1)], DATASET);
  const before = await exactState(catalogue.db);
  const taken = new Set<number>();
  const impossible = record(3, {
    relations: [{ provider: 'mal', externalId: '1', kind: 'no-such-kind' as 'sequel' }],
  });
  const records = [record(1, { fields: { year: 2001 } }), record(2, { genres: ['new tag'] }), impossible];
  await expect(saveSourceRecords(catalogue, SYSTEM, { source: DATASET, records, taken })).rejects.toThrow(
    /violates check/,
  );
  expect(await exactState(catalogue.db)).toEqual(before);
  expect(taken.size).toBe(0);
});

describe('slugs', () => {
  const named = (id: number, name: string, fields: Partial<SourceRecord['fields']> = {}) =>
    record(id, { fields: { ...fields, main_title: name } });

  async function slugsOf(...batches: (readonly SourceRecord[])[]): Promise<string[]> {
    for (const records of batches) await importRecords(catalogue.db, records, DATASET);
    const { rows } = await sql<{ slug: string }>`select slug from titles order by id`.execute(catalogue.db);
    return rows.map((row) => row.slug);
  }

  test('are made of the name in Latin letters, or else of an id', async () => {
    expect(
      await slugsOf([named(1, 'Тихая Гавань!'), named(2, '静港'), named(3, '†'), named(4, 'Pokémon & Co.')]),
    ).toEqual(['tikhaya-gavan', 'mal-2', 'mal-3', 'pokemon-and-co']);
  });

  test('are never a number or a word of the address, which would stand for something else', async () => {
    expect(
      await slugsOf([
        named(1, '86', { year: 2021 }),
        named(2, '86', { kind: 'tv' }),
        named(3, '86'),
        named(4, 'Random'),
        named(5, 'NEW', { kind: 'ova' }),
      ]),
    ).toEqual(['86-2021', '86-tv', '86-mal-3', 'random-mal-4', 'new-ova']);
  });

  test.each([1, 7])(
    'are told apart by year, kind and id when names are equal, in batches of %d',
    async (size) => {
      const same = [
        named(1, 'Same'),
        named(2, 'Same', { year: 1999 }),
        named(3, 'same!', { year: 1999, kind: 'movie' }),
        named(4, 'SAME', { year: 1999, kind: 'movie' }),
        named(5, 'Same mal 6'),
        named(7, 'Same mal 6 2'),
        named(6, 'Same'),
      ];
      const batches = Array.from({ length: same.length / size }, (_, at) =>
        same.slice(at * size, (at + 1) * size),
      );
      expect(await slugsOf(...batches)).toEqual([
        'same',
        'same-1999',
        'same-movie',
        'same-mal-4',
        'same-mal-6',
        'same-mal-6-2',
        'same-mal-6-3',
      ]);
    },
  );

  test('stay when the title is called otherwise, and are not given to another title', async () => {
    const before = await slugsOf([named(1, 'First Name')]);
    expect(await slugsOf([named(1, 'Second Name'), named(2, 'First Name')])).toEqual([
      ...before,
      'first-name-mal-2',
    ]);
  });

  test('have a form that an address can hold, whatever the name', async () => {
    const names = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), {
      numRuns: 150,
      seed: 11,
    });
    const slugs = await slugsOf(names.map((name, index) => named(index + 1, `${name}x`)));
    expect(slugs).toHaveLength(150);
    for (const slug of slugs) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug).not.toMatch(/^\d+$/);
      expect(slug.length).toBeLessThan(100);
    }
  });
});

describe('what sources say of one title', () => {
  const stated = (more: Partial<SourceRecord> = {}, fields: Partial<SourceRecord['fields']> = {}) =>
    record(1, { fields: { main_title: 'Shizuka na Minato', ...fields }, ...more });
  const demo = stated(
    {
      externalIds: [
        { provider: 'mal', externalId: '1' },
        { provider: 'demo', externalId: 'shizuka' },
      ],
      names: [
        { name: 'Shizuka na Minato', kind: 'main', language: 'ja-Latn' },
        { name: 'Quiet Harbour', kind: 'official', language: 'en' },
        { name: 'SnM', kind: 'short', language: null },
      ],
      genres: ['drama'],
      studios: [{ name: 'Tidal Works', role: 'studio' }],
      descriptions: { en: 'A harbour.', ru: 'Гавань.' },
    },
    {
      english_title: 'Quiet Harbour',
      russian_title: 'Тихая гавань',
      year: 2000,
      episode_count: 12,
      age_rating: 'pg',
    },
  );
  const dataset = stated(
    {
      externalIds: [
        { provider: 'mal', externalId: '1' },
        { provider: 'anidb', externalId: '5' },
      ],
      names: [
        { name: 'Shizuka na Minato TV', kind: 'main', language: null },
        { name: 'Quiet Harbour', kind: 'synonym', language: null },
      ],
      inferred: { russian_title: 'Тихий порт', japanese_title: '静かな港' },
      genres: ['mecha'],
    },
    { main_title: 'Shizuka na Minato TV', year: 2001 },
  );
  const title = async () => (await contents(catalogue.db))['shizuka-na-minato'];

  test('a dataset takes a demo title over: what it states replaces, what it leaves open stays, guesses fill gaps only', async () => {
    await importRecords(catalogue.db, [demo], 'demo');
    expect(await title()).toMatchObject({ fields: { is_demo: true, provenance: { year: 'demo' } } });
    await importRecords(catalogue.db, [dataset], DATASET);
    expect(await title()).toMatchObject({
      fields: {
        is_demo: false,
        main_title: 'Shizuka na Minato TV',
        year: 2001,
        episode_count: 12,
        age_rating: 'pg',
        russian_title: 'Тихая гавань',
        japanese_title: '静かな港',
        provenance: {
          year: DATASET,
          episode_count: 'demo',
          russian_title: 'demo',
          japanese_title: DATASET,
          genres: DATASET,
        },
      },
      ids: { 'mal:1': 'demo', 'demo:shizuka': 'demo', 'anidb:5': DATASET },
      genres: ['mecha'],
      studios: ['tidal-works studio'],
      descriptions: { en: 'A harbour.', ru: 'Гавань.' },
      names: {
        'Shizuka na Minato TV': { kind: 'main' },
        'Shizuka na Minato': { kind: 'synonym' },
        SnM: { kind: 'short' },
      },
    });
  });

  test('the demo catalogue takes nothing back, and adds what nobody stated', async () => {
    await importRecords(catalogue.db, [dataset], DATASET);
    await importRecords(catalogue.db, [demo], 'demo');
    expect(Object.values(await contents(catalogue.db))[0]).toMatchObject({
      fields: {
        is_demo: false,
        main_title: 'Shizuka na Minato TV',
        year: 2001,
        episode_count: 12,
        english_title: 'Quiet Harbour',
      },
      genres: ['mecha'],
      descriptions: { en: 'A harbour.' },
    });
  });

  test('an unlisted title is written like any other and stays unlisted', async () => {
    await importRecords(catalogue.db, [dataset], DATASET);
    await sql`update titles set deleted_at = now()`.execute(catalogue.db);
    await importRecords(catalogue.db, [stated({}, { year: 2005 })], DATASET);
    const { rows } = await sql`select year, is_listed from titles`.execute(catalogue.db);
    expect(rows).toEqual([{ year: 2005, is_listed: false }]);
  });

  test('a record without an id is rejected', async () => {
    expect(await importRecords(catalogue.db, [record(1, { externalIds: [] })])).toEqual([
      { outcome: 'rejected', reason: 'it names no page of a known site' },
    ]);
  });
});
