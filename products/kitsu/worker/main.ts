import { readSettings } from '@seaworthy/platform/config';
import { keepStanding, startWorker } from '@seaworthy/platform/jobs';
import { openDatabase } from '@seaworthy/platform/postgres';
import { runProcess } from '@seaworthy/platform/process';
import { keepSchedules } from '@seaworthy/platform/schedules';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { createWorkerApp } from './app.ts';
import { composeMail } from './compose-mail.ts';
import { kitsuHandlers } from './handlers.ts';
import { SCHEDULES } from './schedules.ts';
import { workerSettings } from './settings.ts';
import { STANDING_JOBS } from './standing-jobs.ts';

/** A statement of a job may take longer than one that a person waits for. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** Jobs wait for each other's connections rather than fail. */
const POOL_WAIT_MS = 15_000;

runProcess({
  name: 'kitsu-worker',
  async start(life) {
    const settings = readSettings(workerSettings);
    const service = `kitsu-worker-${settings.port}`;
    const logger = createLogger({ service });
    life.reportTo(logger);
    const metrics = createMetrics({ service });
    const database = openDatabase<unknown>({
      url: settings.databaseUrl,
      applicationName: service,
      poolMax: settings.poolMax,
      poolWaitMs: POOL_WAIT_MS,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      onConnectionError: (error) => logger.warn({ err: error }, 'a database connection broke'),
    });
    life.onShutdown('database', () => database.close());
    const mail = composeMail(database.db, settings);
    life.onShutdown('mail', () => mail.carrier.close());
    const worker = await startWorker({
      url: settings.databaseUrl,
      db: database.db,
      name: service,
      handlers: kitsuHandlers({ keys: settings.secretKeys, mail }),
      slots: settings.slots,
      leaseMs: settings.leaseS * 1_000,
      retention: { keepDays: settings.keepDays, keepDeadDays: settings.keepDeadDays },
      logger,
      metrics,
    });
    life.onShutdown('worker', () => worker.close());
    const standing = keepStanding({ db: database.db, logger }, STANDING_JOBS);
    life.onShutdown('standing jobs', () => standing.close());
    const schedules = keepSchedules({ db: database.db, logger, metrics }, SCHEDULES);
    life.onShutdown('schedules', () => schedules.close());
    const server = await createWorkerApp({ database, worker, logger, metrics });
    life.onShutdown('server', () => server.close());
    const { origin } = await server.listen({ host: settings.host, port: settings.port });
    logger.info({ origin, slots: settings.slots }, 'working');
  },
});
