export { CLUSTER_VARIABLE, startTestCluster, testClusterUrl } from './cluster.ts';
export type { MovableClock } from './movable-clock.ts';
export { movableClock } from './movable-clock.ts';
export { temporaryFolder } from './temporary-folder.ts';
export type { TestDatabase } from './test-database.ts';
export { testDatabase } from './test-database.ts';
