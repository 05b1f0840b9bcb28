import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { listSimilar } from './list-similar.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const crowd = Array.from({ length: 30 }, (_, at) => record(100 + at, { genres: ['comedy'] }));
  await importRecords(catalogue.db, [
    record(1, {
      fields: { main_title: 'Amber Coast', popularity: 900 },
      genres: ['space', 'mecha', 'comedy'],
      studios: [{ name: 'Tidal Works', role: 'studio' }],
    }),
    record(2, {
      fields: { main_title: 'Iron Tide', popularity: 800 },
      genres: ['mecha', 'space'],
      studios: [{ name: 'Tidal Works', role: 'studio' }],
    }),
    record(3, { fields: { main_title: 'Night Coast', is_adult: true }, genres: ['space', 'mecha'] }),
    record(4, { fields: { main_title: 'Bare Coast' } }),
    ...crowd,
  ]);
});
afterAll(() => catalogue.close());

/** As the cache of a process that keeps nothing. */
const cache = {
  body: async (_key: string, _tags: readonly string[], load: () => Promise<string | Buffer>) => ({
    body: Buffer.from(await load()),
    etag: '',
  }),
};
const ask = (idOrSlug: string, adult = false) =>
  listSimilar({ db: catalogue.db, cache }, { idOrSlug, limit: 8, adult });

test('a similar title comes as a card with what both have', async () => {
  const { items } = await ask('amber-coast');
  expect(items.map(({ title }) => title.slug)).toEqual(['iron-tide']);
  expect(items[0]?.sharedGenres.map(({ slug }) => slug).sort()).toEqual(['mecha', 'space']);
  expect(items[0]?.sharedStudios).toEqual([{ slug: 'tidal-works', name: 'Tidal Works' }]);
});

test('adult titles are among them only when asked for', async () => {
  const slugs = async (adult: boolean) =>
    (await ask('amber-coast', adult)).items.map(({ title }) => title.slug);
  expect(await slugs(false)).not.toContain('night-coast');
  expect(await slugs(true)).toContain('night-coast');
});

test('a title of which no trait is known has none, and one that does not exist is not found', async () => {
  expect(await ask('bare-coast')).toEqual({ items: [] });
  await expect(ask('nothing')).rejects.toMatchObject({ code: 'not_found' });
});
