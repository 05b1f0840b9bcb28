import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { getTitle } from './get-title.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
afterAll(() => catalogue.close());

test('a title of which a source states nothing but what it is called has a page', async () => {
  await importRecords(catalogue.db, [record(1, { fields: { main_title: 'Lone Tide' }, names: [] })]);
  const title = await getTitle(catalogue, { idOrSlug: 'lone-tide', adult: false });
  expect(title).toMatchObject({ title: 'Lone Tide', names: [], studios: [], related: [], descriptions: {} });
});
