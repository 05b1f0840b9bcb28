import { type Db, openDatabase, prepare } from '@seaworthy/platform/postgres';
import { normaliseName } from '../../products/kitsu/features/names/index.ts';
import type { GeneratedRow } from './generated-rows.ts';

const BATCH_ROWS = 4_000;

const insertBatch = prepare<never>(
  'bench_insert_names',
  `insert into title_names (title_id, name, kind, source, normalised, compact)
   select title_id, name, kind, 'bench', normalised, compact from json_to_recordset($1::json)
     as r(title_id int, name text, kind text, normalised text, compact text)
   on conflict do nothing`,
);
const selectIndexes = prepare<{ indexname: string; indexdef: string }>(
  'bench_name_indexes',
  `select i.indexname, i.indexdef from pg_indexes i
   where i.schemaname = 'public' and i.tablename = 'title_names'
     and not exists (select from pg_constraint c where c.conname = i.indexname)`,
);

/** Writes the names of rows that `insertRows` has written. Indexes are made afterwards, which takes a fraction of the time. */
export async function insertNames(ownerUrl: string, rows: readonly GeneratedRow[]): Promise<void> {
  const database = openDatabase<unknown>({
    url: ownerUrl,
    applicationName: 'bench',
    poolMax: 1,
    statementTimeoutMs: 600_000,
  });
  const { db } = database;
  try {
    const indexes = await selectIndexes(db, []);
    for (const { indexname } of indexes) await define(db, `drop index ${indexname}`);
    for (let first = 0; first < rows.length; first += BATCH_ROWS) {
      const names = rows
        .slice(first, first + BATCH_ROWS)
        .flatMap((row, index) => namesOf(first + index + 1, row));
      await insertBatch(db, [JSON.stringify(names)]);
    }
    for (const { indexdef } of indexes) await define(db, indexdef);
  } finally {
    await database.close();
  }
}

function namesOf(titleId: number, row: GeneratedRow): object[] {
  return [row.title, ...row.synonyms].map((name, index) => {
    const { words, compact } = normaliseName(name);
    return { title_id: titleId, name, kind: index === 0 ? 'main' : 'synonym', normalised: words, compact };
  });
}

function define(db: Db<unknown>, statement: string): Promise<unknown[]> {
  return prepare('bench_define', statement)(db, []);
}
