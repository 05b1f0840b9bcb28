import { conflict, invalidInput, notFound } from '../../errors/index.ts';
import { type Db, inTransaction } from '../../postgres/index.ts';
import { lockAccount } from '../accounts/queries.ts';
import type { AccountActor } from '../actor.ts';
import { IDENTITY_ACTIONS } from '../audit-actions.ts';
import type { Audited, IdentityDeps } from '../identity-deps.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { type ApiKeyRow, insertApiKey, revokeApiKeys, selectApiKeys } from './queries.ts';

const SHOWN_LENGTH = 10;
const KEYS_MAX = 50;

/** A key to make. */
export interface ApiKeyWish {
  readonly name: string;
  /** What the key may do: permissions that keys may have and the account holds. */
  readonly scopes: readonly string[];
  /** Undefined: it does not expire. */
  readonly lifetimeDays?: number | undefined;
}

/**
 * Makes a personal API key. Its token is returned this once.
 *
 * @throws AppError `invalid_input` for a scope that keys cannot have or the account does not hold, `conflict` when the
 * account has fifty keys.
 */
export async function createApiKey(
  deps: Pick<IdentityDeps, 'db' | 'roles'> & Audited,
  actor: AccountActor,
  wish: ApiKeyWish,
): Promise<{ readonly key: ApiKeyRow; readonly token: string }> {
  const problems = wish.scopes.flatMap((scope, index) =>
    deps.roles.scopes.has(scope) && actor.permissions.has(scope)
      ? []
      : [{ path: `scopes.${index}`, message: 'is nothing that a key of yours may do' }],
  );
  if (problems.length > 0) throw invalidInput('The key cannot be given these scopes.', problems);
  const token = newToken('key');
  return inTransaction(deps.db, async (tx) => {
    // The account's row keeps two from making the fifty-first at once.
    await lockAccount(tx, actor.accountId);
    if ((await selectApiKeys(tx, actor.accountId)).length >= KEYS_MAX) {
      throw conflict(`You have ${KEYS_MAX} keys. Revoke one that you do not need.`);
    }
    const key = await insertApiKey(tx, {
      accountId: actor.accountId,
      name: wish.name,
      prefix: token.slice(0, SHOWN_LENGTH),
      tokenHash: hashToken(token),
      scopes: [...new Set(wish.scopes)].sort(),
      lifetimeDays: wish.lifetimeDays ?? null,
    });
    const after = { name: key.name, scopes: key.scopes, expiresAt: key.expires_at };
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.createApiKey, target: key.id, after });
    return { key, token };
  });
}

/** The keys of an account, the newest first. */
export function listApiKeys(deps: { readonly db: Db<unknown> }, accountId: string): Promise<ApiKeyRow[]> {
  return selectApiKeys(deps.db, accountId);
}

/**
 * Revokes a key of an account; it opens nothing from then on, in every process.
 *
 * @throws AppError `not_found`, also for a key of somebody else.
 */
export async function revokeApiKey(
  deps: { readonly db: Db<unknown> } & Audited,
  accountId: string,
  id: string,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    if ((await revokeApiKeys(tx, accountId, id)) === 0) throw notFound('There is no such key.');
    await deps.trail.record(tx, { action: IDENTITY_ACTIONS.revokeApiKey, target: id });
  });
}
