import type { Cache } from '@seaworthy/platform/cache';
import { unavailable } from '@seaworthy/platform/errors';
import { openEventHub } from '@seaworthy/platform/events';
import { createHttpServer, type HttpServer } from '@seaworthy/platform/http';
import { capturedMailRoutes } from '@seaworthy/platform/mail';
import { type Database, pendingMigrations } from '@seaworthy/platform/postgres';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';
import type { TitleIndex } from '../features/search/index.ts';
import { manifest } from '../product.ts';
import { accessControl } from './access-control.ts';
import { composeIdentity, type IdentitySettings } from './compose-identity.ts';
import { type KitsuLimits, requestLimits } from './limits.ts';
import { kitsuRoutes } from './routes.ts';

/** What the API calls itself in its reference; the version is that of the contract, not of the release. */
export const KITSU_API = { title: 'Kitsu', version: '1' };

/** Builds the API server over what it needs, without listening. */
export function createApp(deps: {
  database: Database<unknown>;
  cache: Cache;
  /** Without it search asks the database. */
  index?: TitleIndex;
  logger: Logger;
  metrics: Metrics;
  identity: IdentitySettings;
  limits: KitsuLimits;
  /** Our own servers in front of this one, by address or range. */
  trustedProxies: readonly string[];
  /** Shows captured mails to whoever asks: never in production. Default false. */
  showCapturedMail?: boolean;
}): Promise<HttpServer> {
  const { cache, index, limits } = deps;
  const { db } = deps.database;
  const { identity, cookies } = composeIdentity(db, deps.identity);
  const events = openEventHub({ db, logger: deps.logger, metrics: deps.metrics });
  return createHttpServer({
    version: KITSU_API.version,
    logger: deps.logger,
    metrics: deps.metrics,
    routes: [
      ...kitsuRoutes({ db, cache, index, identity, cookies, events, limits }),
      ...(deps.showCapturedMail ? capturedMailRoutes(deps.database) : []),
    ],
    requestLimits: requestLimits(limits),
    accessControl: accessControl(deps, identity, cookies),
    ownOrigins: deps.identity.publicOrigin === undefined ? [] : [deps.identity.publicOrigin],
    checks: [{ name: 'database', check: () => assertMigrated(deps.database) }],
    pool: () => deps.database.stats(),
    ...(deps.cache.freshness && { freshness: deps.cache.freshness }),
    trustProxy: deps.trustedProxies,
    openApi: { path: '/api/v1/openapi.json', title: KITSU_API.title },
  });
}

/** A database that answers but lacks a migration serves nobody: readiness says so, and what to do. */
async function assertMigrated(database: Database<unknown>): Promise<void> {
  const [first] = await pendingMigrations(database.db, manifest.migrationSources);
  if (first !== undefined) {
    throw unavailable(`The database lacks the migration ${first.name}. Run: npm run kitsu -- migrate`);
  }
}
