import type { Db } from '@seaworthy/platform/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getFranchise } from '../features/franchises/get-franchise.ts';
import { assignFranchises } from '../features/franchises/index.ts';
import { searchQuery } from '../features/search/contract.ts';
import { searchTitles } from '../features/search/search-titles.ts';
import { listSimilar } from '../features/similar-titles/list-similar.ts';
import { listTitlesQuery } from '../features/titles/contract.ts';
import { getTitle } from '../features/titles/get-title.ts';
import { listTitles } from '../features/titles/list-titles.ts';
import { emptyCatalogue, importRecords, record } from '../testing/catalogue.ts';

const TITLE_COUNT = 120;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  const relations = Array.from({ length: TITLE_COUNT }, (_, index) => ({
    provider: 'mal',
    externalId: String(index + 1),
    kind: 'unspecified' as const,
  }));
  await importRecords(
    catalogue.db,
    Array.from({ length: TITLE_COUNT }, (_, index) =>
      record(index + 1, {
        fields: { main_title: `Harbour ${index}` },
        genres: ['action', 'comedy'],
        ...(index === 0 && { relations }),
      }),
    ),
  );
  await importRecords(
    catalogue.db,
    Array.from({ length: 30 }, (_, index) =>
      record(500 + index, { fields: { main_title: `Orbit${index}` }, genres: ['space'] }),
    ),
  );
  await assignFranchises(catalogue);
});
afterAll(() => catalogue.close());

test.each([1, 20, 100])(
  'a list of %d titles takes one statement, and one more with facets',
  async (limit) => {
    expect(await statements((db) => listTitles({ db }, listTitlesQuery.parse({ limit })))).toBe(1);
    expect(
      await statements((db) => listTitles({ db }, listTitlesQuery.parse({ limit, genre: ['action'] }))),
    ).toBe(1);
    expect(await statements((db) => listTitles({ db }, listTitlesQuery.parse({ limit, facets: true })))).toBe(
      2,
    );
  },
);

test('a title takes two statements however many relations it has, and one without any', async () => {
  expect(await statements((db) => getTitle({ db }, { idOrSlug: 'harbour-0', adult: false }))).toBe(2);
  expect(await statements((db) => getTitle({ db }, { idOrSlug: 'harbour-1', adult: false }))).toBe(1);
});

test('a franchise takes three statements however many titles it has', async () => {
  expect(await statements((db) => getFranchise({ db }, { slug: 'harbour-0', adult: false }))).toBe(3);
});

test('similar titles take two statements, and one more when their index has to be made', async () => {
  const kept = new Map<string, Promise<{ body: Buffer; etag: string }>>();
  const cache = {
    body: (key: string, _tags: readonly string[], load: () => Promise<string | Buffer>) => {
      const body = kept.get(key) ?? load().then((content) => ({ body: Buffer.from(content), etag: '' }));
      kept.set(key, body);
      return body;
    },
  };
  const ask = (db: Db<unknown>, limit: number) =>
    listSimilar({ db, cache }, { idOrSlug: 'orbit0', limit, adult: false });
  expect(await statements((db) => ask(db, 1))).toBe(3);
  expect(await statements((db) => ask(db, 24))).toBe(2);
});

test.each([1, 50])('a search for %d titles takes three statements at most', async (limit) => {
  expect(
    await statements((db) => searchTitles({ db }, searchQuery.parse({ q: 'harbour', limit }))),
  ).toBeLessThanOrEqual(3);
});

/** Counts the results that come back from the server, prepared statements included. */
async function statements(run: (db: Db<unknown>) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting = catalogue.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count += 1;
      return result;
    },
  });
  await run(counting);
  return count;
}
