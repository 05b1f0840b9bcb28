import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  dumpSchema,
  type MigrationSource,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@seaworthy/platform/postgres';
import { z } from 'zod';
import type { Generator } from './generator.ts';
import { loadExport } from './products.ts';

const manifestSchema = z.object({
  migrationSources: z.array(
    z.object({ owner: z.string(), folder: z.union([z.instanceof(URL), z.string()]) }),
  ),
});

/** The schema that a product's migrations add up to: they are applied to an empty database of a server of its own. */
export function schemaDump(root: string, product: string): Generator {
  const output = `products/${product}/schema.sql`;
  return {
    name: `${product}: schema.sql`,
    outputs: [output],
    async run(into) {
      const manifest = await loadExport(root, `products/${product}/product.ts`, 'manifest');
      const text = await dumpMigrated(product, manifestSchema.parse(manifest).migrationSources);
      await mkdir(dirname(join(into, output)), { recursive: true });
      await writeFile(join(into, output), text);
    },
  };
}

async function dumpMigrated(product: string, sources: readonly MigrationSource[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'seaworthy-schema-'));
  const server = await startEmbeddedPostgres({ dataDir, temporary: true });
  try {
    const { appUrl, ownerUrl } = await server.ensureDatabase(product);
    const appRole = new URL(appUrl).username;
    await migrate({ ownerUrl, sources, appRole });
    const database = openDatabase<unknown>({ url: ownerUrl, applicationName: 'seaworthy-generate' });
    try {
      return await dumpSchema(database.db, { appRole });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
