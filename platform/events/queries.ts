import { type Db, prepare } from '../postgres/index.ts';

/** The latest that was said of a subject. */
export interface EventRow {
  readonly audience: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: unknown;
  /** ISO 8601. */
  readonly at: string;
}

/** What was committed since a snapshot, and the snapshot up to which that is everything. */
export interface News {
  readonly snapshot: string;
  readonly events: readonly EventRow[];
}

const COLUMNS = `jsonb_build_object('audience', e.audience, 'kind', e.kind, 'subject', e.subject, 'body', e.body,
  'at', to_char(e.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
const IN_ORDER = 'order by e.changed_by, e.changed_at, e.audience, e.kind, e.subject';

const news = prepare<News>(
  'events_news',
  `select pg_current_snapshot()::text as snapshot, coalesce((
     select jsonb_agg(${COLUMNS} ${IN_ORDER}) from events.latest e
     where e.changed_by >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(e.changed_by, $1::pg_snapshot)
       and pg_visible_in_snapshot(e.changed_by, pg_current_snapshot())), '[]') as events`,
);

/** All events that were committed since a snapshot, in the order of their transactions. */
export async function selectNews(db: Db<unknown>, since: string): Promise<News> {
  const [row] = await news(db, [since]);
  if (row === undefined) throw new Error('Asking for news returned nothing.');
  return row;
}

const now = prepare<{ snapshot: string }>(
  'events_snapshot',
  'select pg_current_snapshot()::text as snapshot',
);

/** The snapshot of this moment. */
export async function selectSnapshot(db: Db<unknown>): Promise<string> {
  const [row] = await now(db, []);
  if (row === undefined) throw new Error('There is no snapshot.');
  return row.snapshot;
}

const between = prepare<{ is_whole: boolean; events: readonly EventRow[] }>(
  'events_between',
  `select pg_snapshot_xmin($1::pg_snapshot) > (select through from events.forgotten)
     and pg_snapshot_xmin($1::pg_snapshot) <= pg_snapshot_xmin($2::pg_snapshot) as is_whole,
   coalesce((select jsonb_agg(one) from (
     select ${COLUMNS} as one from events.latest e
     where e.audience = any($3::text[]) and e.changed_by >= pg_snapshot_xmin($1::pg_snapshot)
       and not pg_visible_in_snapshot(e.changed_by, $1::pg_snapshot)
       and pg_visible_in_snapshot(e.changed_by, $2::pg_snapshot) ${IN_ORDER} limit $4) missed), '[]') as events`,
);

/**
 * The events for these audiences that were committed after one snapshot and before another. Not whole when some may have
 * been removed since, or the first snapshot is none of this database's past.
 */
export async function selectMissed(
  db: Db<unknown>,
  asked: {
    readonly since: string;
    readonly until: string;
    readonly audiences: readonly string[];
    readonly countMax: number;
  },
): Promise<{ readonly isWhole: boolean; readonly events: readonly EventRow[] }> {
  const [row] = await between(db, [asked.since, asked.until, asked.audiences, asked.countMax]);
  return { isWhole: row?.is_whole ?? false, events: row?.events ?? [] };
}

const prune = prepare<{ count: number }>(
  'events_prune',
  `with gone as (
     delete from events.latest where changed_at < clock_timestamp() - make_interval(days => $1) returning changed_by
   ), noted as (
     update events.forgotten set through = greatest(through, (select max(changed_by) from gone)) where exists (select from gone)
   )
   select count(*)::integer as count from gone`,
);

/** Removes events that are older than so many days and notes up to where. Returns how many. */
export async function deleteOldEvents(db: Db<unknown>, days: number): Promise<number> {
  return (await prune(db, [days]))[0]?.count ?? 0;
}
