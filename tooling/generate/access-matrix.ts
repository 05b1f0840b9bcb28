import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Generator } from './generator.ts';
import { loadExport } from './products.ts';

/** Who may do what in a product: its permissions and routes by role. */
export function accessMatrix(root: string, product: string): Generator {
  const output = `docs/${product}-access.md`;
  return {
    name: `${product}: who may do what`,
    outputs: [output],
    async run(into) {
      const describe = await loadExport(root, `products/${product}/api/access-matrix.ts`, 'accessMatrix');
      if (typeof describe !== 'function') {
        throw new Error(`accessMatrix in products/${product}/api/access-matrix.ts is no function.`);
      }
      await mkdir(dirname(join(into, output)), { recursive: true });
      await writeFile(join(into, output), describe());
    },
  };
}
