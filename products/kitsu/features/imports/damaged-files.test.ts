import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import { type Folder, PACKINGS, row, temporaryFolder, WRITINGS } from '../../testing/dataset-file.ts';
import { importDataset } from './import-dataset.ts';
import { READ_LIMITS } from './limits.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let folder: Folder;
beforeAll(async () => {
  [catalogue, folder] = await Promise.all([emptyCatalogue(), temporaryFolder()]);
});
afterEach(async () => {
  await sql`delete from titles`.execute(catalogue.db);
  await sql`delete from import_runs`.execute(catalogue.db);
});
afterAll(() => Promise.all([catalogue.close(), folder.remove()]));

async function take(content: string | Buffer, limits = READ_LIMITS) {
  return importDataset(catalogue, { path: await folder.write('dataset', content), limits });
}

async function slugs(): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`select slug from titles order by id`.execute(catalogue.db);
  return rows.map((title) => title.slug);
}

async function runs() {
  return (await sql`select status, problem, rejected_count from import_runs`.execute(catalogue.db)).rows;
}

const refusal = (message: RegExp | string) =>
  expect.objectContaining({
    code: 'invalid_input',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

describe('a file of another kind is refused with a sentence, and nothing is written', () => {
  const GDPR = {
    user: { id: 1, display_name: 'somebody' },
    lists: Array.from({ length: 12 }, (_, index) => ({ series_type: 0, series_id: index, status: 1 })),
  };
  const files: Record<string, [content: string | Buffer, message: RegExp]> = {
    CSV: ['mal_id,score\n1,8.5\n', /does not begin with a JSON object/],
    XML: ['<?xml version="1.0"?><myanimelist></myanimelist>', /does not begin with a JSON object/],
    'a JSON list': [JSON.stringify([row(1)]), /does not begin with a JSON object/],
    'random bytes': [
      Buffer.concat([Buffer.from([0x80]), randomBytes(5_000)]),
      /does not begin with a JSON object/,
    ],
    'packed random bytes': [
      PACKINGS.gz(Buffer.concat([Buffer.from([0x80]), randomBytes(5_000)])),
      /does not begin/,
    ],
    'a list export on one line': [JSON.stringify(GDPR), /holds no anime/],
    'a list export on many lines': [
      JSON.stringify(GDPR, null, 1),
      /none of its 12 rows is an anime \(sources: /,
    ],
    'some other JSON object': ['{"name": "something"}', /holds no anime/],
    'a dataset without titles': [WRITINGS.pretty([]), /holds no anime/],
    'a JSON Lines dataset without titles': [WRITINGS.lines([]), /holds no anime/],
    'an unfinished object': ['{"name": "something", ', /ends too early, after row 0/],
    'a long file of other rows': [
      WRITINGS.lines(Array.from({ length: 1_000 }, (_, id) => ({ id }))),
      /none of its first 100 rows is an anime \(sources: /,
    ],
    'gzip magic and nothing else': [Buffer.from([0x1f, 0x8b, 0x08, 0x00]), /ends too early/],
    'zstd magic and nothing else': [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), /ends too early/],
    'gzip magic and rubbish': [
      Buffer.concat([Buffer.from([0x1f, 0x8b]), randomBytes(100)]),
      /cannot be unpacked/,
    ],
    'nothing at all': ['', /^dataset is empty\.$/],
  };
  test.each(Object.entries(files))('%s', async (_, [content, message]) => {
    await expect(take(content)).rejects.toEqual(refusal(message));
    expect(await slugs()).toEqual([]);
    for (const run of await runs())
      expect(run).toMatchObject({ status: 'failed', problem: expect.stringMatching(message) });
  });

  test('a folder, a missing file, a file below a file', async () => {
    await mkdir(join(folder.path, 'inner'));
    const file = await folder.write('present', '{}');
    await expect(importDataset(catalogue, { path: join(folder.path, 'inner') })).rejects.toEqual(
      refusal('inner is not a file.'),
    );
    for (const path of [join(folder.path, 'absent'), join(file, 'below')]) {
      await expect(importDataset(catalogue, { path })).rejects.toEqual(refusal(`There is no file ${path}.`));
    }
  });
});

describe('a damaged file fails with a sentence', () => {
  const rows = Array.from({ length: 400 }, (_, id) =>
    row(id + 1, { synonyms: [randomBytes(60).toString('hex')] }),
  );
  const half = (content: Buffer) => content.subarray(0, content.length / 2);

  test.each(Object.entries(WRITINGS))(
    '%s, cut off: the rows before stay, and the run remembers why',
    async (_, write) => {
      const message = /ends too early, after row (199|200|201): it was cut off\. Fetch it again/;
      await expect(take(half(Buffer.from(write(rows))))).rejects.toEqual(refusal(message));
      const written = await slugs();
      expect(written).toEqual(rows.slice(0, written.length).map((_, id) => `title-${id + 1}`));
      expect(written.length).toBeGreaterThanOrEqual(198);
      expect(await runs()).toEqual([
        { status: 'failed', problem: expect.stringMatching(message), rejected_count: 0 },
      ]);
    },
  );

  const packed = Object.entries(WRITINGS).flatMap(([writing, write]) =>
    (['gz', 'zst'] as const).map((packing) => ({
      writing,
      packing,
      content: PACKINGS[packing](write(rows)),
    })),
  );
  const spoilt = (content: Buffer) => {
    const copy = Buffer.from(content);
    const middle = Math.floor(content.length / 2);
    copy.fill(7, middle, middle + 200);
    return copy;
  };

  test.each(packed)('$writing in $packing, cut off: nothing is taken', async ({ content }) => {
    await expect(take(half(content))).rejects.toEqual(refusal(/^dataset ends too early: it was cut off/));
    expect(await slugs()).toEqual([]);
  });

  test.each(packed)('$writing in $packing, spoilt: nothing is taken', async ({ content }) => {
    await expect(take(spoilt(content))).rejects.toEqual(
      refusal(/^dataset cannot be unpacked: it is damaged/),
    );
    expect(await slugs()).toEqual([]);
  });

  test('a second packed part, which would be passed over, is refused', async () => {
    const two = Buffer.concat([row(1), row(2)].map((one) => PACKINGS.zst(WRITINGS.lines([one]))));
    await expect(take(two)).rejects.toEqual(refusal(/holds more than one packed part: unpack it/));
    expect(await slugs()).toEqual([]);
  });
});

describe('bad rows among good ones are rejected with their number and a reason, the good ones are kept', () => {
  const bad: Record<string, [unknown, RegExp]> = {
    'no name': [row(2, { title: ' ' }), /^title: must have a visible character$/],
    'an invisible name': [row(2, { title: '\u200b\u2060' }), /^title: must have a visible character$/],
    'an unknown type': [row(2, { type: 'BOOK' }), /^type: Invalid option/],
    'a year before anime': [
      row(2, { animeSeason: { season: 'FALL', year: 1066 } }),
      /^animeSeason.year: Too small/,
    ],
    'half an episode': [row(2, { episodes: 0.5 }), /^episodes: Invalid input/],
    'a number for a list': [row(2, { synonyms: 7 }), /^synonyms: Invalid input/],
    'no page': [row(2, { sources: [] }), /^sources: Too small/],
    'pages of unknown sites only': [
      row(2, { sources: ['https://unknown.example/anime/2'] }),
      /no page of a known site/,
    ],
    'a NUL in the name': [
      row(2, { title: 'Title\u0000 2' }),
      /^title: holds a character that cannot be stored$/,
    ],
    'half a character': [
      row(2, { synonyms: ['Half \ud83d'] }),
      /^synonyms.0: holds a character that cannot be stored$/,
    ],
    'a NUL in a tag': [row(2, { tags: ['\u0000'] }), /^tags.0: holds a character that cannot be stored$/],
    'a NUL in a studio': [
      row(2, { studios: ['\u0000'] }),
      /^studios.0: holds a character that cannot be stored$/,
    ],
    'a NUL in the picture': [
      row(2, { picture: 'https://example.org/\u0000' }),
      /^picture: holds a character that cannot/,
    ],
    'an endless name': [
      row(2, { synonyms: ['め'.repeat(900)] }),
      /^synonyms.0: must not be longer than 2000 bytes$/,
    ],
    'a name that grows when it is compared': [
      row(2, { synonyms: ['\ufdfa'.repeat(100)] }),
      /^synonyms.0: must not be longer than 2000 bytes$/,
    ],
    'nothing but a text': ['title', /^the row: Invalid input/],
  };
  test.each(Object.entries(bad))('%s', async (_, [badRow, reason]) => {
    const summary = await take(WRITINGS.lines([row(1), badRow, row(3)]));
    expect(summary).toMatchObject({ rowCount: 3, createdCount: 2, rejectedCount: 1 });
    expect(summary.rejections).toEqual([
      { rowNumber: 3, label: expect.any(String), reason: expect.stringMatching(reason) },
    ]);
    expect(await slugs()).toEqual(['title-1', 'title-3']);
  });

  test('in a JSON document they are numbered by their place in the list', async () => {
    const summary = await take(WRITINGS.pretty([row(1), row(2, { type: 'BOOK' }), row(3)]));
    expect(summary.rejections).toMatchObject([{ rowNumber: 2, label: 'Title 2' }]);
    expect(await slugs()).toEqual(['title-1', 'title-3']);
  });

  test('a line that is no JSON, whatever bytes are in it', async () => {
    const lines = WRITINGS.lines([row(1), row(3)]).split('\n');
    lines.splice(2, 0, '{"title": \u0000\u001b[31m nonsense', '');
    const summary = await take(lines.join('\n'));
    expect(summary.rejections).toEqual([
      { rowNumber: 3, label: '{"title": [31m nonsense', reason: 'it is not valid JSON' },
    ]);
    expect(await slugs()).toEqual(['title-1', 'title-3']);
  });

  test.each(Object.keys(WRITINGS) as (keyof typeof WRITINGS)[])(
    'a row that is far too large (%s)',
    async (writing) => {
      const huge = row(2, {
        synonyms: Array.from({ length: 900 }, (_, index) => `${index} ${'x'.repeat(900)}`),
      });
      const summary = await take(WRITINGS[writing]([row(1), huge, row(3)]), {
        ...READ_LIMITS,
        rowMaxBytes: 500_000,
      });
      expect(summary.rejections).toMatchObject([{ reason: 'it is larger than 500000 bytes' }]);
      expect(await slugs()).toEqual(['title-1', 'title-3']);
    },
  );

  test('each of them is kept with the run, also when there are more than a summary shows', async () => {
    const rows = [row(1), ...Array.from({ length: 230 }, (_, id) => row(id + 2, { type: 'BOOK' }))];
    const { runId, rejections } = await take(WRITINGS.lines(rows));
    expect(rejections).toHaveLength(100);
    const { rows: kept } = await sql`
      select row_number from import_rejections where run_id = ${runId} order by row_number`.execute(
      catalogue.db,
    );
    expect(kept).toEqual(Array.from({ length: 230 }, (_, index) => ({ row_number: index + 3 })));
  });
});

describe('a file that unpacks to far more than its size is refused', () => {
  const bombs = { gz: PACKINGS.gz, zst: PACKINGS.zst };
  test.each(Object.entries(bombs))('%s', async (_, pack) => {
    const text = WRITINGS.lines([row(1)]) + ' '.repeat(10_000_000);
    await expect(take(pack(text))).rejects.toEqual(
      refusal(/unpacks to more than 200 times its size; that is refused/),
    );
    expect(await slugs()).toEqual([]);
  });

  test('and one that is large in all', async () => {
    const text = WRITINGS.lines(Array.from({ length: 100 }, (_, id) => row(id + 1)));
    await expect(take(PACKINGS.gz(text), { ...READ_LIMITS, totalMaxBytes: 10_000 })).rejects.toEqual(
      refusal(/holds more than 10000 bytes when unpacked/),
    );
  });
});
