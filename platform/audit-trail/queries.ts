import { type Db, prepare } from '../postgres/index.ts';
import type { FieldChange } from './changes.ts';

/** An entry to write. */
export interface NewEntry {
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly target_kind: string;
  readonly target: string | null;
  readonly changes: Readonly<Record<string, FieldChange>>;
  readonly reason: string | null;
  readonly request_id: string | null;
  readonly address: string | null;
  readonly user_agent: string | null;
}

const COLUMNS =
  'actor_kind, actor, action, outcome, target_kind, target, changes, reason, request_id, address, user_agent';

const insert = prepare<never>(
  'audit_insert_entries',
  `insert into audit.entries (${COLUMNS})
   select ${COLUMNS} from rows from (jsonb_to_recordset($1::jsonb) as (actor_kind text, actor text, action text,
     outcome text, target_kind text, target text, changes jsonb, reason text, request_id text, address text,
     user_agent text)) with ordinality as e (${COLUMNS}, place) order by place`,
);

/** Writes entries, in their order. */
export async function insertEntries(db: Db<unknown>, entries: readonly NewEntry[]): Promise<void> {
  await insert(db, [JSON.stringify(entries)]);
}

/** An entry as it was written. */
export interface EntryRow {
  readonly id: number;
  readonly at: Date;
  readonly actor_kind: 'account' | 'system' | 'operator' | 'anonymous';
  readonly actor: string | null;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly target_kind: string;
  readonly target: string | null;
  readonly changes: Readonly<Record<string, FieldChange>>;
  readonly reason: string | null;
  readonly request_id: string | null;
  readonly address: string | null;
  readonly user_agent: string | null;
  /** Its place in the chain; null while it waits for one. */
  readonly position: number | null;
}

/** Which entries; what is undefined does not matter. */
export interface EntryFilter {
  /** The id of an account, or the name of a system. */
  readonly actor?: string | undefined;
  readonly actorKind?: string | undefined;
  /** An action such as `role.grant`, or all of one subject: `role.`. */
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly targetKind?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Date | undefined;
  /** Entries of this very moment are left out. */
  readonly until?: Date | undefined;
}

/** Ids and times are given out by the same statement, so their orders differ by moments: ids bound what a time has to be looked for in. */
const ORDER_SLACK = `interval '10 min'`;

const select = prepare<EntryRow>(
  'audit_entries_page',
  `select e.id, e.at, ${COLUMNS.replace(/(\w+)/g, 'e.$1')}, s.position
   from audit.entries e left join audit.seals s on s.entry_id = e.id
   where ($1::text is null or e.actor = $1) and ($2::text is null or e.actor_kind = $2)
     and ($3::text is null or e.action = $3 or ($3 like '%.' and starts_with(e.action, $3)))
     and ($4::text is null or e.outcome = $4)
     and ($5::text is null or e.target_kind = $5) and ($6::text is null or e.target = $6)
     and ($7::timestamptz is null or e.at >= $7 and e.id >= coalesce((select x.id from audit.entries x
       where x.at >= $7 - ${ORDER_SLACK} order by x.at, x.id limit 1), 9223372036854775807))
     and ($8::timestamptz is null or e.at < $8 and e.id <= coalesce((select x.id from audit.entries x
       where x.at < $8 + ${ORDER_SLACK} order by x.at desc, x.id desc limit 1), 0))
     and ($9::bigint is null or e.id < $9)
   order by e.id desc limit $10`,
);

/** Entries that fit, the newest first, beginning below an id. */
export function selectEntries(
  db: Db<unknown>,
  filter: EntryFilter & { readonly belowId?: number | undefined; readonly limit: number },
): Promise<EntryRow[]> {
  const { actor, actorKind, action, outcome, targetKind, target, from, until, belowId, limit } = filter;
  const wanted = [actor, actorKind, action, outcome, targetKind, target, from, until, belowId];
  return select(db, [...wanted.map((value) => value ?? null), limit]);
}
