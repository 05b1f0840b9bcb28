import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { matchTier, searchQuery } from './contract.ts';
import { searchTitles } from './search-titles.ts';
import { suggestTitles } from './suggest-titles.ts';

/** Each title's names, the main one first, and how many people know it. */
const TITLES: readonly (readonly [popularity: number | null, ...names: string[]])[] = [
  [500, 'Harbour'],
  [9_000, 'Harbour Lights'],
  [8_000, 'Harbourside Café'],
  [90_000, 'The Quiet Harbour', 'Тихая гавань', 'しずかな港', '静港', 'QH'],
  [70_000, 'Harvest of Stars', 'Жатва звёзд'],
  [null, 'Ordinary Days'],
  [100, 'K'],
  [200, 'K: Return of Kings'],
  [300, '†'],
  [310, '!!!'],
  [400, '100% Lantern'],
  [410, '100 Lanterns'],
  [420, 'Snake_Case'],
  [430, 'Snake Case'],
  [440, 'Back\\Slash'],
  [450, '%'],
  [460, 'パイロット'],
  [470, '４７ Ｒｏｎｉｎ'],
  [480, "Sailor's Knot"],
  [490, 'Чайка'],
  [495, 'Ёлка'],
  [60_000, 'Harbour after Dark'],
  [61_000, 'Harbour, Deleted'],
  [62_000, 'Harbour, Draft'],
];
const ADULT = 'Harbour after Dark';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const records = TITLES.map(([popularity, main, ...others], index) =>
    record(index + 1, {
      fields: { main_title: main ?? '', popularity, is_adult: main === ADULT },
      names: [
        { name: main ?? '', kind: 'main', language: null },
        ...others.map((name) => ({ name, kind: 'synonym' as const, language: null })),
      ],
    }),
  );
  await importRecords(catalogue.db, records);
  await sql`update titles set deleted_at = now() where main_title = 'Harbour, Deleted'`.execute(catalogue.db);
  await sql`update titles set state = 'draft' where main_title = 'Harbour, Draft'`.execute(catalogue.db);
});
afterAll(() => catalogue.close());

async function search(q: string, more: { adult?: boolean; limit?: number } = {}) {
  const { items } = await searchTitles(catalogue, searchQuery.parse({ q, ...more }));
  return items.map((item) => `${item.match}: ${item.title}`);
}

