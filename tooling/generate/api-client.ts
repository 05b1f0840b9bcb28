import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import type { Generator } from './generator.ts';
import { loadExport } from './products.ts';

/** The OpenAPI document of a product's API, made from its routes, and the typed client made from the document. */
export function apiClient(root: string, product: string): Generator {
  const folder = `products/${product}/client/generated`;
  return {
    name: `${product}: OpenAPI document and client`,
    outputs: [folder],
    async run(into) {
      const describe = await loadExport(root, `products/${product}/api/openapi.ts`, 'openApi');
      if (typeof describe !== 'function') {
        throw new Error(`openApi in products/${product}/api/openapi.ts is no function.`);
      }
      const document: Record<string, unknown> = await describe();
      const path = join(into, folder);
      await createClient({
        input: structuredClone(document),
        output: { path, importFileExtension: '.ts' },
        plugins: [
          '@hey-api/typescript',
          // The browser adds the cookie by itself; nothing of it needs to be in the client.
          { name: '@hey-api/sdk', auth: false },
          '@hey-api/client-fetch',
        ],
        logs: { level: 'silent', file: false },
      });
      await writeFile(join(path, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
    },
  };
}
