import type { Cache } from '@seaworthy/platform/cache';
import { createHttpServer, type HttpServer } from '@seaworthy/platform/http';
import type { Database } from '@seaworthy/platform/postgres';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';
import { kitsuRoutes } from './routes.ts';

/** What the API calls itself in its reference; the version is that of the contract, not of the release. */
export const KITSU_API = { title: 'Kitsu', version: '1' };

/** Builds the API server over what it needs, without listening. */
export function createApp(deps: {
  database: Database<unknown>;
  cache: Cache;
  logger: Logger;
  metrics: Metrics;
}): Promise<HttpServer> {
  return createHttpServer({
    version: KITSU_API.version,
    logger: deps.logger,
    metrics: deps.metrics,
    routes: kitsuRoutes({ db: deps.database.db, cache: deps.cache }),
    checks: [{ name: 'database', check: () => deps.database.ping() }],
    trustProxy: ['127.0.0.1', '::1'],
    openApi: { path: '/api/v1/openapi.json', title: KITSU_API.title },
  });
}
