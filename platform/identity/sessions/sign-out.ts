import { notFound } from '../../errors/index.ts';
import type { Db } from '../../postgres/index.ts';
import type { AccountActor } from '../actor.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { hashToken } from '../secret-token.ts';
import { endSessions, type ListedSession, selectSessions, selectTokenOwner } from './queries.ts';

/** Ends the session that a token belongs to; a token of no session is out already. */
export async function signOut(deps: { readonly db: Db<unknown> }, token: string): Promise<void> {
  const owner = await selectTokenOwner(deps.db, hashToken(token));
  if (owner === undefined) return;
  await endSessions(deps.db, {
    accountId: owner.account_id,
    only: owner.session_id,
    reason: 'signed_out',
  });
}

/** The sessions of an account that are still good, the last used first. */
export function listSessions(
  deps: Pick<IdentityDeps, 'db' | 'lifetimes'>,
  accountId: string,
): Promise<ListedSession[]> {
  const { idleS, refreshS } = deps.lifetimes;
  return selectSessions(deps.db, accountId, { browserS: idleS, apiS: refreshS });
}

/**
 * Ends one session of an account.
 *
 * @throws AppError `not_found`, also for a session of somebody else.
 */
export async function endSession(
  deps: { readonly db: Db<unknown> },
  accountId: string,
  sessionId: string,
): Promise<void> {
  const count = await endSessions(deps.db, { accountId, only: sessionId, reason: 'signed_out' });
  if (count === 0) throw notFound('There is no such session.');
}

/** Ends all sessions of an account. Returns how many. */
export function endSessionsOf(deps: { readonly db: Db<unknown> }, accountId: string): Promise<number> {
  return endSessions(deps.db, { accountId, reason: 'signed_out' });
}

/** Ends all sessions of the actor's account, or all but the one it asks from. Returns how many. */
export function endOwnSessions(
  deps: { readonly db: Db<unknown> },
  actor: AccountActor,
  which: 'others' | 'all',
): Promise<number> {
  return endSessions(deps.db, {
    accountId: actor.accountId,
    except: which === 'others' ? (actor.sessionId ?? undefined) : undefined,
    reason: 'signed_out',
  });
}
