import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { type Folder, malPage, row, temporaryFolder, WRITINGS } from '../../testing/dataset-file.ts';
import { exactState } from '../../testing/state.ts';
import { datasetRow } from './dataset-row.ts';
import { importDataset } from './import-dataset.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let folder: Folder;
beforeAll(async () => {
  [catalogue, folder] = await Promise.all([emptyCatalogue(), temporaryFolder()]);
});
afterAll(() => Promise.all([catalogue.close(), folder.remove()]));

/** What databases, indexes and address makers stumble over. */
const awkward = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'x\udc00',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\ufdfa',
    '\ufdfa'.repeat(90),
    'ß',
    'İ',
    'ﬃ',
    '\u0345',
    'a\u0301\u0345',
    '%',
    '_',
    '\\',
    "'",
    '"',
    '{}',
    '{"a"',
    'null',
    '$1',
    '--',
    '-',
    '...',
    '🦄',
    '♥',
    '&',
    '123',
    'new',
    'random',
    'mal-1',
    'Title mal 2',
    '\n',
    '\t\r',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  // As long as names may be and longer, of letters that no index can compress.
  fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    minLength: 600,
    maxLength: 1_000,
  }),
  fc.string({
    unit: fc.constantFrom(...'щшчцжюяхабвгдезиклмнопрстуф0123456789'),
    minLength: 150,
    maxLength: 1_000,
  }),
);
const text = fc.oneof(
  awkward,
  fc.tuple(awkward, awkward).map((parts) => parts.join('')),
  fc.constant('plain'),
);
const page = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'abz09-'), minLength: 1, maxLength: 480 })
    .map((id) => `https://anime-planet.com/anime/${id}`),
  fc.webUrl(),
  text,
);

const rows = fc.array(
  fc.record({
    title: text,
    synonyms: fc.array(text, { maxLength: 6 }),
    tags: fc.array(text, { maxLength: 4 }),
    studios: fc.array(text, { maxLength: 3 }),
    producers: fc.array(text, { maxLength: 2 }),
    picture: fc.oneof(text, fc.webUrl()),
    pages: fc.array(page, { maxLength: 3 }),
    relatedAnime: fc.array(fc.oneof(page, fc.integer({ min: 1, max: 40 }).map(malPage)), { maxLength: 4 }),
    type: fc.constantFrom('TV', 'MOVIE', 'UNKNOWN'),
    episodes: fc.constantFrom(0, 1, 100_000, 100_001),
    animeSeason: fc.record({
      season: fc.constantFrom('FALL', 'UNDEFINED'),
      year: fc.constantFrom(1899, 1900, 2200, null, undefined),
    }),
    duration: fc.constantFrom(
      undefined,
      null,
      { value: 0, unit: 'SECONDS' },
      { value: 1_000_000, unit: 'SECONDS' },
    ),
    score: fc.constantFrom(
      undefined,
      { arithmeticMean: 1 },
      { arithmeticMean: 9.99999 },
      { arithmeticMean: 10 },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

test('whatever a row holds, it is taken or rejected, and no row keeps another one out', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      const written = [
        row(1_000_000),
        ...drawn.map(({ pages, ...rest }, index) =>
          row(index + 1, { ...rest, sources: [malPage(index + 1), ...pages] }),
        ),
      ];
      // As the file holds them: JSON has no undefined.
      const read: unknown[] = JSON.parse(JSON.stringify(written));
      const acceptable = read.filter((value) => datasetRow.safeParse(value).success).length;
      const path = await folder.write('dataset', WRITINGS.lines(written));
      const first = await importDataset(catalogue, { path });
      const sharedPages = first.rejections.filter(({ reason }) => reason.startsWith('an earlier row')).length;
      expect(first).toMatchObject({ rowCount: read.length, createdCount: acceptable - sharedPages });
      const before = await exactState(catalogue.db);
      expect(await importDataset(catalogue, { path })).toMatchObject({ createdCount: 0, updatedCount: 0 });
      expect(await exactState(catalogue.db)).toEqual(before);
      await sql`delete from titles`.execute(catalogue.db);
    }),
    { numRuns: 25 },
  );
}, 60_000);
