import { isSource, lineAt, type Problem, type RepositoryFile } from './repository.ts';

const reads =
  /\bprocess\s*\.\s*env\b(?!\.INIT_CWD\b)|\bprocess\s*\[\s*['"]env['"]|\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/g;
// Launchers and tool configurations run before there are settings; a test sets up the world of the process it starts.
const mayRead =
  /^platform\/config\/|^tooling\/|^bench\/|\.(mjs|cjs)$|\.config\.ts$|\.(test|e2e)\.tsx?$|\/(testing|e2e)\//;

/** Only platform/config reads the environment, so that every setting is declared, validated and documented. */
export function environmentReaders(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => isSource(path) && !mayRead.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(reads)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: 'reads the environment: declare a setting with @seaworthy/platform/config',
      })),
    );
}
