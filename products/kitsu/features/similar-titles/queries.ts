import { type Db, prepare } from '@seaworthy/platform/postgres';

/** A title as the comparison knows it, in the order of the statement's columns. */
export type TraitRow = readonly [
  id: number,
  /** 0 for none. */
  franchiseId: number,
  /** 0 when unknown. */
  year: number,
  kind: string,
  ranking: number,
  isAdult: boolean,
  genreIds: readonly number[],
  studioIds: readonly number[],
  mainTitle: string,
];

/** Everything that titles are compared by. */
export interface TraitRows {
  readonly titles: readonly TraitRow[];
  readonly genres: readonly { readonly id: number; readonly slug: string }[];
  readonly studios: readonly { readonly id: number; readonly slug: string; readonly name: string }[];
}

const selectAll = prepare<TraitRows>(
  'title_traits',
  `with traits as (
     select t.id, t.franchise_id, t.year, t.kind, t.ranking, t.is_adult, t.main_title,
       (select json_agg(tg.genre_id order by tg.genre_id) from title_genres tg where tg.title_id = t.id) as genres,
       (select json_agg(ts.studio_id order by ts.studio_id) from title_studios ts
         where ts.title_id = t.id and ts.role = 'studio') as studios
     from titles t where t.is_listed
   )
   select
     coalesce((select json_agg(json_build_array(id, coalesce(franchise_id, 0), coalesce(year, 0), kind, ranking, is_adult,
       coalesce(genres, '[]'), coalesce(studios, '[]'), main_title) order by id)
       from traits where genres is not null or studios is not null), '[]') as titles,
     coalesce((select json_agg(json_build_object('id', id, 'slug', slug) order by id) from genres), '[]') as genres,
     coalesce((select json_agg(json_build_object('id', id, 'slug', slug, 'name', name) order by id)
       from studios), '[]') as studios`,
);

/** The traits of all listed titles that have any, by id. */
export async function selectTraits(db: Db<unknown>): Promise<TraitRows> {
  const [row] = await selectAll(db, []);
  return row ?? { titles: [], genres: [], studios: [] };
}

const selectId = prepare<{ id: number }>(
  'listed_title_id',
  `select t.id from titles t
   where t.is_listed and (t.slug = $1 or t.id = case when $1 ~ '^[1-9][0-9]{0,8}$' then $1::integer end)
   order by t.slug = $1 desc limit 1`,
);

/** The id of a listed title; undefined when there is none of that id or slug. */
export async function selectListedId(db: Db<unknown>, idOrSlug: string): Promise<number | undefined> {
  return (await selectId(db, [idOrSlug]))[0]?.id;
}
