import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { type Folder, PACKINGS, temporaryFolder } from '../../testing/dataset-file.ts';
import { contents, exactState } from '../../testing/state.ts';
import { importStats } from './import-stats.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let folder: Folder;
beforeAll(async () => {
  [catalogue, folder] = await Promise.all([emptyCatalogue(), temporaryFolder()]);
});
beforeEach(async () => {
  await sql`delete from titles`.execute(catalogue.db);
  await importRecords(catalogue.db, [
    ...[1, 2, 3].map((id) => record(id)),
    record(4, { externalIds: ['4', '40'].map((externalId) => ({ provider: 'mal', externalId })) }),
    record(5, { externalIds: [{ provider: 'anilist', externalId: '1' }] }),
  ]);
});
afterAll(() => Promise.all([catalogue.close(), folder.remove()]));

async function take(content: string | Buffer) {
  return importStats(catalogue, { path: await folder.write('stats.csv', content) });
}

async function figures() {
  const { rows } = await sql<{ title: string; score: string; score_count: number; popularity: number }>`
    select main_title as title, score, score_count, popularity from titles
    where score is not null or score_count is not null or popularity is not null order by id`.execute(
    catalogue.db,
  );
  return rows.map(({ title, score, score_count, popularity }) => [title, score, score_count, popularity]);
}

describe('a statistics file', () => {
  test('gives titles score and popularity by their ids; an empty field says nothing', async () => {
    const summary = await take(
      '\ufeffMAL_ID , score,members,other\n1,8.5,1000,x\n2,,20,\n3,7.126, ,"a, b"\n99,5,5,\n',
    );
    expect(summary).toMatchObject({
      rowCount: 4,
      updatedCount: 3,
      unchangedCount: 0,
      unknownCount: 1,
      rejectedCount: 0,
    });
    expect(await figures()).toEqual([
      ['Title 1', '8.50', null, 1000],
      ['Title 2', null, null, 20],
      ['Title 3', '7.13', null, null],
    ]);
    expect((await contents(catalogue.db))['title-1']?.fields.provenance).toMatchObject({
      score: 'mal-stats',
      popularity: 'mal-stats',
    });
  });

  test('of another provider names that in its header, and may be packed', async () => {
    await take(PACKINGS.gz('anilist_id,score_count\r\n1,77\r\n\r\n'));
    expect(await figures()).toEqual([['Title 5', null, 77, null]]);
  });

  test('again changes nothing, also when it speaks of a title twice or more finely than we keep scores', async () => {
    const text = 'mal_id,score,members\n1,8.4567,100\n1,3,7\n4,6,60\n40,2,2\n2,5.5,\n';
    expect(await take(text)).toMatchObject({ updatedCount: 3, rejectedCount: 2 });
    expect(await figures()).toEqual([
      ['Title 1', '8.46', null, 100],
      ['Title 2', '5.50', null, null],
      ['Title 4', '6.00', null, 60],
    ]);
    const before = await exactState(catalogue.db);
    expect(await take(text)).toMatchObject({ updatedCount: 0, unchangedCount: 3, rejectedCount: 2 });
    expect(await exactState(catalogue.db)).toEqual(before);
  });

  test('of more lines than a batch has: the first line of a title counts in the last batch as well', async () => {
    const unknown = Array.from({ length: 2_100 }, (_, id) => `${id + 1_000},5,5`);
    const text = ['mal_id,score,members', '1,9,90', ...unknown, '1,2,2', ''].join('\n');
    expect(await take(text)).toMatchObject({ updatedCount: 1, rejectedCount: 1, unknownCount: 2_100 });
    expect(await figures()).toEqual([['Title 1', '9.00', null, 90]]);
  });

  test('with bad lines among good ones: each bad one is kept with its line and reason', async () => {
    const lines = [
      'mal_id,score,members',
      '1,8,10',
      'x,8,10',
      '0,8,10',
      '2,11,10',
      '2,8,-1',
      '2,8,1e3',
      '2,0x8,1',
      '2,8,99999999999',
      '3,7',
      '3,nan,1',
    ];
    const summary = await take(lines.join('\n'));
    expect(summary).toMatchObject({ rowCount: 10, updatedCount: 2, rejectedCount: 8 });
    const { rows } =
      await sql`select row_number, label, reason from import_rejections where run_id = ${summary.runId}
      order by row_number`.execute(catalogue.db);
    expect(rows).toEqual([
      { row_number: 3, label: 'x', reason: 'mal_id: is not an id' },
      { row_number: 4, label: '0', reason: 'mal_id: is not an id' },
      { row_number: 5, label: '2', reason: 'score: is not a usable number' },
      { row_number: 6, label: '2', reason: 'members: is not a usable number' },
      { row_number: 7, label: '2', reason: 'members: is not a usable number' },
      { row_number: 8, label: '2', reason: 'score: is not a usable number' },
      { row_number: 9, label: '2', reason: 'members: is not a usable number' },
      { row_number: 11, label: '3', reason: 'score: is not a usable number' },
    ]);
    expect(await figures()).toEqual([
      ['Title 1', '8.00', null, 10],
      ['Title 3', '7.00', null, null],
    ]);
  });

  test('with a header and nothing else is read as nothing', async () => {
    expect(await take('mal_id,score\n')).toMatchObject({ rowCount: 0, updatedCount: 0 });
  });
});

describe('a file that is none is refused with a sentence', () => {
  const wrong: Record<string, [content: string | Buffer, message: RegExp]> = {
    'another header': [
      'id,rating\n1,8\n',
      /^stats.csv is no statistics file: its first line must name an id column/,
    ],
    'an id and nothing to say of it': ['mal_id,title\n1,x\n', /^stats.csv is no statistics file/],
    'a dataset': ['{"data":[{"title":"x"}]}', /^stats.csv is no statistics file|not a readable CSV/],
    'zero bytes': [Buffer.alloc(100), /^stats.csv is no statistics file/],
    'a quote without end': [
      'mal_id,score\n1,8\n2,"8\n3,9\n',
      /^stats.csv is not a readable CSV file \(quote not closed\)\.$/,
    ],
    'a quote in the middle': ['mal_id,score\n1,8\n2,8"8"\n', /^stats.csv is not a readable CSV file/],
    'an endless line': [
      `mal_id,score\n1,${'8'.repeat(20_000)}\n`,
      /^stats.csv is not a readable CSV file \(max record size\)/,
    ],
    'cut off in its packing': [
      PACKINGS.gz('mal_id,score\n1,8\n').subarray(0, 25),
      /ends too early: it was cut off/,
    ],
  };
  test.each(Object.entries(wrong))('%s', async (_, [content, message]) => {
    await expect(take(content)).rejects.toEqual(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(message) }),
    );
  });

  test('and the run remembers why it failed', async () => {
    await expect(take('mal_id,score\n1,8\n2,"8\n')).rejects.toThrow();
    const { rows } = await sql`select status, problem from import_runs order by id desc limit 1`.execute(
      catalogue.db,
    );
    expect(rows).toEqual([{ status: 'failed', problem: expect.stringContaining('quote not closed') }]);
  });
});

test('franchises bear the name of the title that the file makes the best-known one', async () => {
  await importRecords(
    catalogue.db,
    [record(11, { relations: [{ provider: 'mal', externalId: '12', kind: 'sequel' }] }), record(12)],
    'other-source',
  );
  await take('mal_id,members\n11,500\n12,600\n');
  expect((await contents(catalogue.db))['title-11']?.franchise).toBe('title-12');
  await take('mal_id,members\n11,700\n');
  expect((await contents(catalogue.db))['title-12']?.franchise).toBe('title-11');
});
