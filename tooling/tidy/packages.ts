import { type LockedPackage, missingOptionals } from '../lockfile/missing-optionals.ts';
import type { Problem, RepositoryFile } from './repository.ts';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
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
 * A lockfile names every optional package of every platform: npm leaves out what the registry at hand did not have, and
 * `npm ci` then refuses the lockfile. It names no registry: whichever npm is set to is asked.
 */
export function lockfileIsComplete(files: readonly RepositoryFile[]): Problem[] {
  const lockfiles = files.filter(({ path }) => /(^|\/)package-lock\.json$/.test(path));
  return lockfiles.flatMap(({ path, text }) => {
    const packages: Record<string, LockedPackage> = JSON.parse(text).packages ?? {};
    const located = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
    return [
      ...located.map(([at]) => ({ path, message: `${at} names where it was fetched from` })),
      ...missingOptionals(packages).map(({ name, wantedBy }) => ({
        path,
        message: `${name}, optional for ${wantedBy || 'the root'}, has no entry: run node tooling/lockfile/complete.ts`,
      })),
    ];
  });
}
