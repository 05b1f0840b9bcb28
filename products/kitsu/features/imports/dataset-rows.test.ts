import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { type Folder, malPage, row, temporaryFolder, WRITINGS } from '../../testing/dataset-file.ts';
import { contents, exactState } from '../../testing/state.ts';
import { importDataset } from './import-dataset.ts';
import type { ImportProgress } from './row-import.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let folder: Folder;
beforeAll(async () => {
  [catalogue, folder] = await Promise.all([emptyCatalogue(), temporaryFolder()]);
});
afterEach(() => sql`delete from titles`.execute(catalogue.db));
afterAll(() => Promise.all([catalogue.close(), folder.remove()]));

async function take(rows: readonly unknown[], onProgress?: (progress: ImportProgress) => void) {
  const path = await folder.write('dataset', WRITINGS.minified(rows));
  return importDataset(catalogue, { path, ...(onProgress && { onProgress }) });
}

const anidbPage = (id: number) => `https://anidb.net/anime/${id}`;

describe('rows that are about the same title', () => {
  const filler = Array.from({ length: 600 }, (_, id) => row(id + 1_000));
  const cases: Record<string, [rows: readonly unknown[], rowNumber: number, reason: RegExp]> = {
    'next to each other': [
      [row(1), row(1, { title: 'Other' })],
      2,
      /^an earlier row is the same title \(mal:1\)$/,
    ],
    'in different batches': [
      [row(1), ...filler, row(1, { title: 'Other' })],
      602,
      /^an earlier row is the same title/,
    ],
    'by an id that only the first of them adds': [
      [row(1, { sources: [malPage(1), anidbPage(7)] }), row(2, { sources: [anidbPage(7)] })],
      2,
      /^an earlier row is the same title \(anidb:7\)$/,
    ],
    'by ids of two titles before it': [
      [row(1), row(2), ...filler, row(3, { sources: [malPage(1), malPage(2)] })],
      603,
      /^its ids belong to different titles \(\d+, \d+\)$/,
    ],
  };
  test.each(Object.entries(cases))(
    '%s: the first counts, also when the file comes again',
    async (_, [rows, rowNumber, reason]) => {
      const rejections = [expect.objectContaining({ rowNumber, reason: expect.stringMatching(reason) })];
      expect(await take(rows)).toMatchObject({ createdCount: rows.length - 1, rejectedCount: 1, rejections });
      const before = await exactState(catalogue.db);
      expect(await take(rows)).toMatchObject({ createdCount: 0, updatedCount: 0, rejectedCount: 1 });
      expect(await exactState(catalogue.db)).toEqual(before);
    },
  );

  test('two titles of one name are two titles', async () => {
    await take([row(1, { title: 'Namesake' }), row(2, { title: 'Namesake' })]);
    expect(Object.keys(await contents(catalogue.db)).toSorted()).toEqual(['namesake', 'namesake-mal-2']);
  });
});

test('a row is taken by the sites we know, whatever other sites it names', async () => {
  const sources = [
    'https://unknown.example/anime/4',
    'not even an address',
    'https://www.myanimelist.net/anime/5/Title',
    'https://anime-planet.com/anime/title-five',
    'https://animenewsnetwork.com/encyclopedia/anime.php?id=6',
    'https://shikimori.one/animes/z7-title',
    'https://anidb.net/person/8',
  ];
  await take([row(1, { sources })]);
  const { 'title-1': title } = await contents(catalogue.db);
  expect(Object.keys(title?.ids ?? {}).toSorted()).toEqual([
    'animeplanet:title-five',
    'ann:6',
    'mal:5',
    'shikimori:7',
  ]);
});

