import { checkConnectionBudget, openDatabase } from '@seaworthy/platform/postgres';
import type { StartContext } from './context.ts';
import type { ProductDatabase } from './database.ts';
import type { Product } from './manifest.ts';
import type { ProcessCounts } from './options.ts';
import { settingsOf } from './settings.ts';

/** What is left for the products' own commands (an import beside the running site) and for people's tools. */
const RESERVED_CONNECTIONS = 12;

/** A product, its database, and how many processes it is about to get. */
export interface Planned extends ProcessCounts {
  readonly product: Product;
  readonly database: ProductDatabase;
}

/**
 * Checks for each server that all pools of all processes on it can be full at once.
 *
 * @throws AppError `unavailable` with the sum.
 */
export async function checkBudgets(context: StartContext, planned: readonly Planned[]): Promise<void> {
  const servers = Map.groupBy(planned, ({ database }) => new URL(database.appUrl).host);
  for (const onServer of servers.values()) await checkServer(context, onServer);
}

async function checkServer(context: StartContext, planned: readonly Planned[]): Promise<void> {
  const url = planned[0]?.database.appUrl ?? '';
  const database = openDatabase<Record<string, never>>({
    url,
    applicationName: 'seaworthy-start',
    poolMax: 1,
  });
  try {
    await checkConnectionBudget(database.db, {
      processes: planned.flatMap(({ product, processes, workers }) => {
        const { apiConnections, worker } = settingsOf(context.settings, product);
        const api = { name: `${product.name} API`, count: processes, poolMax: apiConnections };
        if (worker === undefined || workers === 0) return [api];
        return [api, { name: `${product.name} worker`, count: workers, poolMax: worker.connections }];
      }),
      reserve: RESERVED_CONNECTIONS,
    });
  } finally {
    await database.close();
  }
}
