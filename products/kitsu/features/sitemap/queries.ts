import { type Db, prepare } from '@seaworthy/platform/postgres';

const selectPage = prepare<{ id: number; slug: string; updated_at: Date }>(
  'sitemap_page',
  `select t.id, t.slug, t.updated_at from titles t
   where t.is_listed and not t.is_adult and t.id > $1 order by t.id limit $2`,
);

/** Listed titles that may be indexed, by id, after the one of `afterId`. */
export function selectSitemapRows(db: Db<unknown>, afterId: number, limit: number) {
  return selectPage(db, [afterId, limit]);
}
