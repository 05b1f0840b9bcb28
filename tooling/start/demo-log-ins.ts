import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from './command.ts';
import type { StartContext } from './context.ts';
import type { Product } from './manifest.ts';
import type { StartSettings } from './settings.ts';
import { settingsOf } from './settings.ts';

const logIns = z.array(z.object({ title: z.string(), email: z.string(), password: z.string() }));

/** Somebody one can sign in as to try a product out. */
export type DemoLogIn = z.infer<typeof logIns>[number];

/**
 * Has a product make accounts to try it out with, once. Only in the embedded database, which serves nothing else: a database
 * that somebody named may be a real one.
 */
export async function ensureDemoLogIns(
  context: StartContext,
  product: Product,
  databaseUrl: string,
): Promise<void> {
  const { demoLogIns } = product;
  const { settings } = context;
  if (demoLogIns === undefined || settingsOf(settings, product).external !== undefined) return;
  if (existsSync(join(settings.dataDir, demoLogIns.file))) return;
  await runCommand(context, {
    name: `${product.name}-demo-accounts`,
    command: demoLogIns.command,
    env: { [product.database.variable]: databaseUrl },
    failure: `${product.title}: ${demoLogIns.title} failed`,
  });
}

/** The log-ins that were made; none where a database was named, or when the file cannot be read any more. */
export function readDemoLogIns(settings: StartSettings, product: Product): readonly DemoLogIn[] {
  const { demoLogIns } = product;
  if (demoLogIns === undefined || settingsOf(settings, product).external !== undefined) return [];
  try {
    return logIns.parse(JSON.parse(readFileSync(join(settings.dataDir, demoLogIns.file), 'utf8')));
  } catch {
    return [];
  }
}
