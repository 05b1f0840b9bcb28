import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { searchQuery } from './contract.ts';
import { searchTitles } from './search-titles.ts';
import { suggestTitles } from './suggest-titles.ts';

const COUNT = 45;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const lanterns = Array.from({ length: COUNT }, (_, index) =>
    record(index + 1, {
      fields: {
        main_title: `Lantern ${index}`,
        popularity: 1_000 + index,
        kind: index % 3 === 0 ? 'movie' : 'tv',
        year: 2000 + (index % 5),
        is_adult: index === 7,
      },
      genres: index % 2 === 0 ? ['action'] : ['drama'],
    }),
  );
  await importRecords(catalogue.db, [
    ...lanterns,
    record(900, { fields: { main_title: 'Атака фонарей', popularity: 5 } }),
  ]);
});
afterAll(() => catalogue.close());

const search = (q: string, more: Record<string, unknown> = {}) =>
  searchTitles(catalogue, searchQuery.parse({ q, ...more }));

describe('pages of what was found', () => {
  test('together hold every title once, in the order of one long page', async () => {
    const whole = (await search('lantern', { limit: 50 })).items.map((item) => item.id);
    expect(whole).toHaveLength(COUNT - 1);
    const paged: number[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await search('lantern', { limit: 10, ...(cursor !== undefined && { cursor }) });
      paged.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  test('a cursor of another query is refused in a sentence', async () => {
    const { nextCursor } = await search('lantern', { limit: 5 });
    await expect(search('harbour', { cursor: nextCursor })).rejects.toThrow(/belongs to another order/);
    await expect(search('lantern', { cursor: 'nonsense' })).rejects.toThrow(/damaged/);
  });
});

test('a query taken literally is answered by the database without repairs, and its pages are its own', async () => {
  expect((await search('lanterm')).correction?.reason).toBe('spelling');
  expect(await search('lanterm', { literal: true })).toMatchObject({ items: [], correction: null });
  expect((await search('дфтеукт', { literal: true })).items).toEqual([]);
  const { items, nextCursor } = await search('lantern', { literal: true, limit: 5 });
  expect(items).toHaveLength(5);
  await expect(search('lantern', { cursor: nextCursor })).rejects.toThrow(/belongs to another order/);
});

describe('filters of a search', () => {
  test('leave the titles that meet them, in the same order', async () => {
    const all = (await search('lantern', { limit: 50 })).items;
    const filters = { kind: ['movie'], yearFrom: 2001, yearTo: 2003, genre: ['action'] };
    const { items, total } = await search('lantern', { limit: 50, total: true, ...filters });
    const wanted = all.filter(
      ({ kind, year, genres }) =>
        kind === 'movie' &&
        (year ?? 0) >= 2001 &&
        (year ?? 0) <= 2003 &&
        genres.some((genre) => genre.slug === 'action'),
    );
    expect(items).toEqual(wanted);
    expect(total).toBe(wanted.length);
    expect(wanted.length).toBeGreaterThan(1);
  });

  test('facets count what was found, and say what another choice would leave', async () => {
    const { total, facets } = await search('lantern', { kind: ['movie'], facets: true });
    const movies = (await search('lantern', { kind: ['movie'], limit: 50 })).items.length;
    expect(total).toBe(movies);
    expect(facets?.kind).toContainEqual({ value: 'movie', count: movies });
    expect(facets?.kind).toContainEqual({ value: 'tv', count: COUNT - 1 - movies });
    expect((await search('lantern')).total).toBeUndefined();
  });

  test('a title for adults is counted only when asked for', async () => {
    expect((await search('lantern', { total: true })).total).toBe(COUNT - 1);
    expect((await search('lantern', { total: true, adult: true })).total).toBe(COUNT);
  });
});

describe('the correction', () => {
  test('is null when the words were found as typed', async () => {
    expect((await search('lantern 3')).correction).toBeNull();
    expect((await search('qqqqqqqq')).correction).toBeNull();
  });

  test('tells what was meant in the wrong keyboard layout, in searches and suggestions', async () => {
    const { items, correction } = await search('fnfrf ajyf');
    expect(items[0]?.title).toBe('Атака фонарей');
    expect(correction).toEqual({ query: 'атака фона', reason: 'layout' });
    const suggested = await suggestTitles(catalogue, { q: 'дфтеукт', limit: 3, adult: false });
    expect(suggested.items[0]?.title).toMatch(/^Lantern/);
    expect(suggested.correction).toEqual({ query: 'lantern', reason: 'layout' });
  });

  test('tells the name that was shown in place of a misspelt one', async () => {
    const { items, correction } = await search('атка фонрей');
    expect(items[0]?.title).toBe('Атака фонарей');
    expect(correction).toEqual({ query: 'Атака фонарей', reason: 'spelling' });
  });
});
