import { type Actor, authoriseAccount, type IdentityDeps, listSessions } from '@seaworthy/platform/identity';
import type { SessionList } from './contract.ts';

/** Where the actor's account is signed in, the last used first. */
export async function listOwnSessions(deps: IdentityDeps, actor: Actor): Promise<SessionList> {
  const { accountId, sessionId } = authoriseAccount(actor, 'account.manage');
  const sessions = await listSessions(deps, accountId);
  return {
    items: sessions.map((session) => ({
      id: session.id,
      kind: session.kind,
      device: session.device_name,
      address: session.address,
      createdAt: session.created_at.toISOString(),
      lastUsedAt: session.last_used_at.toISOString(),
      expiresAt: session.expires_at.toISOString(),
      current: session.id === sessionId,
    })),
  };
}
