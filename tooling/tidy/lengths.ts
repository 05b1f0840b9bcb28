import ts from 'typescript';
import { ceilings } from './ceilings.ts';
import { isGenerated, isSource, type Problem, type RepositoryFile } from './repository.ts';

/** No file above the ceiling: program text and style sheets. */
export function fileLengths(files: readonly RepositoryFile[]): Problem[] {
  return files
    .filter(({ path }) => isSource(path) || (path.endsWith('.css') && !isGenerated(path)))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > ceilings.fileLines)
    .map(({ path, lines }) => ({
      path,
      message: `${lines} lines, above ${ceilings.fileLines}: split it by noun`,
    }));
}

/** No function above the ceiling, nested ones included in the outer one. Callbacks of `describe` only group tests: not counted. */
export function functionLengths(files: readonly RepositoryFile[]): Problem[] {
  return files.filter(({ path }) => isSource(path)).flatMap(longFunctions);
}

function longFunctions({ path, text }: RepositoryFile): Problem[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && !isTestGroup(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const lines = source.getLineAndCharacterOfPosition(node.end).line - first + 1;
      if (lines > ceilings.functionLines) {
        const message = `a function of ${lines} lines, above ${ceilings.functionLines}: split it`;
        problems.push({ path, line: first + 1, message });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function isFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isAccessor(node)
  );
}

function isTestGroup(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());
}
