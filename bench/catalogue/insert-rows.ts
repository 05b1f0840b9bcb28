import { type Db, openDatabase, prepare } from '@seaworthy/platform/postgres';
import { normaliseName } from '../../products/kitsu/features/names/index.ts';
import { externalIdOfUrl } from '../../products/kitsu/features/titles/index.ts';
import type { GeneratedRow } from './generated-rows.ts';

const BATCH_ROWS = 4_000;

const insertTitles = prepare<never>(
  'bench_insert_titles',
  `insert into titles (id, slug, main_title, title_order, english_title, kind, status, season, year, episode_count,
     popularity, score, state) overriding system value
   select *, 'published' from json_to_recordset($1::json) as r(id int, slug text, main_title text, title_order text,
     english_title text, kind text, status text, season text, year smallint, episode_count int, popularity int,
     score numeric)`,
);
const insertGenres = prepare<never>(
  'bench_insert_genres',
  `insert into genres (slug, kind, name_en) select distinct r.slug, 'genre', r.slug from json_to_recordset($1::json) as
   r(slug text) on conflict (slug) do nothing`,
);
const insertTitleGenres = prepare<never>(
  'bench_insert_title_genres',
  `insert into title_genres (title_id, genre_id) select r.title_id, g.id
   from json_to_recordset($1::json) as r(title_id int, slug text) join genres g on g.slug = r.slug`,
);
const insertIds = prepare<never>(
  'bench_insert_ids',
  `insert into title_external_ids (title_id, provider, external_id, source) select r.title_id, r.provider, r.external_id,
   'bench' from json_to_recordset($1::json) as r(title_id int, provider text, external_id text)`,
);
/**
 * Writes titles straight into the tables of lists, in seconds: what the import does for correctness takes longer and is
 * measured elsewhere. Ids are the places of the rows, from 1.
 */
export async function insertRows(ownerUrl: string, rows: readonly GeneratedRow[]): Promise<void> {
  const database = openDatabase<unknown>({
    url: ownerUrl,
    applicationName: 'bench',
    statementTimeoutMs: 60_000,
  });
  try {
    for (let first = 0; first < rows.length; first += BATCH_ROWS) {
      await insertBatch(database.db, first + 1, rows.slice(first, first + BATCH_ROWS));
    }
  } finally {
    await database.close();
  }
}

async function insertBatch(db: Db<unknown>, firstId: number, rows: readonly GeneratedRow[]): Promise<void> {
  const numbered = rows.map((row, index) => ({ id: firstId + index, row }));
  const write = (insert: typeof insertTitles, values: readonly object[]) =>
    insert(db, [JSON.stringify(values)]);
  const genres = numbered.flatMap(({ id, row }) => row.tags.map((slug) => ({ title_id: id, slug })));
  await write(
    insertTitles,
    numbered.map(({ id, row }) => titleOf(id, row)),
  );
  await write(insertGenres, genres);
  await Promise.all([
    write(insertTitleGenres, genres),
    write(
      insertIds,
      numbered.flatMap(({ id, row }) => idsOf(id, row)),
    ),
  ]);
}

function titleOf(id: number, row: GeneratedRow): object {
  const { season, year } = row.animeSeason;
  return {
    id,
    slug: `generated-${id}`,
    main_title: row.title,
    title_order: normaliseName(row.title).words,
    english_title: row.synonyms[0],
    kind: row.type.toLowerCase(),
    status: { FINISHED: 'finished', ONGOING: 'airing', UPCOMING: 'upcoming' }[row.status],
    season: season === 'UNDEFINED' ? null : season.toLowerCase(),
    year,
    episode_count: row.episodes,
    popularity: id % 3 === 0 ? (id * 17) % 50_000 : null,
    score: id % 3 === 0 ? 1 + ((id * 31) % 900) / 100 : null,
  };
}

function idsOf(id: number, row: GeneratedRow): object[] {
  return row.sources.flatMap((source) => {
    const found = externalIdOfUrl(source);
    return found === null ? [] : [{ title_id: id, provider: found.provider, external_id: found.externalId }];
  });
}