describe('the order of what is found', () => {
  test('is exact, then prefix, then a word inside, then near, and by how well known a title is within each', async () => {
    expect(await search('harbour')).toEqual([
      'exact: Harbour',
      'prefix: Harbour Lights',
      'prefix: Harbourside Café',
      'word_prefix: The Quiet Harbour',
    ]);
    expect((await search('harbuor')).slice(0, 2)).toEqual([
      'near: The Quiet Harbour',
      'near: Harbour Lights',
    ]);
    expect(await search('har')).toEqual([
      'prefix: Harvest of Stars',
      'prefix: Harbour Lights',
      'prefix: Harbourside Café',
      'prefix: Harbour',
      'word_prefix: The Quiet Harbour',
    ]);
  });

  test('does not change with the limit, and no title comes twice', async () => {
    const all = await search('harbour', { limit: 50, adult: true });
    for (let limit = 1; limit <= all.length; limit += 1) {
      expect(await search('harbour', { limit, adult: true })).toEqual(all.slice(0, limit));
    }
    expect(new Set(all).size).toBe(all.length);
  });

  test('goes by tiers whatever is asked', async () => {
    const tiers = matchTier.options;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'harboulqitk 47гав'), minLength: 1, maxLength: 8 }),
        async (q) => {
          const found = (await search(q, { limit: 50 })).map((hit) =>
            tiers.indexOf(hit.split(':')[0] as 'exact'),
          );
          expect(found).toEqual(found.toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('who is found', () => {
  test('titles for adults only when asked for', async () => {
    expect(await search('harbour after dark')).not.toContainEqual(expect.stringContaining(ADULT));
    expect((await search('harbour after dark', { adult: true }))[0]).toBe(`exact: ${ADULT}`);
    const { items } = await suggestTitles(catalogue, { q: 'harbour after', limit: 8, adult: false });
    expect(items.map((item) => item.title)).not.toContain(ADULT);
  });

  test.each(['Harbour, Deleted', 'Harbour, Draft', 'harbour deletd'])(
    'never a title that is not listed (%s)',
    async (q) => {
      for (const hit of await search(q, { adult: true, limit: 50 })) expect(hit).not.toMatch(/Deleted|Draft/);
    },
  );

  test.each(
    TITLES.flatMap(([, main, ...others]) =>
      [main, ...others].map((name) => [name, main ?? ''] as const),
    ).filter(([, main]) => !/Dark|Deleted|Draft/.test(main)),
  )('a title by each of its names in full: %s', async (name, main) => {
    expect(await search(name ?? '')).toContainEqual(`exact: ${main}`);
  });

  test('the name that was met is told', async () => {
    const { items } = await searchTitles(catalogue, searchQuery.parse({ q: 'тихая' }));
    expect(items[0]).toMatchObject({
      title: 'The Quiet Harbour',
      matchedTitle: 'Тихая гавань',
      externalIds: { mal: 4 },
    });
  });
});

describe('a query is compared as a reader would', () => {
  test.each([
    ['HARBOURSIDE CAFE', 'exact: Harbourside Café'],
    ['quiet-harbour', 'word_prefix: The Quiet Harbour'],
    ['thequiet', 'prefix: The Quiet Harbour'],
    ['тихая ГАВ', 'prefix: The Quiet Harbour'],
    ['ёлка', 'exact: Ёлка'],
    ['елка', 'exact: Ёлка'],
    ['чаика', 'near: Чайка'],
    ['しずか', 'prefix: The Quiet Harbour'],
    ['静', 'prefix: The Quiet Harbour'],
    ['ﾊﾟｲﾛｯﾄ', 'exact: パイロット'],
    ['47 ronin', 'exact: ４７ Ｒｏｎｉｎ'],
    ['sailors knot', "exact: Sailor's Knot"],
    ['qh', 'exact: The Quiet Harbour'],
    ['K', 'exact: K'],
    ['  k  ', 'exact: K'],
    ['†', 'exact: †'],
    ['!!', 'prefix: !!!'],
    ['гаван', 'word_prefix: The Quiet Harbour'],
    ['ordinry day', 'near: Ordinary Days'],
  ])('%s: %s', async (q, first) => {
    expect((await search(q))[0]).toBe(first);
  });

  test('signs that a database takes for wildcards stand for themselves', async () => {
    expect(await search('%')).toEqual(['exact: %']);
    expect(await search('_')).toEqual([]);
    expect(await search('\\')).toEqual([]);
    expect(await search('100%')).toEqual(['prefix: 100 Lanterns', 'prefix: 100% Lantern']);
    expect(await search('%arbour')).not.toContain('exact: Harbour');
    expect((await search('back\\slash'))[0]).toBe('exact: Back\\Slash');
  });

  test.each([' ', '\0', '\u200b', '???', '…', '\ud800'])(
    'a query of nothing to look for (%j) finds nothing',
    async (q) => {
      expect(await search(q)).toEqual([]);
    },
  );

  test('any text of up to 200 characters is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
          fc.string({ unit: fc.constantFrom(...'%_\\\'"\0$:&|!()<>* ﷺ'), minLength: 1, maxLength: 200 }),
        ),
        async (q) => {
          expect((await search(q)).length).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 25 },
    );
    expect(await search('harbour '.repeat(25))).toBeInstanceOf(Array);
    expect(await search('ﷺ'.repeat(200))).toEqual([]);
  });
});
