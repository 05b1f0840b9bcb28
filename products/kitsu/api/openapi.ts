import { openApiDocument } from '@seaworthy/platform/http';
import { newRingKey, parseKeyRing } from '@seaworthy/platform/identity';
import { openDatabase } from '@seaworthy/platform/postgres';
import { KITSU_API } from './app.ts';
import { composeIdentity } from './compose-identity.ts';
import { kitsuRoutes } from './routes.ts';

const NO_LIFETIMES = { idleS: 0, absoluteS: 0, accessS: 0, refreshS: 0 };

/** The OpenAPI document of Kitsu's API, made from the routes themselves; nothing listens and nothing is connected. */
export async function openApi(): Promise<Record<string, unknown>> {
  const unconnected = openDatabase<unknown>({
    url: 'postgres://unconnected',
    applicationName: 'kitsu-openapi',
  });
  const cache = {
    body: () => Promise.reject(new Error('Describing an operation does not run it.')),
    close: () => Promise.resolve(),
  };
  const keys = parseKeyRing(newRingKey('unused'));
  const settings = { keys, lifetimes: NO_LIFETIMES, secureCookies: true };
  const composed = composeIdentity(unconnected.db, settings);
  return openApiDocument({ ...KITSU_API, routes: kitsuRoutes({ db: unconnected.db, cache, ...composed }) });
}
