import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { contents, exactState } from '../../testing/state.ts';
import { genreOf } from '../genres/index.ts';
import type { DemoTitle } from './demo-title.ts';
import { readDemoTitles } from './read-demo-titles.ts';
import { seedDemoCatalogue } from './seed-demo-catalogue.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let titles: readonly DemoTitle[];
beforeAll(async () => {
  [catalogue, titles] = await Promise.all([emptyCatalogue(), readDemoTitles()]);
});
afterEach(() => sql`delete from titles`.execute(catalogue.db));
afterAll(() => catalogue.close());

describe('the files of the demo catalogue', () => {
  test('hold about two hundred titles, each once by key, by MyAnimeList id, by AniList id and by name', () => {
    expect(titles.length).toBeGreaterThanOrEqual(200);
    const idsOf: ((title: DemoTitle) => string | number | undefined)[] = [
      (title) => title.key,
      (title) => title.malId,
      (title) => title.anilistId,
      (title) => title.names.romaji.toLowerCase(),
    ];
    for (const idOf of idsOf) {
      const ids = titles.flatMap((title) => idOf(title) ?? []);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
    expect(titles.filter((title) => title.malId === undefined).map((title) => title.key)).toEqual([]);
  });

  test('name only titles that are there, never themselves, and each relation from both sides', () => {
    const REVERSE: Readonly<Record<string, readonly string[]>> = {
      sequel: ['prequel'],
      prequel: ['sequel'],
      side_story: ['parent'],
      parent: ['side_story', 'summary', 'movie', 'spin_off'],
      summary: ['parent'],
      movie: ['parent'],
      spin_off: ['parent', 'spin_off'],
      alternative: ['alternative'],
      other: ['other'],
    };
    const byKey = new Map(titles.map((title) => [title.key, title]));
    const oneSided = titles.flatMap((title) =>
      title.relations
        .filter(({ key, kind }) => {
          const back = byKey.get(key)?.relations.filter((relation) => relation.key === title.key) ?? [];
          return key === title.key || !back.some((relation) => REVERSE[kind]?.includes(relation.kind));
        })
        .map(({ key, kind }) => `${title.key} ${kind} ${key}`),
    );
    expect(oneSided).toEqual([]);
  });

  test('use genres that we know in both languages, and name and describe each title in each script', () => {
    const unknown = titles.flatMap((title) => title.genres).filter((genre) => genreOf(genre)?.nameRu == null);
    expect([...new Set(unknown)]).toEqual([]);
    const wrong = titles.filter(
      ({ names, description, genres, studios }) =>
        !/\p{Script=Cyrillic}/u.test(description.ru) ||
        /\p{Script=Cyrillic}/u.test(description.en) ||
        description.en.length < 80 ||
        description.ru.length < 80 ||
        /[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\p{Z}]/u.test(names.romaji) ||
        (names.russian !== undefined && !/[\p{Script=Cyrillic}\d]/u.test(names.russian)) ||
        genres.length === 0 ||
        studios.length === 0,
    );
    expect(wrong.map((title) => title.key)).toEqual([]);
  });

  test('give dates that agree with each other', () => {
    const wrong = titles.filter(
      ({ startDate, endDate, year, status, episodes }) =>
        (startDate !== undefined && endDate !== undefined && endDate < startDate) ||
        // A winter season may begin in the last days of December.
        (startDate !== undefined &&
          Math.abs(Date.parse(startDate) - Date.UTC(year, 6, 1)) > 200 * 86_400_000) ||
        (status === 'finished' && episodes === undefined),
    );
    expect(wrong.map((title) => title.key)).toEqual([]);
  });
});

describe('seeding', () => {
  test('makes every title, listed and marked as demo, with franchises', async () => {
    expect(await seedDemoCatalogue(catalogue, { ifEmpty: true })).toEqual({
      createdCount: titles.length,
      titleCount: titles.length,
    });
    const { rows } = await sql`select count(*) as all, count(*) filter (where is_listed and is_demo) as good,
      count(franchise_id) > 10 as has_franchises from titles`.execute(catalogue.db);
    expect(rows).toEqual([{ all: titles.length, good: titles.length, has_franchises: true }]);
  });

  test('again writes nothing', async () => {
    await seedDemoCatalogue(catalogue, { ifEmpty: false });
    const before = await exactState(catalogue.db);
    expect(await seedDemoCatalogue(catalogue, { ifEmpty: false })).toMatchObject({ createdCount: 0 });
    expect(await exactState(catalogue.db)).toEqual(before);
  });

  test('leaves a catalogue with any title alone when asked to, listed or not', async () => {
    await importRecords(catalogue.db, [record(1)]);
    await sql`update titles set state = 'draft'`.execute(catalogue.db);
    expect(await seedDemoCatalogue(catalogue, { ifEmpty: true })).toEqual({ createdCount: 0, titleCount: 0 });
    expect(Object.keys(await contents(catalogue.db))).toEqual(['title-1']);
    expect(await seedDemoCatalogue(catalogue, { ifEmpty: false })).toMatchObject({
      titleCount: titles.length,
    });
  });
});
