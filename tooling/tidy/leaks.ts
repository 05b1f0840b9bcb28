import { lineAt, type Problem, type RepositoryFile } from './repository.ts';

// Put together from halves, so that this file does not object to itself.
const homes = ['/ho.me/[a-z]', '/Us.ers/[A-Za-z]', '/ro.ot/', '/wo.rk/', 'file:/.//[a-z]'].map((part) =>
  part.replace('.', ''),
);
const machinePath = new RegExp(`(?<![\\w.:/*~-])(${homes.join('|')})`, 'g');
const registry = /https?:\/\/[\w.-]*(registry|npm|artifactory|nexus|verdaccio)[\w.-]*(:\d+)?\//g;
const registryFiles = /(^|\/)(package-lock\.json|package\.json|\.npmrc|[\w.-]+\.(sh|ya?ml))$|^\.ci\//;

/** No path of somebody's machine in a committed file. */
export function machinePaths(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => !path.endsWith('package-lock.json'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(machinePath)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `names a place on one machine (${found[0]}…)`,
      })),
    );
}

/** No registry address where packages are named or installed. */
export function registryHosts(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => registryFiles.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(registry)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `names a package registry (${found[0]})`,
      })),
    );
}
