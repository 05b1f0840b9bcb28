import {
  endSessionsOfAccount,
  grantRole,
  restoreAccount,
  revokeRole,
  suspendAccount,
} from '@seaworthy/kitsu/client';
import { settle } from './outcome.ts';

// The browser asks the front door, which shares its origin with the site; the session is in a cookie that no script sees.
const here = () => ({ baseUrl: window.location.origin, cache: 'no-store' as const });

/** Gives an account a role, or takes it away. */
export const changeRole = (id: string, role: string, held: boolean, reason: string) =>
  settle((held ? grantRole : revokeRole)({ path: { id, role }, body: { reason }, ...here() }));

/** Shuts an account out. */
export const suspend = (id: string, reason: string) =>
  settle(suspendAccount({ path: { id }, body: { reason }, ...here() }));

/** Lets a suspended account in again. */
export const restore = (id: string) => settle(restoreAccount({ path: { id }, ...here() }));

/** Logs an account out everywhere. */
export const endAllSessions = (id: string) => settle(endSessionsOfAccount({ path: { id }, ...here() }));
