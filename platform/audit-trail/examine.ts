import type { Db } from '../postgres/index.ts';
import { countUnsealed, selectIsProtected } from './chain-queries.ts';

/** How the trail is, at a glance; `verifyTrail` looks at each link. */
export interface TrailCondition {
  /** The role that asks can neither change nor remove entries. */
  readonly isProtected: boolean;
  readonly unsealedCount: number;
  /** For how long the oldest of them has waited, in seconds. */
  readonly unsealedForS: number;
}

/** Looks at the trail as the role that asks sees it. */
export async function examineTrail(db: Db<unknown>): Promise<TrailCondition> {
  const isProtected = await selectIsProtected(db);
  const { count: unsealedCount, oldestS: unsealedForS } = await countUnsealed(db);
  return { isProtected, unsealedCount, unsealedForS };
}
