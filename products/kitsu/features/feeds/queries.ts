import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { Feed, FeedQuery } from './contract.ts';

/** When a title came and changed, and what is said of it. */
export interface FeedRow {
  readonly id: number;
  readonly descriptions: Feed['items'][number]['descriptions'];
  readonly created_at: Date;
  readonly updated_at: Date;
}

const SELECT = `select t.id, t.created_at, t.updated_at,
    coalesce((select json_object_agg(d.language, d.body) from title_descriptions d where d.title_id = t.id), '{}')
      as descriptions
  from titles t where t.is_listed and not t.is_adult`;

// Ids are given out in the order in which titles come.
const ORDERS = { new: 't.id desc', updated: 't.updated_at desc, t.id desc' } as const;

const EVERYWHERE = {
  new: prepare<FeedRow>('feed_new', `${SELECT} order by ${ORDERS.new} limit $1`),
  updated: prepare<FeedRow>('feed_updated', `${SELECT} order by ${ORDERS.updated} limit $1`),
};
const IN_SEASON = {
  new: prepare<FeedRow>(
    'feed_of_season_new',
    `${SELECT} and t.year = $2 and t.season = $3 order by ${ORDERS.new} limit $1`,
  ),
  updated: prepare<FeedRow>(
    'feed_of_season_updated',
    `${SELECT} and t.year = $2 and t.season = $3 order by ${ORDERS.updated} limit $1`,
  ),
};

/** The latest titles, of one season where one is named. */
export function selectFeedRows(
  db: Db<unknown>,
  { order, year, season, limit }: FeedQuery,
): Promise<FeedRow[]> {
  return year !== undefined && season !== undefined
    ? IN_SEASON[order](db, [limit, year, season])
    : EVERYWHERE[order](db, [limit]);
}
