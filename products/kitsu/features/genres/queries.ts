import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { GenreList } from './contract.ts';

const selectGenreCounts = prepare<GenreList['items'][number]>(
  'genres_with_counts',
  `select g.slug, g.kind, json_build_object('en', g.name_en, 'ru', g.name_ru) as name, count(*)::integer as count
   from genres g join title_genres tg on tg.genre_id = g.id join titles t on t.id = tg.title_id
   where t.is_listed and ($1 or not t.is_adult)
   group by g.id order by count(*) desc, g.slug`,
);

/** Genres with how many listed titles have them, most first; those without any are left out. */
export function countTitlesByGenre(db: Db<unknown>, adult: boolean): Promise<GenreList['items']> {
  return selectGenreCounts(db, [adult]);
}

const insertMissing = prepare<never>(
  'insert_missing_genres',
  `insert into genres (slug, kind, name_en, name_ru)
   select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict (slug) do nothing`,
);
const selectIds = prepare<{ slug: string; id: number }>(
  'genre_ids',
  'select slug, id from genres where slug = any($1::text[])',
);

/** Makes sure that the genres exist and returns their ids by slug. */
export async function upsertGenres(
  db: Db<unknown>,
  genres: readonly { slug: string; kind: string; nameEn: string; nameRu: string | null }[],
): Promise<ReadonlyMap<string, number>> {
  const slugs = genres.map((genre) => genre.slug);
  const known = await selectIds(db, [slugs]);
  const have = new Set(known.map((row) => row.slug));
  const missing = genres.filter((genre) => !have.has(genre.slug));
  if (missing.length === 0) return new Map(known.map((row) => [row.slug, row.id]));
  await insertMissing(db, [
    missing.map((genre) => genre.slug),
    missing.map((genre) => genre.kind),
    missing.map((genre) => genre.nameEn),
    missing.map((genre) => genre.nameRu),
  ]);
  return new Map((await selectIds(db, [slugs])).map((row) => [row.slug, row.id]));
}
