import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { catalogueFacts } from './contract.ts';
import { getCatalogueFacts } from './get-catalogue-facts.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterAll(() => catalogue.close());

test('an empty catalogue says that it is empty, and one with titles counts what is known of them and from whom', async () => {
  expect(catalogueFacts.parse(await getCatalogueFacts(catalogue))).toMatchObject({
    titleCount: 0,
    kinds: [],
    sources: [],
    updatedAt: null,
  });

  await importRecords(catalogue.db, [
    record(1, {
      fields: { main_title: 'Amber Coast', kind: 'tv', year: 2020 },
      genres: ['action'],
      descriptions: { ru: 'Берег.' },
    }),
    record(2, { fields: { main_title: 'Night Coast', kind: 'tv', is_adult: true } }),
    record(3, { fields: { main_title: 'Hidden Coast', kind: 'tv', year: 2020 } }),
  ]);
  await importRecords(
    catalogue.db,
    [record(1, { fields: { main_title: 'Amber Coast', score: 8 } })],
    'other',
  );
  await sql`update titles set state = 'draft' where slug = 'hidden-coast'`.execute(catalogue.db);

  const facts = catalogueFacts.parse(await getCatalogueFacts(catalogue));
  expect(facts).toMatchObject({
    titleCount: 2,
    adultCount: 1,
    genreCount: 1,
    kinds: [{ value: 'tv', count: 2 }],
  });
  const covered = Object.fromEntries(facts.coverage.map(({ field, count }) => [field, count]));
  expect(covered).toMatchObject({
    year: 1,
    score: 1,
    genres: 1,
    russianDescription: 1,
    englishDescription: 0,
  });
  const bySource = new Map(facts.sources.map((source) => [source.source, source]));
  expect(bySource.get('test-source')?.titleCount).toBe(2);
  expect(bySource.get('other')?.fields).toContainEqual({ field: 'score', count: 1 });
  expect(bySource.get('other')?.importedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
});
