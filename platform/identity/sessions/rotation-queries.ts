import { type Db, prepare } from '../../postgres/index.ts';

/** A refresh token somebody presents, and its session, whose row is locked. */
export interface PresentedRefresh {
  readonly session_id: string;
  readonly account_id: string;
  readonly token_generation: number;
  readonly generation: number;
  readonly token_expired: boolean;
  readonly session_over: boolean;
  /** The session's present generation began less than the grace ago. */
  readonly in_grace: boolean;
  readonly rotation_key: string | null;
  readonly rotation_salt: Buffer | null;
}

const lock = prepare<PresentedRefresh>(
  'identity_lock_refresh',
  `select s.id as session_id, s.account_id, t.generation as token_generation, s.generation,
     t.expires_at <= clock_timestamp() as token_expired,
     s.ended_at is not null or s.expires_at <= clock_timestamp() or a.suspended_at is not null as session_over,
     coalesce(s.rotated_at > clock_timestamp() - make_interval(secs => $2), false) as in_grace,
     s.rotation_key, s.rotation_salt
   from identity.session_tokens t
   join identity.sessions s on s.id = t.session_id
   join identity.accounts a on a.id = s.account_id
   where t.token_hash = $1 and t.use = 'refresh' for no key update of s`,
);

/** Finds a refresh token and locks its session, so that of several who renew at once one goes first. */
export async function lockRefresh(
  db: Db<unknown>,
  tokenHash: Buffer,
  graceS: number,
): Promise<PresentedRefresh | undefined> {
  return (await lock(db, [tokenHash, graceS]))[0];
}

const advance = prepare<never>(
  'identity_advance_session',
  `update identity.sessions set generation = $2, rotated_at = clock_timestamp(), rotation_key = $3, rotation_salt = $4,
     last_used_at = clock_timestamp(), address = $5
   where id = $1`,
);
const dropStale = prepare<never>(
  'identity_drop_stale_tokens',
  'delete from identity.session_tokens where session_id = $1 and expires_at <= now()',
);

/** Makes the next generation of a session the present one, and forgets its tokens that are past their time. */
export async function advanceSession(
  db: Db<unknown>,
  next: {
    readonly sessionId: string;
    readonly generation: number;
    readonly key: string;
    readonly salt: Buffer;
    readonly address: string;
  },
): Promise<void> {
  await advance(db, [next.sessionId, next.generation, next.key, next.salt, next.address]);
  await dropStale(db, [next.sessionId]);
}

const selectExpiries = prepare<{ use: 'access' | 'refresh'; expires_at: Date }>(
  'identity_expiries_of_generation',
  'select use, expires_at from identity.session_tokens where token_hash = any($1::bytea[])',
);

/** Until when these tokens are good, by use. */
export async function selectTokenExpiries(
  db: Db<unknown>,
  tokenHashes: readonly Buffer[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await selectExpiries(db, [tokenHashes]);
  return new Map(rows.map((row) => [row.use, row.expires_at]));
}
