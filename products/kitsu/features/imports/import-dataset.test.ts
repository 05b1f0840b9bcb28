import { inTransaction } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyCatalogue } from '../../testing/catalogue.ts';
import {
  type Folder,
  malPage,
  PACKINGS,
  row,
  temporaryFolder,
  WRITINGS,
} from '../../testing/dataset-file.ts';
import { contents, exactState } from '../../testing/state.ts';
import { importDataset } from './import-dataset.ts';
import { READ_LIMITS } from './limits.ts';
import { openFile } from './open-file.ts';
import { startRun } from './queries.ts';
import { RowImport } from './row-import.ts';

const ROWS = Array.from({ length: 30 }, (_, index) =>
  row(index + 1, {
    type: index % 2 ? 'TV' : 'MOVIE',
    episodes: index,
    status: 'FINISHED',
    animeSeason: { season: 'SPRING', year: 1990 + index },
    synonyms: [`Другое имя ${index}`, `なまえ ${index}`],
    tags: ['Comedy', 'slice of life', 'harbours'],
    studios: ['tidal works'],
    producers: ['north pier'],
    relatedAnime: index % 3 ? [malPage(index), 'https://unknown.example/anime/1'] : [],
  }),
);

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let folder: Folder;
beforeAll(async () => {
  [catalogue, folder] = await Promise.all([emptyCatalogue(), temporaryFolder()]);
});
afterEach(() => sql`delete from titles`.execute(catalogue.db));
afterAll(() => Promise.all([catalogue.close(), folder.remove()]));

function take(path: string) {
  return importDataset(catalogue, { path });
}

describe('every form of the file', () => {
  let reference: Awaited<ReturnType<typeof contents>>;
  beforeAll(async () => {
    await take(await folder.write('reference', WRITINGS.minified(ROWS)));
    reference = await contents(catalogue.db);
    await sql`delete from titles`.execute(catalogue.db);
  });

  const forms = Object.entries(WRITINGS).flatMap(([writing, write]) =>
    Object.entries(PACKINGS).map(([packing, pack]) => ({ writing, packing, content: pack(write(ROWS)) })),
  );

  test.each(forms)('$writing, $packing: all rows are taken, and the same ones', async ({ content }) => {
    const summary = await take(await folder.write('dataset', content));
    expect(summary).toMatchObject({ rowCount: 30, createdCount: 30, rejectedCount: 0 });
    expect(await contents(catalogue.db)).toEqual(reference);
  });

  test('the date of the file is kept with the run', async () => {
    const { runId } = await take(await folder.write('dated', WRITINGS.lines(ROWS)));
    const { rows } =
      await sql`select source_date, status, created_count from import_runs where id = ${runId}`.execute(
        catalogue.db,
      );
    expect(rows).toEqual([{ source_date: '2026-01-31', status: 'succeeded', created_count: 30 }]);
  });
});

