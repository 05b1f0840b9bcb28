import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { MatchTier } from './contract.ts';
import type { TitleSource } from './tables.ts';

/** A title that a query met, and the name by which it did. */
export interface MatchRow {
  readonly title_id: number;
  readonly name: string;
  readonly tier: MatchTier;
}

const BEST_NAME_FIRST = "array_position(array['main', 'official', 'short', 'synonym'], kind)";

const selectDirect = prepare<MatchRow>(
  'search_direct',
  `with met as (
     select n.title_id, n.name, n.kind, case when n.compact = $1 then 0 else 1 end as tier
     from title_names n where n.compact like $2
     union all
     select n.title_id, n.name, n.kind, 2 from title_names n where $3::text is not null and n.normalised like $3
   ), best as (
     select distinct on (title_id) title_id, name, tier from met
     order by title_id, tier, ${BEST_NAME_FIRST}, length(name), name
   )
   select b.title_id, b.name, (array['exact', 'prefix', 'word_prefix'])[b.tier + 1] as tier
   from best b join titles t on t.id = b.title_id
   where t.is_listed and ($4 or not t.is_adult)
   order by b.tier, t.ranking desc, t.id limit $5`,
);

/**
 * Titles with a name that equals the query, begins with it, or has a word that begins with it; the best known first
 * within each tier. The query is compared without spaces and, for inner words, with them.
 */
export function selectDirectMatches(
  db: Db<unknown>,
  query: { compact: string; words: string; adult: boolean; limit: number },
): Promise<MatchRow[]> {
  const prefix = `${escapeLike(query.compact)}%`;
  // A pattern of fewer than two letters inside of names has no trigram to look up: every name would be read.
  const inner = query.words.length >= 2 ? `% ${escapeLike(query.words)}%` : null;
  return selectDirect(db, [query.compact, prefix, inner, query.adult, query.limit]);
}

const selectNear = prepare<MatchRow>(
  'search_near',
  `with best as (
     select distinct on (title_id) title_id, name, closeness from near_names($1, 400)
     order by title_id, closeness desc, name_id
   )
   select b.title_id, b.name, 'near' as tier
   from best b join titles t on t.id = b.title_id
   where t.is_listed and ($2 or not t.is_adult) and t.id <> all($3::integer[])
   order by b.closeness + t.ranking * 0.03 desc, t.id limit $4`,
);

/** Titles with a name like the query, by likeness and, where that is about equal, by how well known they are. */
export function selectNearMatches(
  db: Db<unknown>,
  query: { words: string; adult: boolean; limit: number; except: readonly number[] },
): Promise<MatchRow[]> {
  return selectNear(db, [query.words, query.adult, query.except, query.limit]);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

const selectSnapshotRow = prepare<{ snapshot: string }>(
  'search_snapshot',
  'select pg_current_snapshot()::text as snapshot',
);

/** Which transactions are over now: the point from which changes are asked for later. */
export async function selectSnapshot(db: Db<unknown>): Promise<string> {
  const [row] = await selectSnapshotRow(db, []);
  if (row === undefined) throw new Error('A snapshot without a row.');
  return row.snapshot;
}

const selectChanged = prepare<{ snapshot: string; ids: readonly number[] }>(
  'search_changed_titles',
  `select pg_current_snapshot()::text as snapshot, array(
     select title_id from title_changes
     where changed_by >= pg_snapshot_xmin($1::pg_snapshot)
       and not pg_visible_in_snapshot(changed_by, $1::pg_snapshot)
     limit $2
   ) as ids`,
);

/** The titles that transactions unseen by `snapshot` have changed, at most `limit`, and the snapshot that this is true for. */
export async function selectChangedSince(
  db: Db<unknown>,
  snapshot: string,
  limit: number,
): Promise<{ snapshot: string; ids: readonly number[] }> {
  const [row] = await selectChanged(db, [snapshot, limit]);
  if (row === undefined) throw new Error('A snapshot without a row.');
  return row;
}

const selectRanking = prepare<{ ranking: number }>(
  'search_rankings',
  'select ranking from titles where is_listed',
);

/** The rankings of all listed titles, in no order. */
export async function selectRankings(db: Db<unknown>): Promise<number[]> {
  return (await selectRanking(db, [])).map((row) => row.ranking);
}

const SOURCE = `
  select t.id, t.ranking, t.kind, t.is_adult, t.year, t.franchise_id,
    case when t.kind = 'tv' and t.aired_order > 0 then (
      select 1 + count(*)::integer from titles o where o.franchise_id = t.franchise_id and o.kind = 'tv'
        and o.is_listed and o.aired_order > 0 and o.aired_order < t.aired_order having t.franchise_id is not null
    ) end as ordinal,
    case when t.franchise_id is not null then f.slug = t.slug end as is_head,
    coalesce((select json_agg(json_build_array(n.name, n.kind) order by n.kind <> 'main', n.id)
      from title_names n where n.title_id = t.id), '[]') as names
  from titles t left join franchises f on f.id = t.franchise_id
  where t.is_listed and`;

const selectSourcesAfter = prepare<TitleSource>(
  'search_sources_after',
  `${SOURCE} t.id > $1 order by t.id limit $2`,
);
const selectSourcesOf = prepare<TitleSource>('search_sources_of', `${SOURCE} t.id = any($1::integer[])`);

/** What search must know of listed titles, in the order of their ids, from after one of them on. */
export function selectTitleSources(db: Db<unknown>, afterId: number, limit: number): Promise<TitleSource[]> {
  return selectSourcesAfter(db, [afterId, limit]);
}

/** What search must know of the listed ones among these titles. */
export function selectTitleSourcesOf(db: Db<unknown>, ids: readonly number[]): Promise<TitleSource[]> {
  return selectSourcesOf(db, [ids]);
}

const selectListed = prepare<{ id: number }>(
  'search_listed_ids',
  'select id from titles where is_listed limit $1',
);

/** Ids of listed titles, at most `limit`, in no order. */
export async function selectListedIds(db: Db<unknown>, limit: number): Promise<number[]> {
  return (await selectListed(db, [limit])).map((row) => row.id);
}
