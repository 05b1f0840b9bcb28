import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT_CODE } from '@seaworthy/platform/process';
import { z } from 'zod';
import { StartFailure } from './failure.ts';
import type { Product } from './manifest.ts';

const secretsSchema = z.record(z.string(), z.string());

/**
 * The secrets that a product's processes need and nobody set: made at the first start and kept in the data directory, for
 * this user alone. They are marked as made for trying things out; production refuses them.
 *
 * @throws StartFailure when the file is there and cannot be read.
 */
export async function ensureSecrets(
  dataDir: string,
  product: Product,
  env: NodeJS.ProcessEnv,
): Promise<Readonly<Record<string, string>>> {
  const unset = product.secrets.filter(({ variable }) => !env[variable] && !env[`${variable}_FILE`]);
  if (unset.length === 0) return {};
  const file = join(dataDir, `${product.name}-secrets.json`);
  const kept = (await readSecrets(file)) ?? (await keepSecrets(file, await makeSecrets(product)));
  return Object.fromEntries(unset.map(({ variable }) => [variable, kept[variable] ?? '']));
}

async function readSecrets(file: string): Promise<Record<string, string> | undefined> {
  try {
    return secretsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartFailure(
      `${file} holds the secrets of this installation and cannot be read. Restore it from a copy, or remove it: then what was encrypted with them is lost.`,
      EXIT_CODE.internal,
      { cause: error },
    );
  }
}

async function makeSecrets(product: Product): Promise<Record<string, string>> {
  // Loaded at a first start only: it brings the password hasher along.
  const { DEVELOPMENT_KEY_PREFIX, newRingKey } = await import('@seaworthy/platform/identity');
  return Object.fromEntries(
    product.secrets.map(({ variable }) => [variable, newRingKey(`${DEVELOPMENT_KEY_PREFIX}1`)]),
  );
}

/** Written beside and linked: whole or not there. Whoever is second takes what the first one wrote. */
async function keepSecrets(file: string, made: Record<string, string>): Promise<Record<string, string>> {
  const draft = `${file}.${process.pid}.${randomUUID()}.new`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readSecrets(file)) ?? made;
}