test('names have the language that their script tells, and the cards show the plain ones', async () => {
  const synonyms = [
    'Тихая гавань',
    'тихий порт',
    'しずかな港',
    '静港',
    '조용한 항구',
    'Quiet Harbour',
    ' ',
    '\u200b',
  ];
  await take([row(1, { title: 'Shizuka na Minato', synonyms })]);
  const { 'shizuka-na-minato': title } = await contents(catalogue.db);
  const languages = Object.entries(title?.names ?? {}).map(([name, { kind, language }]) => [
    name,
    kind,
    language,
  ]);
  expect(languages.toSorted()).toEqual(
    [
      ['Quiet Harbour', 'synonym', null],
      ['Shizuka na Minato', 'main', null],
      ['しずかな港', 'synonym', 'ja'],
      ['静港', 'synonym', null],
      ['조용한 항구', 'synonym', 'ko'],
      ['Тихая гавань', 'synonym', 'ru'],
      ['тихий порт', 'synonym', 'ru'],
    ].toSorted(),
  );
  expect(title?.fields).toMatchObject({
    main_title: 'Shizuka na Minato',
    japanese_title: 'しずかな港',
    russian_title: 'Тихая гавань',
    english_title: null,
    romaji_title: null,
  });
});

test('a tag marks a title for adults, and a title without tags keeps what is known of it', async () => {
  await take([
    row(1, { tags: ['HENTAI', 'comedy'] }),
    row(2, { tags: ['erotica'] }),
    row(3, { tags: ['ecchi'] }),
    row(4),
  ]);
  const isAdult = async () =>
    Object.values(await contents(catalogue.db)).map((title) => [
      title.fields.main_title,
      title.fields.is_adult,
    ]);
  const marked = [
    ['Title 1', true],
    ['Title 2', true],
    ['Title 3', false],
    ['Title 4', false],
  ];
  expect((await isAdult()).toSorted()).toEqual(marked);
  await take([row(1, { episodes: 2 }), row(2), row(3, { tags: ['hentai'] })]);
  expect((await isAdult()).toSorted()).toEqual([
    ['Title 1', true],
    ['Title 2', true],
    ['Title 3', true],
    ['Title 4', false],
  ]);
});

test('what a newer row leaves open is not taken away', async () => {
  const stated = {
    type: 'TV',
    status: 'FINISHED',
    episodes: 12,
    animeSeason: { season: 'FALL', year: 2001 },
  };
  await take([
    row(1, {
      ...stated,
      tags: ['drama'],
      studios: ['tidal works'],
      duration: { value: 1440, unit: 'SECONDS' },
      score: { arithmeticMean: 7.126 },
    }),
  ]);
  await take([row(1, { synonyms: ['Newer'] })]);
  expect((await contents(catalogue.db))['title-1']).toMatchObject({
    fields: {
      kind: 'tv',
      status: 'finished',
      episode_count: 12,
      season: 'fall',
      year: 2001,
      episode_duration_s: 1440,
      score: 7.13,
    },
    genres: ['drama'],
    studios: ['tidal-works studio'],
    names: { Newer: { kind: 'synonym' } },
  });
});

test('progress only ever grows, and ends at what the summary says', async () => {
  const seen: ImportProgress[] = [];
  const rows = Array.from({ length: 1_300 }, (_, id) => row(id + 1, id % 9 === 0 ? { type: 'BOOK' } : {}));
  const summary = await take(rows, (progress) => seen.push(progress));
  expect(seen.length).toBeGreaterThan(2);
  for (const [index, now] of seen.entries()) {
    const before = seen[index - 1];
    for (const key of ['rowCount', 'createdCount', 'rejectedCount', 'readBytes'] as const) {
      expect(now[key]).toBeGreaterThanOrEqual(before?.[key] ?? 0);
    }
    expect(now.createdCount + now.updatedCount + now.unchangedCount + now.rejectedCount).toBe(now.rowCount);
    expect(now.readBytes).toBeLessThanOrEqual(now.sizeBytes);
  }
  const { runId, rejections, franchiseCount, ...counts } = summary;
  expect(counts).toEqual(seen.at(-1));
  expect(counts).toMatchObject({ rowCount: 1_300, readBytes: summary.sizeBytes });
});
