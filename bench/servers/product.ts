import { setTimeout } from 'node:timers/promises';
import { type Cache, entityTag, openCache } from '@seaworthy/platform/cache';
import { newRingKey, parseKeyRing } from '@seaworthy/platform/identity';
import { openLimiter } from '@seaworthy/platform/limits';
import { openDatabase } from '@seaworthy/platform/postgres';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { createApp } from '../../products/kitsu/api/app.ts';
import { defaultQuotas } from '../../products/kitsu/api/limit-settings.ts';
import { limitPolicies } from '../../products/kitsu/api/limits.ts';
import { openTitleIndex } from '../../products/kitsu/features/search/index.ts';
import { POOL_MAX } from './server-spec.ts';

const LIFETIMES = { idleS: 3_600, absoluteS: 3_600, accessS: 1_800, refreshS: 3_600 };
const CACHE_MAX_BYTES = 64_000_000;
const POLL_MS = 50;

/**
 * Kitsu's API composed as its own main.ts does it, once its search index stands. Uncached, no answer is kept: each request is worked
 * out anew, from the index or from the database.
 */
export async function serveProduct(o: {
  databaseUrl: string;
  cached: boolean;
  applicationName: string;
}): Promise<string> {
  const logger = createLogger({ service: o.applicationName });
  const metrics = createMetrics({ service: o.applicationName });
  const database = openDatabase<unknown>({
    url: o.databaseUrl,
    applicationName: o.applicationName,
    poolMax: POOL_MAX,
  });
  const news = await openCache({ url: o.databaseUrl, maxBytes: CACHE_MAX_BYTES, logger, metrics });
  const cache = o.cached ? news : keepsNothing;
  const index = openTitleIndex({ url: o.databaseUrl, db: database.db, news, logger, metrics });
  const identity = { keys: parseKeyRing(newRingKey('bench')), lifetimes: LIFETIMES, isProduction: false };
  const limits = {
    limiter: openLimiter({ db: database.db, logger, metrics }),
    policies: limitPolicies(defaultQuotas()),
  };
  // A bench asks from the own machine, like a front door: no budget counts it.
  const trustedProxies = ['127.0.0.1'];
  const server = await createApp({
    database,
    cache,
    index,
    logger,
    metrics,
    identity,
    limits,
    trustedProxies,
  });
  const { origin } = await server.listen({ host: '127.0.0.1', port: 0 });
  index.begin();
  while ((await index.match({ q: 'a', adult: false, literal: false })) === null) await setTimeout(POLL_MS);
  return origin;
}

/** Loads each time, also when the same is being loaded already: what a request costs when nothing is known. */
const keepsNothing: Cache = {
  async body(_key, _tags, load) {
    const body = Buffer.from(await load());
    return { body, etag: entityTag(body) };
  },
  close: () => Promise.resolve(),
};
