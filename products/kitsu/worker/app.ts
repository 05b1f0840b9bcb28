import { unavailable } from '@seaworthy/platform/errors';
import { createHttpServer, type HttpServer } from '@seaworthy/platform/http';
import type { Worker } from '@seaworthy/platform/jobs';
import type { Database } from '@seaworthy/platform/postgres';
import type { Logger, Metrics } from '@seaworthy/platform/telemetry';

/** Builds the private listener of a worker, health and metrics only, without listening. */
export function createWorkerApp(deps: {
  database: Database<unknown>;
  worker: Worker;
  logger: Logger;
  metrics: Metrics;
}): Promise<HttpServer> {
  return createHttpServer({
    version: '1',
    logger: deps.logger,
    metrics: deps.metrics,
    routes: [],
    checks: [
      { name: 'database', check: () => deps.database.ping() },
      { name: 'queue', check: async () => assertRegistered(deps.worker) },
    ],
    pool: () => deps.database.stats(),
  });
}

function assertRegistered(worker: Worker): void {
  if (!worker.isRegistered()) throw unavailable('The worker was given up and is not back in the queue yet.');
}
