import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { SeasonList } from './contract.ts';

const selectYears = prepare<SeasonList['items'][number]>(
  'years_with_seasons',
  `select year, sum(count)::integer as count,
     coalesce(json_agg(json_build_object('season', season, 'count', count)
       order by array_position(array['winter', 'spring', 'summer', 'fall'], season))
       filter (where season is not null), '[]') as seasons
   from (select year, season, count(*) from titles t
         where t.is_listed and t.year is not null and ($1 or not t.is_adult) group by year, season) counted
   group by year order by year desc`,
);

/** Years with listed titles, newest first, and the titles of their seasons. */
export function countTitlesBySeason(db: Db<unknown>, adult: boolean): Promise<SeasonList['items']> {
  return selectYears(db, [adult]);
}
