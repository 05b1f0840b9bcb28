import { notFound } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import type { AccountActor } from '../actor.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { hashToken } from '../secret-token.ts';
import { endSessions, type ListedSession, selectSessions, selectTokenOwner } from './queries.ts';

type Deps = { readonly db: Db<unknown> } & Audited;

/** Ends the session that a token belongs to; a token of no session is out already. */
export async function signOut(deps: Deps, token: string): Promise<void> {
  const owner = await selectTokenOwner(deps.db, hashToken(token));
  if (owner === undefined) return;
  const { account_id: accountId, session_id: sessionId } = owner;
  await endOne(deps, accountId, sessionId);
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
export async function endSession(deps: Deps, accountId: string, sessionId: string): Promise<void> {
  if (!(await endOne(deps, accountId, sessionId))) throw notFound('There is no such session.');
}

function endOne({ db, trail }: Deps, accountId: string, sessionId: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const count = await endSessions(tx, { accountId, only: sessionId, reason: 'signed_out' });
    const actor = { kind: 'account', accountId } as const;
    if (count > 0) await trail.record(tx, { action: IDENTITY_ACTIONS.endSession, target: sessionId, actor });
    return count > 0;
  });
}

/** Ends all sessions of an account. Returns how many. */
export function endSessionsOf(deps: Deps, accountId: string): Promise<number> {
  return endMany(deps, accountId, undefined);
}

/** Ends all sessions of the actor's account, or all but the one it asks from. Returns how many. */
export function endOwnSessions(
  deps: Deps,
  { accountId, sessionId }: AccountActor,
  which: 'others' | 'all',
): Promise<number> {
  return endMany(deps, accountId, which === 'others' ? (sessionId ?? undefined) : undefined);
}

function endMany({ db, trail }: Deps, accountId: string, except: string | undefined): Promise<number> {
  return inTransaction(db, async (tx) => {
    const count = await endSessions(tx, { accountId, except, reason: 'signed_out' });
    const kept = except === undefined ? 0 : 1;
    await trail.record(tx, {
      action: IDENTITY_ACTIONS.endSessions,
      target: accountId,
      before: { sessionCount: count + kept },
      after: { sessionCount: kept },
    });
    return count;
  });
}
