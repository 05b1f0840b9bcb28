import { isSource, lineAt, type Problem, type RepositoryFile } from './repository.ts';

const never = /@ts-(ignore|nocheck)\b/g;
const withReason = /(@ts-expect-error|biome-ignore(?:-all|-start)?\s+[\w/]+:)[ \t]*(.*?)(?:\*\/|$)/gm;
const fewestWords = 2;

/** A check is switched off for one line only, and with a reason of at least two words. */
export function unexplainedSuppressions(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => isSource(path) || path.endsWith('.css'))
    .filter(({ path }) => !path.startsWith('tooling/tidy/'))
    .flatMap(({ path, text }) => [
      ...[...text.matchAll(never)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `${found[0]} hides every error: mend the type or use @ts-expect-error with a reason`,
      })),
      ...[...text.matchAll(withReason)]
        .filter((found) => (found[2] ?? '').trim().split(/\s+/).length < fewestWords)
        .map((found) => ({
          path,
          line: lineAt(text, found.index),
          message: `${found[1]} without a reason (at least ${fewestWords} words)`,
        })),
    ]);
}
