import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the repository, by its path from the root with forward slashes. What is not text has none. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** Something a rule objects to; `line` counts from 1 and is missing when the whole file is meant. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** Looks at all files at once and names what is wrong; an empty answer means the rule holds. */
export type Rule = (files: readonly RepositoryFile[]) => readonly Problem[];

const generated =
  /^((.*\/)?package-lock\.json|docs\/configuration\.md|\.env\.example|products\/[^/]+\/(schema\.sql|client\/generated\/.*))$/;
const binary = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|zst|gz)$/;

/** Says whether `npm run generate` writes this file: it is compared, not tidied. */
export function isGenerated(path: string): boolean {
  return generated.test(path);
}

/** The files that git tracks or would track, read from disk. */
export function readRepository(root: string): RepositoryFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: binary.test(path) ? '' : readFileSync(join(root, path), 'utf8') }));
}

/** The 1-based line that holds the character at `offset`. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Says whether the file holds program text that we wrote. */
export function isSource(path: string): boolean {
  return /\.(tsx?|mjs|cjs|js)$/.test(path) && !isGenerated(path);
}
