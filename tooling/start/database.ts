import { join } from 'node:path';
import { isAppError } from '@seaworthy/platform/errors';
import {
  assertUsableLocale,
  type EmbeddedPostgres,
  MigrationError,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@seaworthy/platform/postgres';
import { EXIT_CODE } from '@seaworthy/platform/process';
import { runCommand } from './command.ts';
import { type StartContext, throwIfGivenUp } from './context.ts';
import { ensureDemoLogIns } from './demo-log-ins.ts';
import type { Step } from './display.ts';
import { StartFailure } from './failure.ts';
import type { Product } from './manifest.ts';
import { settingsOf } from './settings.ts';

/** How a product reaches its database. */
export interface ProductDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

/**
 * Starts the embedded server when one of the products needs it; it ends when the start ends. When it ends before
 * that, the start fails.
 */
export async function startEmbedded(
  context: StartContext,
  products: readonly Product[],
): Promise<EmbeddedPostgres | undefined> {
  const { dataDir } = context.settings;
  if (products.every((product) => settingsOf(context.settings, product).external !== undefined))
    return undefined;
  const step = context.display.step('Database');
  try {
    step.doing('starting PostgreSQL');
    const embedded = await startEmbeddedPostgres({
      dataDir: join(dataDir, 'postgres'),
      log: (line) => step.doing(line),
      onExit: (reason) => context.fail(new StartFailure(reason)),
    });
    context.onEnd(() => embedded.stop().then(() => true));
    throwIfGivenUp(context);
    step.done(`PostgreSQL on port ${embedded.port}`);
    return embedded;
  } catch (error) {
    step.failed(error);
    throw error;
  }
}

/** Makes a product's database ready to be served: there, usable, migrated, and with its first content. */
export async function prepareDatabase(
  context: StartContext,
  product: Product,
  embedded: EmbeddedPostgres | undefined,
): Promise<ProductDatabase> {
  const step = context.display.step(`${product.title} data`);
  try {
    const database = await locate(context, product, embedded);
    await checkLocale(product, database.ownerUrl);
    throwIfGivenUp(context);
    step.doing('migrating');
    const applied = await applyMigrations(product, database, step);
    let said = '';
    if (product.afterMigrate !== undefined) {
      step.doing(product.afterMigrate.title);
      said = await runCommand(context, {
        name: `${product.name}-prepare`,
        command: product.afterMigrate.command,
        env: { [product.database.variable]: database.appUrl },
        failure: `${product.title}: ${product.afterMigrate.title} failed`,
      });
    }
    await ensureDemoLogIns(context, product, database.appUrl);
    step.done([applied === 0 ? 'up to date.' : `migrations applied: ${applied}.`, said].join(' ').trim());
    return database;
  } catch (error) {
    step.failed(error);
    throw error;
  }
}

async function locate(
  context: StartContext,
  product: Product,
  embedded: EmbeddedPostgres | undefined,
): Promise<ProductDatabase> {
  const external = settingsOf(context.settings, product).external;
  if (external !== undefined) return external;
  if (embedded === undefined) throw new Error(`No database was started for ${product.name}.`);
  return embedded.ensureDatabase(product.name);
}

async function checkLocale(product: Product, url: string): Promise<void> {
  const database = openDatabase<Record<string, never>>({
    url,
    applicationName: 'seaworthy-start',
    poolMax: 1,
    poolWaitMs: 10_000,
  });
  try {
    await assertUsableLocale(database.db);
  } catch (error) {
    // The public text of a dead database names no reason; the person at this terminal needs it.
    if (!isAppError(error, 'unavailable') || !(error.cause instanceof Error)) throw error;
    const { hostname, port } = new URL(url);
    throw new StartFailure(
      `The database of ${product.title} at ${hostname}:${port || '5432'} cannot be used: ${rootCause(error.cause)}. ${product.database.variable} and ${product.database.ownerVariable} say which one it is.`,
      EXIT_CODE.unavailable,
      { cause: error },
    );
  } finally {
    await database.close();
  }
}

function rootCause(error: Error): string {
  return error.cause instanceof Error ? rootCause(error.cause) : error.message || error.name;
}

async function applyMigrations(product: Product, database: ProductDatabase, step: Step): Promise<number> {
  try {
    const applied = await migrate({
      ownerUrl: database.ownerUrl,
      sources: product.migrationSources,
      appRole: appRole(database),
      log: (line) => step.doing(line),
    });
    return applied.length;
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    throw new StartFailure(
      `The database of ${product.title} could not be migrated. ${error.message}`,
      EXIT_CODE.internal,
      {
        cause: error,
      },
    );
  }
}

/** The role the processes run as, when it is another one than the owner. */
function appRole({ appUrl, ownerUrl }: ProductDatabase): string | undefined {
  const [app, owner] = [appUrl, ownerUrl].map((url) => decodeURIComponent(new URL(url).username));
  return app === owner || app === '' ? undefined : app;
}
