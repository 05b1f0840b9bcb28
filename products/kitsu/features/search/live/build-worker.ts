import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@seaworthy/platform/postgres';
import { buildFromDatabase } from './build-from-database.ts';
import { buffersOf } from './built-segment.ts';

const STATEMENT_TIMEOUT_MS = 30_000;

const database = openDatabase<unknown>({
  url: (workerData as { url: string }).url,
  applicationName: 'kitsu-search-build',
  poolMax: 1,
  statementTimeoutMs: STATEMENT_TIMEOUT_MS,
});
const built = await buildFromDatabase(database.db).finally(() => database.close());
parentPort?.postMessage(built, buffersOf(built));
