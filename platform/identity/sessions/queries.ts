import { type Db, prepare } from '../../postgres/index.ts';

/** What a request needs to know of the session behind it. */
export interface LiveSession {
  readonly session_id: string;
  readonly account_id: string;
  readonly roles: readonly string[];
  /** Its last use was noted a while ago. */
  readonly touch_due: boolean;
}

const TOUCH_INTERVAL_S = 60;

const selectLive = prepare<LiveSession>(
  'identity_live_session',
  `select s.id as session_id, s.account_id,
     array(select g.role from identity.role_grants g where g.account_id = s.account_id) as roles,
     s.last_used_at < now() - interval '${TOUCH_INTERVAL_S} s' as touch_due
   from identity.session_tokens t
   join identity.sessions s on s.id = t.session_id
   join identity.accounts a on a.id = s.account_id
   where t.token_hash = $1 and t.use = $2 and t.expires_at > now()
     and s.ended_at is null and s.expires_at > now() and a.suspended_at is null
     and (s.kind <> 'browser' or s.last_used_at > now() - make_interval(secs => $3))`,
);

/** The session that a token opens right now, with the account's roles right now: one statement for each request. */
export async function selectLiveSession(
  db: Db<unknown>,
  asked: { readonly tokenHash: Buffer; readonly use: 'cookie' | 'access'; readonly idleS: number },
): Promise<LiveSession | undefined> {
  return (await selectLive(db, [asked.tokenHash, asked.use, asked.idleS]))[0];
}

const touch = prepare<never>(
  'identity_touch_session',
  `update identity.sessions set last_used_at = now(), address = $2
   where id = $1 and last_used_at < now() - interval '${TOUCH_INTERVAL_S} s'`,
);

/** Notes that a session is in use; of many requests at once one does it. */
export async function touchSession(db: Db<unknown>, id: string, address: string): Promise<void> {
  await touch(db, [id, address]);
}

/** A session to begin. */
export interface NewSession {
  readonly accountId: string;
  readonly kind: 'browser' | 'api';
  readonly deviceId: string | null;
  readonly deviceName: string;
  readonly address: string;
  readonly absoluteS: number;
}

const insert = prepare<{ id: string; expires_at: Date }>(
  'identity_insert_session',
  `insert into identity.sessions (account_id, kind, device_id, device_name, address, expires_at)
   values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6)) returning id, expires_at`,
);

export async function insertSession(db: Db<unknown>, session: NewSession) {
  const { accountId, kind, deviceId, deviceName, address, absoluteS } = session;
  const [row] = await insert(db, [accountId, kind, deviceId, deviceName, address, absoluteS]);
  if (row === undefined) throw new Error('A session was not written.');
  return row;
}

/** A token to store. It never outlives its session. */
export interface NewToken {
  readonly tokenHash: Buffer;
  readonly use: 'cookie' | 'access' | 'refresh';
  readonly lifetimeS: number;
}

const insertRows = prepare<{ use: string; expires_at: Date }>(
  'identity_insert_tokens',
  `insert into identity.session_tokens (token_hash, session_id, use, generation, expires_at)
   select r.token_hash, s.id, r.use, $4, least(s.expires_at, now() + make_interval(secs => r.lifetime))
   from unnest($1::bytea[], $2::text[], $5::double precision[]) as r (token_hash, use, lifetime)
   join identity.sessions s on s.id = $3
   returning use, expires_at`,
);

/** Stores the tokens of one generation of a session; returns until when each is good. */
export async function insertTokens(
  db: Db<unknown>,
  session: { readonly id: string; readonly generation: number },
  tokens: readonly NewToken[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await insertRows(db, [
    tokens.map((token) => token.tokenHash),
    tokens.map((token) => token.use),
    session.id,
    session.generation,
    tokens.map((token) => token.lifetimeS),
  ]);
  return new Map(rows.map((row) => [row.use, row.expires_at]));
}

/** A session as its owner sees it in a list. */
export interface ListedSession {
  readonly id: string;
  readonly kind: 'browser' | 'api';
  readonly device_name: string;
  readonly address: string;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
}

const selectOfAccount = prepare<ListedSession>(
  'identity_sessions_of_account',
  `select id, kind, device_name, address, created_at, last_used_at, expires_at from identity.sessions
   where account_id = $1 and ended_at is null and expires_at > now()
     and last_used_at > now() - make_interval(secs => case kind when 'browser' then $2::float8 else $3::float8 end)
   order by last_used_at desc, id limit 200`,
);

/** The sessions of an account that are still good, the last used first. */
export function selectSessions(
  db: Db<unknown>,
  accountId: string,
  idle: { readonly browserS: number; readonly apiS: number },
): Promise<ListedSession[]> {
  return selectOfAccount(db, [accountId, idle.browserS, idle.apiS]);
}

const end = prepare<{ id: string }>(
  'identity_end_sessions',
  `with ended as (
     update identity.sessions set ended_at = now(), end_reason = $4
     where account_id = $1 and ended_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
     returning id),
   dropped as (delete from identity.session_tokens t using ended e where t.session_id = e.id)
   select id from ended`,
);

/** Which sessions of an account to end: one, all but one, or (with neither) all. */
export interface EndedSessions {
  readonly accountId: string;
  readonly only?: string;
  readonly except?: string | undefined;
  readonly reason: 'signed_out' | 'reused_token' | 'password_changed' | 'suspended' | 'account_deleted';
}

/** Ends sessions and forgets their tokens. Returns how many there were. */
export async function endSessions(db: Db<unknown>, which: EndedSessions): Promise<number> {
  return (await end(db, [which.accountId, which.only ?? null, which.except ?? null, which.reason])).length;
}

const selectOwner = prepare<{ session_id: string; account_id: string }>(
  'identity_owner_of_token',
  `select s.id as session_id, s.account_id from identity.session_tokens t
   join identity.sessions s on s.id = t.session_id where t.token_hash = $1`,
);

/** The session a token belongs to, expired or not: for signing out. */
export async function selectTokenOwner(db: Db<unknown>, tokenHash: Buffer) {
  return (await selectOwner(db, [tokenHash]))[0];
}

const selectHistory = prepare<Record<string, unknown>>(
  'identity_session_history',
  `select kind, device_name, address, created_at, last_used_at, ended_at, end_reason from identity.sessions
   where account_id = $1 order by created_at`,
);

/** Every session an account has had, as far as they are kept, the oldest first. */
export function selectSessionHistory(db: Db<unknown>, accountId: string): Promise<Record<string, unknown>[]> {
  return selectHistory(db, [accountId]);
}
