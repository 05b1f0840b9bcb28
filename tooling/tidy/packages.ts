import type { Problem, RepositoryFile } from './repository.ts';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Every package of ours names exact versions: what was tried is what is installed, also without the lockfile. */
export function exactVersions(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .flatMap(({ path, text }) => {
      const { dependencies, devDependencies, optionalDependencies }: Manifest = JSON.parse(text);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !exact.test(version))
        .map(([name, version]) => ({ path, message: `${name} is "${version}": name one exact version` }));
    });
}

/**
 * The lockfile names every optional package of every platform: npm leaves out what the registry at hand did not have, and
 * `npm ci` then refuses the lockfile. It names no registry: whichever npm is set to is asked.
 */
export function lockfileIsComplete(files: readonly RepositoryFile[]): Problem[] {
  const path = 'package-lock.json';
  const lockfile = files.find((file) => file.path === path);
  if (!lockfile) return [{ path, message: 'is missing' }];
  const packages: Record<string, LockedPackage> = JSON.parse(lockfile.text).packages ?? {};
  return Object.entries(packages).flatMap(([at, entry]) => [
    ...(entry.resolved && !entry.link ? [{ path, message: `${at} names where it was fetched from` }] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, at, name))
      .map((name) => ({
        path,
        message: `${name}, optional for ${at || 'the root'}, has no entry: run node tooling/lockfile/complete.ts`,
      })),
  ]);
}

/** Says whether the package at `from` finds `name` in its own node_modules or in one above. */
export function isLocked(packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean {
  for (let at = from; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}
