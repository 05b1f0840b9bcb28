import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Names the server of a test run: a URL as a role that may create databases and roles. */
export const CLUSTER_VARIABLE = 'SEAWORTHY_TEST_CLUSTER';

/** The server the tests run on; set by the global set-up, or by whoever starts several test runs on one server. */
export function testClusterUrl(): string {
  const url = process.env[CLUSTER_VARIABLE];
  if (url) return url;
  throw new Error(
    `${CLUSTER_VARIABLE} is not set: tests that need a database are run by vitest with the global set-up.`,
  );
}

/**
 * Starts a server for one test run, in memory where the machine has a RAM disk: nothing is synced, and its folder is
 * gone when it ends, also when the run is killed.
 */
export async function startTestCluster(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: await temporaryFolder('test'), temporary: true });
}
