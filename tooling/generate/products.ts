import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The names of the products in this repository, ordered: every folder of `products/` that is a package. */
export function productNames(root: string): string[] {
  const folder = join(root, 'products');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'package.json')))
    .sort();
}

/**
 * Loads what a module of a product exports under `name`.
 *
 * @throws Error that names the file when it is missing or exports nothing of that name.
 */
export async function loadExport(root: string, file: string, name: string): Promise<unknown> {
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`${file} is missing: it has to export ${name}.`);
  const module: Record<string, unknown> = await import(pathToFileURL(path).href);
  if (module[name] === undefined) throw new Error(`${file} does not export ${name}.`);
  return module[name];
}