describe('a file again', () => {
  test('changes nothing, not even a date or a version, and says so', async () => {
    const path = await folder.write('same', WRITINGS.minified(ROWS));
    await take(path);
    const before = await exactState(catalogue.db);
    expect(await take(path)).toMatchObject({
      rowCount: 30,
      createdCount: 0,
      updatedCount: 0,
      unchangedCount: 30,
      rejectedCount: 0,
    });
    expect(await exactState(catalogue.db)).toEqual(before);
  });

  test('in its newer form updates the titles that changed and no other', async () => {
    await take(await folder.write('old', WRITINGS.minified(ROWS)));
    const before = await contents(catalogue.db);
    const newer = ROWS.map((old, index) => (index === 4 ? { ...old, episodes: 99, tags: ['mystery'] } : old));
    const summary = await take(await folder.write('new', WRITINGS.minified([...newer, row(500)])));
    expect(summary).toMatchObject({ createdCount: 1, updatedCount: 1, unchangedCount: 29 });
    const { 'title-500': added, 'title-5': changed, ...others } = await contents(catalogue.db);
    expect(added).toBeDefined();
    expect(changed).toMatchObject({ fields: { episode_count: 99 }, genres: ['mystery'] });
    const { 'title-5': _, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
  });

  test.each([0.2, 0.5, 0.9])(
    'after one that ended at %d of its length comes to the end of a single import',
    async (share) => {
      const whole = WRITINGS.lines(ROWS);
      await take(await folder.write('whole', whole));
      const wanted = await contents(catalogue.db);
      await sql`delete from titles`.execute(catalogue.db);
      const cut = await folder.write('cut', whole.slice(0, whole.length * share));
      await expect(take(cut)).rejects.toThrow(/ends too early/);
      const half = await contents(catalogue.db);
      expect(Object.keys(half).length).toBe(Math.floor(share * 30 - 0.5));
      await take(await folder.write('whole', whole));
      expect(await contents(catalogue.db)).toEqual(wanted);
    },
  );

  test('after one that was killed between two batches comes to the end of a single import', async () => {
    const many = Array.from({ length: 700 }, (_, index) =>
      row(index + 1, { relatedAnime: [malPage(index)] }),
    );
    const path = await folder.write('many', WRITINGS.minified(many));
    await take(path);
    const wanted = await contents(catalogue.db);
    await sql`delete from titles`.execute(catalogue.db);
    const killed = importDataset(catalogue, {
      path,
      onProgress: () => {
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect(Object.keys(await contents(catalogue.db))).toHaveLength(500);
    expect(await take(path)).toMatchObject({ createdCount: 200, unchangedCount: 500 });
    expect(await contents(catalogue.db)).toEqual(wanted);
  });

  test('and again at the same time takes each row once', async () => {
    const path = await folder.write('twice', WRITINGS.lines(ROWS));
    const summaries = await Promise.all([take(path), take(path)]);
    const sum = (key: 'createdCount' | 'unchangedCount') =>
      summaries.reduce((total, summary) => total + summary[key], 0);
    expect([sum('createdCount'), sum('unchangedCount')]).toEqual([30, 30]);
    expect(Object.keys(await contents(catalogue.db))).toHaveLength(30);
  });
});

test('a batch ends when its rows are large, so that memory stays bounded', async () => {
  const rows = Array.from({ length: 10 }, (_, index) => row(index + 1, { unused: 'x'.repeat(900_000) }));
  const batches: number[] = [];
  await importDataset(catalogue, {
    path: await folder.write('large', WRITINGS.lines(rows)),
    onProgress: ({ rowCount }) => batches.push(rowCount),
  });
  expect(batches).toEqual([5, 10, 10]);
});

test('while a batch is written the rows of the next are read, and no more of them', async () => {
  const [first, batch] = [10_000, 500];
  const file = await openFile(await folder.write('overlap', WRITINGS.lines([])), READ_LIMITS);
  const runId = await startRun(catalogue.db, { source: 'test', fileName: file.name, sourceDate: null });
  const importer = new RowImport(catalogue, { file, limits: READ_LIMITS });
  let readCount = 0;
  const readAll = async () => {
    while (readCount < 3 * batch) {
      const number = readCount + 1;
      await importer.take({ number, text: JSON.stringify(row(first + number)) }, runId);
      readCount = number;
    }
  };
  const reading = await inTransaction(catalogue.db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('kitsu: source records'))`.execute(tx);
    const reading = readAll();
    await vi.waitUntil(() => readCount === 2 * batch - 1, { timeout: 20_000 });
    // Whatever else could be done without the database has been done after this.
    await sql`select 1`.execute(tx);
    expect(readCount).toBe(2 * batch - 1);
    return { reading };
  });
  await reading.reading;
  await importer.end(runId);
  file.close();
  expect(importer.progress()).toMatchObject({ rowCount: 3 * batch, createdCount: 3 * batch });
});
