import { isGenerated, lineAt, type Problem, type RepositoryFile } from './repository.ts';

// Put together from halves, so that this file does not object to itself.
const leftover = new RegExp(
  `\\b(${['TO.DO', 'FIX.ME', 'X.XX', 'HA.CK'].join('|').replaceAll('.', '')})\\b`,
  'g',
);
const unfinished = /\b(it|test|describe)[.](only|todo)\b/g;
const skipped = /^.*\b(it|test|describe)[.]skip\b.*$/gm;

/** No marker that says "later": what is not done belongs in an issue. */
export function leftoverMarkers(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => /\.(tsx?|mjs|cjs|js|css|sql|md|json|ya?ml|sh)$/.test(path) && !isGenerated(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(leftover)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `leftover marker ${found[0]}: do it, or open an issue`,
      })),
    );
}

/** No focused or empty test, and no skipped one without a comment above it that gives the reason. */
export function switchedOffTests(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => /\.(test|e2e)\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const focused = [...text.matchAll(unfinished)].map((found) => ({
        path,
        line: lineAt(text, found.index),
        message: `${found[0]} leaves tests out of the run`,
      }));
      const unexplained = [...text.matchAll(skipped)]
        .map((found) => ({
          path,
          line: lineAt(text, found.index),
          message: 'skipped without a reason above it',
        }))
        .filter(({ line }) => !/^\s*\/\/ \S+ \S+/.test(lines[line - 2] ?? ''));
      return [...focused, ...unexplained];
    });
}
