import { randomBytes } from 'node:crypto';
import { unauthenticated } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import type { KeyRing } from '../key-ring.ts';
import { hashToken, tokenOf } from '../secret-token.ts';
import { endSessions, insertTokens } from './queries.ts';
import {
  advanceSession,
  lockRefresh,
  type PresentedRefresh,
  selectTokenExpiries,
} from './rotation-queries.ts';

/** For this long the tab that came second gets what the first one got. */
const GRACE_S = 10;
const SALT_BYTES = 32;

/** The tokens of an API client. */
export interface TokenPair {
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

/**
 * Renews the tokens of an API client: the refresh token is good once. Whoever presents it again within ten seconds (two
 * tabs, an answer that got lost) is given the very same new pair; later, or after another renewal, it counts as
 * stolen and ends the session for everybody who holds a token of it.
 *
 * The new pair is computed from the presented token, a fresh salt that is stored and a key that is not. So it can be
 * given again without being kept, and neither the database nor the token alone says what comes next.
 *
 * @throws AppError `unauthenticated` for a token that is unknown, expired, ended or used before.
 */
export async function rotateTokens(
  deps: Pick<IdentityDeps, 'db' | 'keys' | 'lifetimes'> & Audited,
  refreshToken: string,
  address: string,
): Promise<TokenPair> {
  const pair = await inTransaction(deps.db, async (tx) => {
    const presented = await lockRefresh(tx, hashToken(refreshToken), GRACE_S);
    if (presented === undefined || presented.session_over || presented.token_expired) return undefined;
    if (presented.token_generation === presented.generation) {
      return renew({ ...deps, db: tx }, presented, refreshToken, address);
    }
    if (presented.token_generation === presented.generation - 1 && presented.in_grace) {
      return giveAgain(tx, deps.keys, presented, refreshToken);
    }
    // Not thrown in here: the end of the session has to be committed.
    await deps.trail.record(tx, {
      action: IDENTITY_ACTIONS.endStolenSession,
      target: presented.session_id,
      after: { account: presented.account_id },
    });
    await endSessions(tx, {
      accountId: presented.account_id,
      only: presented.session_id,
      reason: 'reused_token',
    });
    return undefined;
  });
  if (pair === undefined) throw unauthenticated('Your session has ended. Sign in again.');
  return pair;
}

async function renew(
  { db, keys, lifetimes }: Pick<IdentityDeps, 'db' | 'keys' | 'lifetimes'>,
  presented: PresentedRefresh,
  refreshToken: string,
  address: string,
): Promise<TokenPair> {
  const salt = randomBytes(SALT_BYTES);
  const generation = presented.generation + 1;
  const tokens = derived(keys, keys.currentId, salt, refreshToken);
  if (tokens === undefined) throw new Error('The key ring lacks its own current key.');
  const sessionId = presented.session_id;
  await advanceSession(db, { sessionId, generation, key: keys.currentId, salt, address });
  const expiries = await insertTokens(db, { id: sessionId, generation }, [
    { tokenHash: hashToken(tokens.accessToken), use: 'access', lifetimeS: lifetimes.accessS },
    { tokenHash: hashToken(tokens.refreshToken), use: 'refresh', lifetimeS: lifetimes.refreshS },
  ]);
  return withExpiries(tokens, expiries);
}

/** Undefined when the key has left the ring meanwhile. */
async function giveAgain(
  tx: Db<unknown>,
  keys: KeyRing,
  { rotation_key: key, rotation_salt: salt }: PresentedRefresh,
  refreshToken: string,
): Promise<TokenPair | undefined> {
  const tokens = key !== null && salt !== null ? derived(keys, key, salt, refreshToken) : undefined;
  if (tokens === undefined) return undefined;
  const hashes = [hashToken(tokens.accessToken), hashToken(tokens.refreshToken)];
  return withExpiries(tokens, await selectTokenExpiries(tx, hashes));
}

type Tokens = Pick<TokenPair, 'accessToken' | 'refreshToken'>;

function derived(keys: KeyRing, keyId: string, salt: Buffer, refreshToken: string): Tokens | undefined {
  const access = keys.sign(keyId, 'access token', salt, refreshToken);
  const refresh = keys.sign(keyId, 'refresh token', salt, refreshToken);
  if (access === undefined || refresh === undefined) return undefined;
  return { accessToken: tokenOf('access', access), refreshToken: tokenOf('refresh', refresh) };
}

function withExpiries(tokens: Tokens, expiries: ReadonlyMap<string, Date>): TokenPair {
  const accessExpiresAt = expiries.get('access');
  const refreshExpiresAt = expiries.get('refresh');
  if (!accessExpiresAt || !refreshExpiresAt) throw new Error('The renewed tokens are not stored.');
  return { ...tokens, accessExpiresAt, refreshExpiresAt };
}
