import { openDatabase } from '../../postgres/index.ts';
import { runProcess } from '../../process/index.ts';
import { createLogger, createMetrics } from '../../telemetry/index.ts';
import { startWorker } from '../index.ts';
import { testHandlers } from './tasks.ts';

/** A worker as a process of its own: `worker-process.ts URL NAME LEASE_MS SLOTS`. Says `ready` once it works. */
const [url = '', name = '', leaseMs = '', slots = ''] = process.argv.slice(2);

runProcess({
  name,
  async start(life) {
    const database = openDatabase<unknown>({ url, applicationName: name, poolMax: 3, poolWaitMs: 10_000 });
    life.onShutdown('database', () => database.close());
    const worker = await startWorker({
      url,
      db: database.db,
      name,
      handlers: testHandlers(database.db, name),
      slots: Number(slots),
      leaseMs: Number(leaseMs),
      drainMs: 300,
      retention: { keepDays: 14, keepDeadDays: 90 },
      logger: createLogger({ service: name, level: 'warn' }),
      metrics: createMetrics({ service: name, processMetrics: false }),
    });
    life.onShutdown('worker', () => worker.close());
    process.stdout.write('ready\n');
  },
});
