import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { listStudiosQuery } from './contract.ts';
import { listStudios } from './list-studios.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const names = [
    ['CloverWorks', 'cloverworks', 'CLOVERWORKS'],
    ['a-1 pictures', 'A-1 Pictures'],
    ['tidal works', 'Tidal Works'],
    ['p.a. works'],
    ['ÉTÉ 3', 'été 3'],
    ['İskele'],
    ['ΣΊΣΥΦΟΣ'],
    ['Студия Гавань'],
    ['!!!'],
    ...Array.from({ length: 12 }, (_, index) => [`north pier ${index}`]),
  ];
  await importRecords(
    catalogue.db,
    names.flatMap((spellings, index) =>
      spellings.map((name, at) =>
        record(index * 10 + at + 1, { studios: [{ name, role: at % 2 ? 'producer' : 'studio' }] }),
      ),
    ),
  );
  await importRecords(catalogue.db, [
    record(900, { fields: { is_adult: true }, studios: [{ name: 'After Dark', role: 'studio' }] }),
  ]);
});
afterAll(() => catalogue.close());

async function walk(query: Partial<Parameters<typeof listStudiosQuery.parse>[0] & object>) {
  const items: { slug: string; name: string; count: number }[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await listStudios(
      catalogue,
      listStudiosQuery.parse({ ...query, ...(cursor && { cursor }) }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

describe('a studio', () => {
  test('is one however sources write it, by its own spelling where we know that', async () => {
    const bySlug = new Map((await walk({})).map((studio) => [studio.slug, studio]));
    expect(bySlug.get('cloverworks')).toEqual({ slug: 'cloverworks', name: 'CloverWorks', count: 3 });
    expect(bySlug.get('a-1-pictures')).toMatchObject({ name: 'A-1 Pictures', count: 2 });
    expect(bySlug.get('tidal-works')).toMatchObject({ name: 'Tidal Works', count: 2 });
    expect(bySlug.get('p-a-works')).toMatchObject({ name: 'P.A. Works' });
    expect(bySlug.get('studiya-gavan')).toMatchObject({ name: 'Студия Гавань' });
  });

  test('counts only with titles that are shown', async () => {
    expect((await walk({})).map((studio) => studio.slug)).not.toContain('after-dark');
    expect((await walk({ adult: true })).map((studio) => studio.slug)).toContain('after-dark');
  });
});

describe('a walk through the pages of studios', () => {
  test.each(['titles', 'name'])(
    'by %s: shows each once, in order, whatever letters its name has',
    async (sort) => {
      const everything = await walk({ sort, limit: 200 });
      expect(everything).toHaveLength(20);
      expect(new Set(everything.map((studio) => studio.slug)).size).toBe(20);
      for (const limit of [1, 2, 7, 19, 20]) expect(await walk({ sort, limit })).toEqual(everything);
      if (sort === 'titles') {
        const counts = everything.map((studio) => studio.count);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }
    },
  );

  test('of those whose name contains a text, in any case, wildcards being plain signs', async () => {
    expect((await walk({ q: 'NORTH' })).length).toBe(12);
    expect(await walk({ q: '%' })).toEqual([]);
  });

  test('refuses a cursor of another order', async () => {
    const { nextCursor } = await listStudios(catalogue, listStudiosQuery.parse({ sort: 'name', limit: 1 }));
    await expect(
      listStudios(catalogue, listStudiosQuery.parse({ sort: 'titles', cursor: nextCursor ?? '' })),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});
