import { unauthenticated } from '../../errors/index.ts';
import { type Actor, ANONYMOUS } from '../actor.ts';
import { selectLiveKey, touchApiKey } from '../api-keys/queries.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { hashToken, isTokenOf } from '../secret-token.ts';
import { selectLiveSession, touchSession } from './queries.ts';

/** The proof of who somebody is that came with a request. */
export interface Credential {
  /** `cookie`: the browser sent it by itself. `bearer`: a program put it into the Authorization header. */
  readonly kind: 'cookie' | 'bearer';
  readonly token: string;
}

type Deps = Pick<IdentityDeps, 'db' | 'roles' | 'lifetimes'>;

/**
 * Who is behind a request. It asks the database each time: a session that ended, an account that was suspended and
 * a role that was taken count at once, in every process.
 *
 * @throws AppError `unauthenticated` for a credential that is not good (any more).
 */
export async function identifyActor(
  deps: Deps,
  credential: Credential | undefined,
  address: string,
): Promise<Actor> {
  if (credential === undefined) return ANONYMOUS;
  if (credential.kind === 'bearer' && isTokenOf('key', credential.token)) {
    return keyHolder(deps, credential.token, address);
  }
  const session = await selectLiveSession(deps.db, {
    tokenHash: hashToken(credential.token),
    use: credential.kind === 'cookie' ? 'cookie' : 'access',
    idleS: deps.lifetimes.idleS,
  });
  if (session === undefined) throw unauthenticated('Your session has ended. Sign in again.');
  if (session.touch_due) await touchSession(deps.db, session.session_id, address);
  return {
    kind: 'account',
    accountId: session.account_id,
    sessionId: session.session_id,
    roles: [deps.roles.everybody, ...session.roles],
    permissions: deps.roles.permissionsOf(session.roles),
  };
}

/** A key may do what it was given, as long as its account may and keys may at all. */
async function keyHolder({ db, roles }: Deps, token: string, address: string): Promise<Actor> {
  const key = await selectLiveKey(db, hashToken(token));
  if (key === undefined) throw unauthenticated('This key is not good any more.');
  if (key.touch_due) await touchApiKey(db, key.id, address);
  const held = roles.permissionsOf(key.roles);
  const permissions = key.scopes.filter((scope) => held.has(scope) && roles.scopes.has(scope));
  return {
    kind: 'account',
    accountId: key.account_id,
    sessionId: null,
    roles: [roles.everybody, ...key.roles],
    permissions: new Set(permissions),
  };
}
