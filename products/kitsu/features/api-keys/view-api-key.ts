import type { ApiKeyRow } from '@seaworthy/platform/identity';
import type { ApiKeyView } from './contract.ts';

/** A key as its owner sees it; what it opens with is not in it. */
export function viewApiKey(key: ApiKeyRow): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    createdAt: key.created_at.toISOString(),
    expiresAt: key.expires_at?.toISOString() ?? null,
    lastUsedAt: key.last_used_at?.toISOString() ?? null,
    lastAddress: key.last_address,
  };
}
