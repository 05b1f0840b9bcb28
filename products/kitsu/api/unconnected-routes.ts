import type { Route } from '@seaworthy/platform/http';
import { newRingKey, parseKeyRing } from '@seaworthy/platform/identity';
import { openDatabase } from '@seaworthy/platform/postgres';
import { composeIdentity } from './compose-identity.ts';
import { defaultQuotas } from './limit-settings.ts';
import { limitPolicies } from './limits.ts';
import { kitsuRoutes } from './routes.ts';

const NO_LIFETIMES = { idleS: 0, absoluteS: 0, accessS: 0, refreshS: 0 };

/** Every route of Kitsu's API, to be described and not to be run: nothing listens and nothing is connected. */
export function unconnectedRoutes(): Route[] {
  const { db } = openDatabase<unknown>({ url: 'postgres://unconnected', applicationName: 'kitsu-openapi' });
  const cache = {
    body: () => Promise.reject(new Error('Describing an operation does not run it.')),
    close: () => Promise.resolve(),
  };
  const keys = parseKeyRing(newRingKey('unused'));
  const composed = composeIdentity(db, { keys, lifetimes: NO_LIFETIMES, isProduction: true });
  const events = { follow: () => Promise.reject(new Error('Describing a stream does not open it.')) };
  const refused = () => Promise.reject(new Error('Describing an operation does not run it.'));
  const limiter = { take: refused, takeNow: () => undefined, takeBack: refused };
  const limits = { limiter, policies: limitPolicies(defaultQuotas()) };
  return kitsuRoutes({ db, cache, events, limits, ...composed });
}
