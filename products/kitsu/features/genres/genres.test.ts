import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { ADULT_GENRES, genreOf } from './index.ts';
import { listGenres } from './list-genres.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await importRecords(catalogue.db, [
    record(1, { genres: ['Science Fiction', 'sci-fi', 'Harbours'] }),
    record(2, { genres: ['SCI-FI', 'gag humor', '!!!'] }),
    record(3, { genres: ['hentai', 'sci-fi'], fields: { is_adult: true } }),
    record(4, { genres: ['hidden'] }),
  ]);
  await sql`update titles set state = 'draft' where slug = 'title-4'`.execute(catalogue.db);
});
afterAll(() => catalogue.close());

describe('the vocabulary', () => {
  test.each([
    ['Slice of Life', 'slice-of-life', 'Повседневность'],
    ['shounen ai', 'boys-love', 'Сёнэн-ай'],
    ['War & Politics', 'military', 'Военное'],
    ['Harbour towns', 'harbour-towns', null],
  ])('takes %s for %s', (word, slug, nameRu) => {
    expect(genreOf(word)).toMatchObject({ slug, nameRu });
  });

  test('has no genre for a word of signs, and knows which ones are for adults', () => {
    expect(genreOf(' -- ')).toBeNull();
    expect([...ADULT_GENRES].map((slug) => genreOf(slug)?.slug)).toEqual([...ADULT_GENRES]);
  });
});

test('the list counts each listed title once for a genre, however often and differently a source names it', async () => {
  const counted = async (adult: boolean) => {
    const { items } = await listGenres(catalogue, { adult });
    return items.map(({ slug, kind, count }) => [slug, kind, count]);
  };
  expect(await counted(false)).toEqual([
    ['sci-fi', 'genre', 2],
    ['comedy', 'genre', 1],
    ['harbours', 'tag', 1],
  ]);
  expect(await counted(true)).toEqual([
    ['sci-fi', 'genre', 3],
    ['comedy', 'genre', 1],
    ['harbours', 'tag', 1],
    ['hentai', 'genre', 1],
  ]);
});
