import { type Db, prepare } from '../../postgres/index.ts';

/** An API key as its owner sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly last_address: string | null;
}

const COLUMNS = 'id, name, prefix, scopes, created_at, expires_at, last_used_at, last_address';

const insert = prepare<ApiKeyRow>(
  'identity_insert_api_key',
  `insert into identity.api_keys (account_id, name, prefix, token_hash, scopes, expires_at)
   values ($1, $2, $3, $4, $5, now() + make_interval(days => $6::integer)) returning ${COLUMNS}`,
);

/** Stores a key; without a lifetime it does not expire. */
export async function insertApiKey(
  db: Db<unknown>,
  key: {
    readonly accountId: string;
    readonly name: string;
    readonly prefix: string;
    readonly tokenHash: Buffer;
    readonly scopes: readonly string[];
    readonly lifetimeDays: number | null;
  },
): Promise<ApiKeyRow> {
  const { accountId, name, prefix, tokenHash, scopes, lifetimeDays } = key;
  const [row] = await insert(db, [accountId, name, prefix, tokenHash, scopes, lifetimeDays]);
  if (row === undefined) throw new Error('An API key was not written.');
  return row;
}

const select = prepare<ApiKeyRow>(
  'identity_api_keys',
  `select ${COLUMNS} from identity.api_keys where account_id = $1 and revoked_at is null
   order by created_at desc, id limit 200`,
);

/** The keys of an account that were not revoked, the newest first. */
export function selectApiKeys(db: Db<unknown>, accountId: string): Promise<ApiKeyRow[]> {
  return select(db, [accountId]);
}

const revoke = prepare<{ id: string }>(
  'identity_revoke_api_keys',
  `update identity.api_keys set revoked_at = now()
   where account_id = $1 and revoked_at is null and ($2::uuid is null or id = $2) returning id`,
);

/** Revokes one key of an account, or all of them. Returns how many. */
export async function revokeApiKeys(db: Db<unknown>, accountId: string, id?: string): Promise<number> {
  return (await revoke(db, [accountId, id ?? null])).length;
}

/** What a request needs to know of the key behind it. */
export interface LiveKey {
  readonly id: string;
  readonly account_id: string;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly touch_due: boolean;
}

const selectLive = prepare<LiveKey>(
  'identity_live_api_key',
  `select k.id, k.account_id, k.scopes,
     array(select g.role from identity.role_grants g where g.account_id = k.account_id) as roles,
     coalesce(k.last_used_at < now() - interval '60 s', true) as touch_due
   from identity.api_keys k join identity.accounts a on a.id = k.account_id
   where k.token_hash = $1 and k.revoked_at is null and coalesce(k.expires_at > now(), true)
     and a.suspended_at is null and a.deletion_due_at is null`,
);

/** The key with this hash, right now, with its account's roles. */
export async function selectLiveKey(db: Db<unknown>, tokenHash: Buffer): Promise<LiveKey | undefined> {
  return (await selectLive(db, [tokenHash]))[0];
}

const touch = prepare<never>(
  'identity_touch_api_key',
  `update identity.api_keys set last_used_at = now(), last_address = $2
   where id = $1 and coalesce(last_used_at < now() - interval '60 s', true)`,
);

/** Notes that a key is in use. */
export async function touchApiKey(db: Db<unknown>, id: string, address: string): Promise<void> {
  await touch(db, [id, address]);
}
