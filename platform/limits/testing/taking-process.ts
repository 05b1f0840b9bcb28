import { openDatabase } from '../../postgres/index.ts';
import { createLogger, createMetrics } from '../../telemetry/index.ts';
import { defineBudget, defineGuard, openLimiter } from '../index.ts';

// Takes as often as it is told, all at once, and tells how often it was let through.
const [url = '', kind = '', count = '', perS = '', aheadMax = '', times = ''] = process.argv.slice(2);
const common = {
  name: 'trial',
  counts: 'address',
  refusal: 'Too often',
  count: Number(count),
  perS: Number(perS),
} as const;
const policy =
  kind === 'guard' ? defineGuard(common) : defineBudget({ ...common, aheadMax: Number(aheadMax) });
const database = openDatabase<unknown>({ url, applicationName: 'taking', poolMax: 2, poolWaitMs: 20_000 });
const limiter = openLimiter({
  db: database.db,
  logger: createLogger({ service: 'taking', level: 'warn' }),
  metrics: createMetrics({ service: 'taking', processMetrics: false }),
});
await database.ping();
process.send?.('ready');
process.once('message', async () => {
  const decisions = await Promise.all(
    Array.from({ length: Number(times) }, () => limiter.take(policy, 'somebody')),
  );
  process.send?.(decisions.filter((decision) => decision.allowed).length);
  await database.close();
  process.disconnect();
});
