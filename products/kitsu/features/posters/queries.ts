import { type Db, prepare } from '@seaworthy/platform/postgres';

const selectSubject = prepare<{
  id: number;
  slug: string;
  kind: string;
  year: number | null;
  genres: string[];
}>(
  'poster_subject',
  `select t.id, t.slug, t.kind, t.year, coalesce((
     select array_agg(g.slug order by g.kind = 'tag', g.id)
     from title_genres tg join genres g on g.id = tg.genre_id where tg.title_id = t.id
   ), '{}') as genres
   from titles t where t.id = $1 and t.is_listed`,
);

/** What the poster of a listed title is drawn from. */
export async function selectPosterSubject(db: Db<unknown>, id: number) {
  return (await selectSubject(db, [id]))[0];
}
