import type { TokenPair } from '@seaworthy/platform/identity';
import type { TokenPairView } from './contract.ts';

/** A pair of tokens as it is told to its holder. */
export function viewTokens(pair: TokenPair): TokenPairView {
  return {
    accessToken: pair.accessToken,
    accessExpiresAt: pair.accessExpiresAt.toISOString(),
    refreshToken: pair.refreshToken,
    refreshExpiresAt: pair.refreshExpiresAt.toISOString(),
  };
}
