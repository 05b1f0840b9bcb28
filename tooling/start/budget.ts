import { checkConnectionBudget, openDatabase } from '@seaworthy/platform/postgres';
import type { StartContext } from './context.ts';
import type { ProductDatabase } from './database.ts';
import type { Product } from './manifest.ts';
import { settingsOf } from './settings.ts';

/** What is left for the products' own commands (an import beside the running site) and for people's tools. */
const RESERVED_CONNECTIONS = 12;

/** A product, its database, and how many API processes it is about to get. */
export interface Planned {
  readonly product: Product;
  readonly database: ProductDatabase;
  readonly processes: number;
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
      processes: planned.map(({ product, processes }) => ({
        name: `${product.name} API`,
        count: processes,
        poolMax: settingsOf(context.settings, product).apiConnections,
      })),
      reserve: RESERVED_CONNECTIONS,
    });
  } finally {
    await database.close();
  }
}
