import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { Season, TitleKind } from '../titles/contract.ts';

/** What a poster is drawn from, as it is stored. */
interface PosterRow {
  readonly id: number;
  readonly slug: string;
  readonly kind: TitleKind;
  readonly year: number | null;
  readonly genres: readonly string[];
}

/** What the picture of a title shows. */
export interface TitlePictureRow extends PosterRow {
  readonly version: number;
  readonly season: Season | null;
  readonly episode_count: number | null;
  readonly score: number | null;
  readonly main_title: string;
  readonly romaji_title: string | null;
  readonly english_title: string | null;
  readonly russian_title: string | null;
}

/** What the picture of a list shows. */
export interface ListPictureRow {
  readonly count: number;
  readonly posters: readonly PosterRow[];
}

const GENRES = `coalesce((
  select json_agg(g.slug order by g.kind = 'tag', g.id)
  from title_genres tg join genres g on g.id = tg.genre_id where tg.title_id = t.id
), '[]')`;

const selectTitle = prepare<TitlePictureRow>(
  'share_picture_of_title',
  `select t.id, t.slug, t.kind, t.year, t.version, t.season, t.episode_count, t.score::double precision as score,
     t.main_title, t.romaji_title, t.english_title, t.russian_title, ${GENRES} as genres
   from titles t where t.id = $1 and t.is_listed`,
);

/** A listed title for its picture. */
export async function selectTitlePicture(db: Db<unknown>, id: number): Promise<TitlePictureRow | undefined> {
  return (await selectTitle(db, [id]))[0];
}

/** Counts the titles that meet a condition on `t` and takes the best known of them; titles for adults are left out. */
function listPicture(name: string, condition: string) {
  const shown = `t.is_listed and not t.is_adult and ${condition}`;
  return prepare<ListPictureRow>(
    name,
    `select (select count(*)::integer from titles t where ${shown}) as count,
       coalesce((select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'kind', t.kind, 'year', t.year,
         'genres', ${GENRES}) order by t.ranking desc, t.id desc)
         from (select * from titles t where ${shown} order by t.ranking desc, t.id desc limit 9) t), '[]') as posters`,
  );
}

const ofAll = listPicture('share_picture_of_all', 'true');
const ofSeason = listPicture('share_picture_of_season', 't.year = $1::smallint and t.season = $2');
const ofGenre = listPicture(
  'share_picture_of_genre',
  `exists (select from title_genres tg join genres g on g.id = tg.genre_id
     where tg.title_id = t.id and g.slug = $1)`,
);

const EMPTY: ListPictureRow = { count: 0, posters: [] };

/** All listed titles. */
export async function selectAllPicture(db: Db<unknown>): Promise<ListPictureRow> {
  return (await ofAll(db, []))[0] ?? EMPTY;
}

/** The titles of a season. */
export async function selectSeasonPicture(
  db: Db<unknown>,
  year: number,
  season: Season,
): Promise<ListPictureRow> {
  return (await ofSeason(db, [year, season]))[0] ?? EMPTY;
}

/** The titles of a genre. */
export async function selectGenrePicture(db: Db<unknown>, slug: string): Promise<ListPictureRow> {
  return (await ofGenre(db, [slug]))[0] ?? EMPTY;
}

const selectName = prepare<{ en: string; ru: string | null }>(
  'share_picture_genre_name',
  'select name_en as en, name_ru as ru from genres where slug = $1',
);

/** The names of a genre. */
export async function selectGenreName(
  db: Db<unknown>,
  slug: string,
): Promise<{ en: string; ru: string | null } | undefined> {
  return (await selectName(db, [slug]))[0];
}
