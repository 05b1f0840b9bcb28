import { realpath } from 'node:fs/promises';
import { ADMIN_ROLE, clusterFolder } from './initialise.ts';
import { readPostmaster, servesCluster } from './postmaster-file.ts';
import { localUrl, type ProductUrls, productUrls } from './product-database.ts';
import { readPasswords } from './secrets.ts';

/** An embedded server that another process runs. */
export interface AttachedPostgres {
  readonly port: number;
  readonly adminUrl: string;
  /** The URLs of a product's database, or undefined when the running installation has not made it. */
  database(product: string): ProductUrls | undefined;
}

/**
 * Finds the embedded server that runs on a data directory (`npm start` has it), for a command that wants to use it.
 * Undefined when none runs.
 */
export async function attachEmbeddedPostgres(options: {
  readonly dataDir: string;
}): Promise<AttachedPostgres | undefined> {
  const dataDir = await realpath(options.dataDir).catch(() => undefined);
  if (dataDir === undefined) return undefined;
  const cluster = clusterFolder(dataDir);
  const running = await readPostmaster(cluster);
  if (!running?.ready || !(await servesCluster(running.pid, cluster))) return undefined;
  const passwords = (await readPasswords(dataDir)) ?? {};
  return {
    port: running.port,
    adminUrl: localUrl(running.port, ADMIN_ROLE, passwords[ADMIN_ROLE] ?? '', 'postgres'),
    database: (product) => productUrls(running.port, passwords, product),
  };
}
