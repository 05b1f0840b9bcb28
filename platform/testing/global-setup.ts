import { CLUSTER_VARIABLE, startTestCluster } from './cluster.ts';

/** vitest calls this once a run, before any test process exists, and the function it returns after the last one. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[CLUSTER_VARIABLE]) return undefined;
  const server = await startTestCluster();
  process.env[CLUSTER_VARIABLE] = server.adminUrl;
  return async () => {
    delete process.env[CLUSTER_VARIABLE];
    await server.stop();
  };
}
