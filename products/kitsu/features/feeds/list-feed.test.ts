import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { feedQuery } from './contract.ts';
import { listFeed } from './list-feed.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const spring = { year: 2020, season: 'spring' } as const;
  for (const [id, fields] of [
    [1, spring],
    [2, {}],
    [3, { ...spring, is_adult: true }],
    [4, spring],
    [5, {}],
  ] as const) {
    await importRecords(catalogue.db, [record(id, { fields })]);
  }
  await sql`update titles set state = 'draft' where slug = 'title-5'`.execute(catalogue.db);
  await sql`update titles set updated_at = now() + interval '1 hour' where slug = 'title-2'`.execute(
    catalogue.db,
  );
});
afterAll(() => catalogue.close());

const slugs = async (query: object) =>
  (await listFeed(catalogue, feedQuery.parse(query))).items.map(({ title }) => title.slug);

test('the feed has the titles that came last first, and neither adult nor unlisted ones', async () => {
  expect(await slugs({})).toEqual(['title-4', 'title-2', 'title-1']);
  expect(await slugs({ limit: 1 })).toEqual(['title-4']);
});

test('the feed of changes begins with the title that was changed last', async () => {
  expect(await slugs({ order: 'updated' })).toEqual(['title-2', 'title-4', 'title-1']);
});

test('the feed of a season has its titles only', async () => {
  expect(await slugs({ year: 2020, season: 'spring' })).toEqual(['title-4', 'title-1']);
  expect(await slugs({ year: 2021, season: 'spring' })).toEqual([]);
});
