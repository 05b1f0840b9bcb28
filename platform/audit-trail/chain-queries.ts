import { type Db, prepare } from '../postgres/index.ts';

/** An entry as it is hashed: every column, as text that is the same wherever and whenever it is read. */
export type SealedText = readonly (string | null)[];

const CONTENT = `jsonb_build_array(e.id::text, (extract(epoch from e.at) * 1000)::bigint::text, e.actor_kind, e.actor, e.action,
  e.outcome, e.target_kind, e.target, e.changes::text, e.reason, e.request_id, e.address, e.user_agent)`;

const selectHead = prepare<{ position: number; hash: Buffer }>(
  'audit_chain_head',
  'select position, hash from audit.seals order by position desc limit 1',
);

/** The end of the chain; undefined before its beginning. */
export async function selectChainHead(
  db: Db<unknown>,
): Promise<{ readonly position: number; readonly hash: Buffer } | undefined> {
  return (await selectHead(db, []))[0];
}

const selectWaiting = prepare<{ id: number; content: SealedText }>(
  'audit_unsealed_entries',
  `select e.id, ${CONTENT} as content from audit.unsealed u join audit.entries e on e.id = u.entry_id
   order by u.entry_id limit $1`,
);

/** Entries that wait for their place, by id. */
export function selectUnsealed(db: Db<unknown>, countMax: number) {
  return selectWaiting(db, [countMax]);
}

const appendSeals = prepare<never>('audit_seal', 'select audit.seal($1, $2, $3, $4, $5)');

/** Adds links to the chain and signs its end. Fails as a lost race when the chain went on meanwhile. */
export async function insertSeals(
  db: Db<unknown>,
  seals: {
    readonly firstPosition: number;
    readonly entryIds: readonly number[];
    readonly hashes: readonly Buffer[];
    readonly keyId: string;
    readonly signature: Buffer;
  },
): Promise<void> {
  const { firstPosition, entryIds, hashes, keyId, signature } = seals;
  await appendSeals(db, [firstPosition, entryIds, hashes, keyId, signature]);
}

/** One link of the chain with what it seals; `content` is null where the entry is gone. */
export interface LinkRow {
  readonly position: number;
  readonly entry_id: number;
  readonly hash: Buffer;
  readonly content: SealedText | null;
  readonly key_id: string | null;
  readonly signature: Buffer | null;
}

const selectPage = prepare<LinkRow>(
  'audit_chain_links',
  `select s.position, s.entry_id, s.hash, case when e.id is not null then ${CONTENT} end as content, c.key_id, c.signature
   from audit.seals s left join audit.entries e on e.id = s.entry_id left join audit.checkpoints c on c.position = s.position
   where s.position > $1 order by s.position limit $2`,
);

/** Links of the chain after a position. */
export function selectLinks(db: Db<unknown>, afterPosition: number, countMax: number): Promise<LinkRow[]> {
  return selectPage(db, [afterPosition, countMax]);
}

const selectStray = prepare<{ id: number }>(
  'audit_stray_entry',
  `select e.id from audit.entries e
   where not exists (select from audit.seals s where s.entry_id = e.id)
     and not exists (select from audit.unsealed u where u.entry_id = e.id)
   order by e.id limit 1`,
);

/** The first entry that is neither sealed nor waits for it: somebody took it out of the chain, or slipped it in. */
export async function selectStrayEntry(db: Db<unknown>): Promise<number | undefined> {
  return (await selectStray(db, []))[0]?.id;
}

const rights = prepare<{ is_protected: boolean }>(
  'audit_rights',
  `select not bool_or(pg_has_role(current_user, c.relowner, 'member')
     or has_table_privilege(c.oid, 'update, delete, truncate')) as is_protected
   from pg_class c where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r'`,
);

/** Whether the role that asks can add to the trail and nothing else. */
export async function selectIsProtected(db: Db<unknown>): Promise<boolean> {
  return (await rights(db, []))[0]?.is_protected ?? false;
}

const count = prepare<{ count: number; oldest_s: number | null }>(
  'audit_count_unsealed',
  `select count(*) as count, extract(epoch from clock_timestamp() - min(e.at))::double precision as oldest_s
   from audit.unsealed u join audit.entries e on e.id = u.entry_id`,
);

/** How many entries wait for their place, and for how long the oldest has, in seconds. */
export async function countUnsealed(db: Db<unknown>) {
  const [row] = await count(db, []);
  return { count: row?.count ?? 0, oldestS: row?.oldest_s ?? 0 };
}
