import { prepare } from '@seaworthy/platform/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { seedDemoCatalogue } from '../demo-catalogue/index.ts';
import { buildFromDatabase } from './live/build-from-database.ts';
import { matchInSql } from './match-in-sql.ts';
import { answerQuery, type SearchedSegment, searched } from './matching/answer-query.ts';

// While the index is built or unsure the database answers: who reloads a page may not meet another site.

/** A third of the names, which tells as much in a third of the time. */
const selectNames = prepare<{ title_id: number; name: string }>(
  'test_names_of_titles',
  "select title_id, name from title_names where kind in ('main', 'official') and id % 3 = 0 order by id",
);

/** The one's first answer is to be among so many of the other's. */
const NEAR_THE_TOP = 5;
/** Beginnings of a letter or two more than others share are answered by taste. */
const CONTRADICTED_MAX = 0.02;

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let segments: SearchedSegment[];
let names: readonly { title_id: number; name: string }[];
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await seedDemoCatalogue(catalogue, { ifEmpty: false });
  segments = [searched((await buildFromDatabase(catalogue.db)).segment)];
  names = await selectNames(catalogue.db, []);
});
afterAll(() => catalogue.close());

async function bothWays(q: string): Promise<{ inMemory: number[]; inSql: number[] }> {
  const asked = { q, adult: false, literal: false };
  const ids = (found: { titles: readonly { title_id: number }[] }) =>
    found.titles.map((title) => title.title_id);
  return {
    inMemory: ids(answerQuery(segments, { ...asked, limit: 500 })),
    inSql: ids(await matchInSql(catalogue.db, asked)),
  };
}

test('a whole name finds its title near the top, whichever of the two answers', async () => {
  const missed: string[] = [];
  for (const { title_id: id, name } of names) {
    const { inMemory, inSql } = await bothWays(name);
    for (const ids of [inMemory, inSql]) {
      if (!ids.slice(0, NEAR_THE_TOP).includes(id)) missed.push(name);
    }
  }
  expect(missed).toEqual([]);
});

test('the first answer of the one to the beginning of a name is near the top of the other', async () => {
  const contradicted: string[] = [];
  const beginnings = new Set(names.map(({ name }) => name.slice(0, Math.max(3, Math.ceil(name.length / 2)))));
  for (const beginning of beginnings) {
    const { inMemory, inSql } = await bothWays(beginning);
    const agree =
      inMemory.slice(0, NEAR_THE_TOP).includes(inSql[0] ?? 0) &&
      inSql.slice(0, NEAR_THE_TOP).includes(inMemory[0] ?? 0);
    if (!agree) contradicted.push(beginning);
  }
  expect(contradicted.length / beginnings.size, contradicted.join(', ')).toBeLessThanOrEqual(
    CONTRADICTED_MAX,
  );
});
