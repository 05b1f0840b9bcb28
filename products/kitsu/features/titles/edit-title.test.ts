import { listEntries } from '@seaworthy/platform/audit-trail';
import { type Database, openDatabase } from '@seaworthy/platform/postgres';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../../testing/catalogue.ts';
import { contents, exactState } from '../../testing/state.ts';
import { editTitle, type TitleEdit } from './edit-title.ts';
import { saveSourceRecords } from './save-source-records.ts';
import { saveSourceScores } from './save-source-scores.ts';

const PERSON = { kind: 'person', accountId: 'account-of-a-test' } as const;
const SYSTEM = { kind: 'system', name: 'import' } as const;
const SOURCE = 'anime-offline-database';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let id: number;
beforeAll(async () => {
  catalogue = await emptyCatalogue();
});
beforeEach(async () => {
  await sql`delete from titles`.execute(catalogue.db);
  await take({ episode_count: 12, year: 2001, kind: 'tv' });
  const { rows } = await sql<{ id: number }>`select id from titles`.execute(catalogue.db);
  id = rows[0]?.id ?? 0;
});
afterAll(() => catalogue.close());

async function take(fields: Record<string, unknown>, more: Parameters<typeof record>[1] = {}) {
  const [outcome] = await importRecords(
    catalogue.db,
    [record(1, { ...more, fields: { main_title: 'Quiet Harbour', ...fields } })],
    SOURCE,
  );
  return outcome;
}

function edit(change: Omit<TitleEdit, 'id'>) {
  return editTitle(catalogue, PERSON, { id, ...change });
}

async function stored() {
  const [title] = Object.values(await contents(catalogue.db));
  if (title === undefined) throw new Error('The title is gone.');
  return title;
}

describe('what a person entered or locked', () => {
  test('survives a newer dataset, field by field, and is reported; the other fields are updated', async () => {
    await edit({ version: 1, fields: { episode_count: 13 }, lock: ['year', 'genres'] });
    expect(
      await take(
        { episode_count: 99, year: 1999, kind: 'movie', status: 'finished' },
        { genres: ['mecha'], studios: [{ name: 'Tidal Works', role: 'studio' }] },
      ),
    ).toEqual({ outcome: 'updated', conflicts: ['episode_count', 'year', 'genres'] });
    expect(await stored()).toMatchObject({
      fields: {
        episode_count: 13,
        year: 2001,
        kind: 'movie',
        status: 'finished',
        provenance: { episode_count: 'person', kind: SOURCE },
      },
      genres: null,
      studios: ['tidal-works studio'],
    });
  });

  test('is no conflict where the source says the same', async () => {
    await edit({ version: 1, fields: { episode_count: 13 }, lock: ['year'] });
    expect(await take({ episode_count: 13, year: 2001, kind: 'ova' })).toEqual({
      outcome: 'updated',
      conflicts: [],
    });
  });

  test('survives a statistics file, and is reported', async () => {
    await edit({ version: 1, fields: { score: 9.5 }, lock: ['popularity'] });
    const scores = [{ externalId: '1', score: 3, scoreCount: 50, popularity: 70 }];
    const outcomes = await saveSourceScores(catalogue, SYSTEM, {
      source: 'mal-stats',
      provider: 'mal',
      scores,
      taken: new Set(),
    });
    expect(outcomes).toEqual([{ outcome: 'updated', conflicts: ['score', 'popularity'] }]);
    expect((await stored()).fields).toMatchObject({ score: 9.5, score_count: 50, popularity: null });
  });

  test('that there is none, is kept empty', async () => {
    await edit({ version: 1, fields: { russian_title: null, year: null } });
    await importRecords(
      catalogue.db,
      [record(1, { fields: { year: 1990 }, inferred: { russian_title: 'Тихая гавань' } })],
      SOURCE,
    );
    expect((await stored()).fields).toMatchObject({ russian_title: null, year: null });
  });

  test('is given up by unlocking: the next file that differs may write it', async () => {
    const { version } = await edit({ version: 1, fields: { episode_count: 13 }, lock: ['year'] });
    await edit({ version, unlock: ['episode_count', 'year'] });
    expect((await stored()).fields).toMatchObject({ episode_count: 13, year: 2001, locked_fields: [] });
    expect(await take({ episode_count: 12, year: 2001, kind: 'tv' })).toEqual({ outcome: 'unchanged' });
    expect(await take({ episode_count: 24, year: 2002 })).toEqual({ outcome: 'updated', conflicts: [] });
    expect((await stored()).fields).toMatchObject({ episode_count: 24, year: 2002 });
  });

  test('can be locked and changed in one edit', async () => {
    await edit({ version: 1, fields: { year: 2010 }, lock: ['year'] });
    await take({ year: 1999 });
    expect((await stored()).fields).toMatchObject({ year: 2010, locked_fields: ['year'] });
  });
});

