import { posix } from 'node:path';
import { lineAt, type Problem, type RepositoryFile } from './repository.ts';

const topLevel =
  /^(platform|products|tooling|bench|decisions|docs|audit|deploy|\.ci)\/|^[A-Z]{4,}(\.md)?$|^(package|tsconfig|biome)(-lock)?\.json$/;
const placeholder = /[<>*{}…]|NNNN|\bX\b/;

/** Every path that a document names exists: relative links, and code spans that look like a path of this repository. */
export function documentPaths(files: readonly RepositoryFile[]): Problem[] {
  const known = new Set(files.flatMap(({ path }) => [path, ...parents(path)]));
  return documents(files).flatMap(({ path, text }) =>
    [...linkedPaths(path, text), ...spokenPaths(text)]
      .filter(({ target }) => !known.has(target.replace(/\/$/, '')))
      .map(({ target, line }) => ({ path, line, message: `names ${target}, which does not exist` })),
  );
}

/** Every `npm run NAME` that a document names is a script of the root package. */
export function documentCommands(files: readonly RepositoryFile[]): Problem[] {
  const manifest = files.find(({ path }) => path === 'package.json');
  const scripts: Record<string, string> = JSON.parse(manifest?.text ?? '{}').scripts ?? {};
  return documents(files).flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm run (?:-s |--silent )?([a-z][\w:-]*)/g)]
      .filter((found) => !Object.hasOwn(scripts, found[1] ?? ''))
      .map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `names ${found[0]}, which is not a script of package.json`,
      })),
  );
}

interface NamedPath {
  readonly target: string;
  readonly line: number;
}

function documents(files: readonly RepositoryFile[]): RepositoryFile[] {
  return files.filter(({ path }) => path.endsWith('.md'));
}

function linkedPaths(document: string, text: string): NamedPath[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]*\bsrc="([^"]+)"/g)]
    .map((found) => ({ link: found[1] ?? found[2] ?? '', line: lineAt(text, found.index) }))
    .filter(({ link }) => !/^[a-z]+:|^#/.test(link))
    .map(({ link, line }) => ({
      target: posix.join(posix.dirname(document), link.replace(/#.*$/, '')),
      line,
    }));
}

function spokenPaths(text: string): NamedPath[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map((found) => ({ target: (found[1] ?? '').replace(/^\.\//, ''), line: lineAt(text, found.index) }))
    .filter(({ target }) => topLevel.test(target) && !placeholder.test(target));
}

function parents(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
