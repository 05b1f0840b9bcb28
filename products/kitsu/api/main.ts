import { openCache } from '@seaworthy/platform/cache';
import { readSettings } from '@seaworthy/platform/config';
import { openLimiter } from '@seaworthy/platform/limits';
import { openDatabase } from '@seaworthy/platform/postgres';
import { runProcess } from '@seaworthy/platform/process';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { openTitleIndex } from '../features/search/index.ts';
import { createApp } from './app.ts';
import { identitySettings } from './identity-settings.ts';
import { limitPolicies } from './limits.ts';
import { apiSettings } from './settings.ts';

/** Counting is quick, or it is given up. */
const LIMITS_POOL = { poolMax: 1, poolWaitMs: 500, statementTimeoutMs: 1_000 };
const BYTES_PER_MB = 1_000_000;

runProcess({
  name: 'kitsu-api',
  async start(life) {
    const settings = readSettings(apiSettings);
    const service = `kitsu-api-${settings.port}`;
    const logger = createLogger({ service });
    life.reportTo(logger);
    const metrics = createMetrics({ service });
    const database = openDatabase<unknown>({
      url: settings.databaseUrl,
      applicationName: service,
      poolMax: settings.poolMax,
      onConnectionError: (error) => logger.warn({ err: error }, 'a database connection broke'),
    });
    life.onShutdown('database', () => database.close());
    const cache = await openCache({
      url: settings.databaseUrl,
      maxBytes: settings.cacheMaxMb * BYTES_PER_MB,
      logger,
      metrics,
    });
    life.onShutdown('cache', () => cache.close());
    const index = openTitleIndex({
      url: settings.databaseUrl,
      db: database.db,
      news: cache,
      logger,
      metrics,
    });
    life.onShutdown('search index', () => index.close());
    const counts = openDatabase<unknown>({
      url: settings.databaseUrl,
      applicationName: `${service}-limits`,
      ...LIMITS_POOL,
      onConnectionError: (error) => logger.warn({ err: error }, 'the connection of the limits broke'),
    });
    life.onShutdown('limits', () => counts.close());
    const limiter = openLimiter({ db: counts.db, logger, metrics });
    const server = await createApp({
      database,
      cache,
      index,
      logger,
      metrics,
      identity: identitySettings(settings),
      limits: { limiter, policies: limitPolicies(settings) },
      trustedProxies: settings.trustedProxies,
      showCapturedMail: settings.mode !== 'production',
    });
    life.onShutdown('server', () => server.close());
    const { origin } = await server.listen({ host: settings.host, port: settings.port });
    logger.info({ origin }, 'listening');
    index.begin();
  },
});