describe('a name that a person entered', () => {
  test('is among the names that the title is found by, and stays there whatever a source says', async () => {
    await edit({ version: 1, fields: { main_title: 'Silent Haven', russian_title: 'Тихая бухта' } });
    const wanted = {
      'Silent Haven': { kind: 'main', source: 'person', normalised: 'silent haven' },
      'Тихая бухта': { kind: 'official', language: 'ru', source: 'person' },
      'Quiet Harbour': { kind: 'synonym', source: SOURCE },
    };
    expect((await stored()).names).toMatchObject(wanted);
    expect((await stored()).fields.title_order).toBe('silent haven');
    await take({ year: 2005 });
    expect((await stored()).names).toMatchObject(wanted);
    expect((await stored()).fields.main_title).toBe('Silent Haven');
  });

  test('makes room for the next one', async () => {
    const { version } = await edit({ version: 1, fields: { main_title: 'Silent Haven' } });
    await edit({ version, fields: { main_title: 'Still Water' } });
    expect(Object.keys((await stored()).names ?? {}).toSorted()).toEqual(['Quiet Harbour', 'Still Water']);
  });

  test('stays when a source that said it too says it no more, and the other way round', async () => {
    const { version } = await edit({ version: 1, fields: { english_title: 'Silent Haven' } });
    const both = [
      { name: 'Quiet Harbour', kind: 'main' as const, language: null },
      { name: 'Silent Haven', kind: 'synonym' as const, language: null },
    ];
    await take({}, { names: both });
    expect((await stored()).names).toMatchObject({ 'Silent Haven': { source: SOURCE } });
    await take({ year: 1995 });
    expect((await stored()).names).toMatchObject({ 'Silent Haven': { source: 'person' } });
    await take({ year: 1996 }, { names: both });
    const { rows } = await sql<{ version: number }>`select version from titles`.execute(catalogue.db);
    expect(rows[0]?.version).toBe(version + 3);
    await edit({ version: version + 3, fields: { english_title: null } });
    expect((await stored()).names).toMatchObject({ 'Silent Haven': { source: SOURCE } });
  });

  test.each([' ', '\u200b', 'half \ud800', 'a\0', 'x'.repeat(2_001)])(
    'that cannot be one (%j) is refused',
    async (name) => {
      const before = await exactState(catalogue.db);
      await expect(edit({ version: 1, fields: { main_title: name } })).rejects.toEqual(
        expect.objectContaining({
          code: 'invalid_input',
          details: [{ path: 'main_title', message: expect.any(String) }],
        }),
      );
      expect(await exactState(catalogue.db)).toEqual(before);
    },
  );
});

test('an edit stands in the audit trail with what it changed, and one that changes nothing does not', async () => {
  const target = String(id);
  const told = async () =>
    (await listEntries(catalogue.db, { target, targetKind: 'title', limit: 10 })).items;
  const before = (await told()).length;
  const { version } = await edit({ version: 1, fields: { year: 1999, kind: 'movie' }, lock: ['year'] });
  await edit({ version, fields: { year: 1999 } });
  const [entry, ...others] = await told();
  expect(others).toHaveLength(before);
  expect(entry).toMatchObject({ action: 'title.edit', changes: { year: { before: 2001, after: 1999 } } });
  expect(entry?.changes.locked_fields).toEqual({ before: [], after: ['year'] });
});

describe('an edit of a version that is no longer the present one', () => {
  test('is a conflict with the stored values of what it wanted to change, and changes nothing', async () => {
    await take({ episode_count: 24, kind: 'tv' });
    const before = await exactState(catalogue.db);
    await expect(edit({ version: 1, fields: { episode_count: 13, year: 1990 } })).rejects.toEqual(
      expect.objectContaining({
        code: 'conflict',
        details: { version: 2, stored: { episode_count: 24, year: 2001 } },
      }),
    );
    expect(await exactState(catalogue.db)).toEqual(before);
  });

  test('is what all but one of several edits at once become', async () => {
    const pools = Array.from({ length: 4 }, () =>
      openDatabase<unknown>({ url: catalogue.url, applicationName: 'test', poolMax: 1 }),
    );
    try {
      for (let version = 1; version <= 5; version += 1) {
        const results = await Promise.allSettled(
          pools.map((pool, index) =>
            editTitle({ db: pool.db, trail: catalogue.trail }, PERSON, {
              id,
              version,
              fields: { episode_count: 100 + index },
            }),
          ),
        );
        const winners = results.flatMap((result, index) => (result.status === 'fulfilled' ? [index] : []));
        expect(winners).toHaveLength(1);
        expect((await stored()).fields.episode_count).toBe(100 + (winners[0] ?? -1));
      }
    } finally {
      await Promise.all(pools.map((pool: Database<unknown>) => pool.close()));
    }
  });
});

describe('only who may', () => {
  test('a system edits nothing', async () => {
    await expect(
      editTitle(catalogue, SYSTEM, { id, version: 1, fields: { year: 1990 } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect((await stored()).fields.year).toBe(2001);
  });

  test('a person passes nothing off as a source', async () => {
    const input = { source: SOURCE, records: [record(2)], taken: new Set<number>() };
    await expect(saveSourceRecords(catalogue, PERSON, input)).rejects.toMatchObject({ code: 'forbidden' });
    const scores = { source: 'mal-stats', provider: 'mal', scores: [], taken: new Set<number>() };
    await expect(saveSourceScores(catalogue, PERSON, scores)).rejects.toMatchObject({ code: 'forbidden' });
    expect(Object.keys(await contents(catalogue.db))).toEqual(['quiet-harbour']);
  });

  test('a title that is not there cannot be edited', async () => {
    await expect(editTitle(catalogue, PERSON, { id: id + 1, version: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
