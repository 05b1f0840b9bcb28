import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes of all script files that a page loads, by route, as Next names it. */
export type JavaScriptBytes = Readonly<Record<string, number>>;

/** How far a route may grow before the budget is written anew, on purpose. */
export const TOLERANCE = 0.03;

const GZIP_LEVEL = 9;
const MANIFEST = '_client-reference-manifest.js';

type Manifests = {
  readonly __RSC_MANIFEST?: Readonly<Record<string, { readonly entryJSFiles?: FilesByEntry }>>;
};
type FilesByEntry = Readonly<Record<string, readonly string[]>>;

/**
 * Reads from a finished build of Next which scripts each page loads: those of the framework, of its layouts and its own; scripts for
 * browsers without modules are left out. Throws when the site was not built.
 */
export async function measureJavaScript(site: string): Promise<JavaScriptBytes> {
  const build = path.join(site, '.next');
  const { rootMainFiles } = JSON.parse(await readFile(path.join(build, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: readonly string[];
  };
  const sizes = new Map<string, number>();
  const sizeOf = async (file: string) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(await readFile(path.join(build, file)), { level: GZIP_LEVEL }).length;
    sizes.set(file, bytes);
    return bytes;
  };
  const routes: Record<string, number> = {};
  for (const manifest of globSync(`server/app/**/page${MANIFEST}`, { cwd: build }).sort()) {
    const { route, files } = await readManifest(path.join(build, manifest));
    if (!route.startsWith('/[')) continue;
    const loaded = [...new Set([...rootMainFiles, ...files])];
    const bytes = await Promise.all(loaded.map(sizeOf));
    routes[route] = bytes.reduce((sum, one) => sum + one, 0);
  }
  return routes;
}

/** The manifest is a script that hangs itself on the global object. */
async function readManifest(file: string): Promise<{ route: string; files: string[] }> {
  const scope: Manifests = {};
  runInNewContext(await readFile(file, 'utf8'), scope);
  const [entry] = Object.entries(scope.__RSC_MANIFEST ?? {});
  if (!entry) throw new Error(`${file} names no route: this version of Next writes it in another way.`);
  const [name, { entryJSFiles = {} }] = entry;
  return { route: name.replace(/\/page$/, '') || '/', files: Object.values(entryJSFiles).flat() };
}

/** What is wrong with a build: routes above their budget, new ones without any, budgets of routes that are gone. */
export function overBudget(measured: JavaScriptBytes, budget: JavaScriptBytes): string[] {
  const above = Object.entries(measured).flatMap(([route, bytes]) => {
    const allowed = budget[route];
    if (allowed === undefined) return [`${route} has no budget; it loads ${kB(bytes)}`];
    if (bytes <= allowed * (1 + TOLERANCE)) return [];
    return [`${route} loads ${kB(bytes)}, its budget is ${kB(allowed)}`];
  });
  const gone = Object.keys(budget).filter((route) => measured[route] === undefined);
  return [...above, ...gone.map((route) => `${route} has a budget and is no more`)];
}

/** Bytes as people read them. */
export function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
