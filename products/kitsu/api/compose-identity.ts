import { systemClock } from '@seaworthy/platform/config';
import {
  createPasswordHasher,
  type IdentityDeps,
  type KeyRing,
  type SessionCookies,
  type SessionLifetimes,
  sessionCookies,
} from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { requestAccountMail } from '../features/account-mails/index.ts';
import { isDemoAddress, KITSU_WORDS, kitsuRoles } from '../features/accounts/index.ts';

/** What an installation decides about accounts. */
export interface IdentitySettings {
  readonly keys: KeyRing;
  readonly lifetimes: SessionLifetimes;
  /** Whether strangers may reach it: cookies are for https only, and demo accounts cannot sign in. */
  readonly isProduction: boolean;
  /** Where people reach the site, such as `https://kitsu.example.org`. */
  readonly publicOrigin?: string | undefined;
}

/** Puts Kitsu's accounts together for one process. */
export function composeIdentity(
  db: Db<unknown>,
  { keys, lifetimes, isProduction }: IdentitySettings,
): { readonly identity: IdentityDeps; readonly cookies: SessionCookies } {
  const identity = {
    db,
    clock: systemClock,
    keys,
    lifetimes,
    roles: kitsuRoles,
    passwords: createPasswordHasher(),
    requestMail: requestAccountMail,
    knownWords: KITSU_WORDS,
    ...(isProduction && { isShutOut: isDemoAddress }),
  };
  return { identity, cookies: sessionCookies({ secure: isProduction }) };
}
