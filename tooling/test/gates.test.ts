import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules/.bin');

/** Each rule that biome.json adds to the recommended ones, and a line that breaks it. */
const lintSeeds: Readonly<Record<string, string>> = {
  'lint/correctness/noUnusedImports': "import { a } from './work.ts';",
  'lint/correctness/noUnusedVariables': 'const unused = 1;',
  'lint/nursery/noFloatingPromises': "import { work } from './work.ts';\nwork();",
  'lint/nursery/noMisusedPromises':
    "import { work } from './work.ts';\n[1].forEach(async () => {\n  await work();\n});",
  'lint/style/noEnum': 'export enum Kind {\n  A,\n}',
  'lint/style/noNonNullAssertion': 'export const a = [1][0]!;',
  'lint/style/noParameterProperties': 'export class A {\n  constructor(private readonly a: number) {}\n}',
  'lint/style/useImportType': "import { T } from './work.ts';\nexport type U = T;",
  'lint/style/useNodejsImportProtocol': "import fs from 'fs';\nexport const a = fs;",
  'lint/suspicious/noConsole': "console.log('a');",
  'lint/suspicious/noExplicitAny': 'export type A = any;',
  'lint/suspicious/noUnusedExpressions': 'const a = 1;\na === 2;',
};

let tree: string;

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'seaworthy-gates-'));
});

afterEach(() => rm(tree, { recursive: true, force: true }));

it('Biome reports a seeded violation of each rule that this repository adds', async () => {
  await put('.gitignore', '');
  await cp(join(root, 'biome.json'), join(tree, 'biome.json'));
  await put(
    'work.ts',
    'export type T = number;\nexport const a = 1;\nexport async function work(): Promise<T> {\n  return 1;\n}',
  );
  const seeds = Object.entries(lintSeeds);
  for (const [index, [, text]] of seeds.entries()) await put(`seed-${index}.ts`, text);
  const { stdout } = await run('biome', [
    'lint',
    '--colors=off',
    '--max-diagnostics=200',
    '--diagnostic-level=error',
    '.',
  ]);
  const missed = seeds.filter(
    ([rule], index) => !stdout.includes(`seed-${index}.ts`) || !stdout.includes(rule),
  );
  expect(
    missed.map(([rule]) => rule),
    stdout,
  ).toEqual([]);
});

it('tsc reports what type stripping cannot run and what strictness forbids', async () => {
  await cp(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'));
  await put('package.json', '{"type":"module"}');
  await put('tooling/enum.ts', 'export enum Kind {\n  A,\n}');
  await put('tooling/index.ts', 'const list: number[] = [];\nexport const first: number = list[0];');
  await put('tooling/import.ts', "import { T } from './type.ts';\nexport const a: T = 1;");
  await put('tooling/type.ts', 'export type T = number;');
  const { stdout } = await run('node', [join(root, 'node_modules/ts7/bin/tsc'), '-p', '.', '--types', '']);
  expect(stdout).toMatch(/enum\.ts.*TS1294/);
  expect(stdout).toMatch(/index\.ts.*TS2322/);
  expect(stdout).toMatch(/import\.ts.*TS1484/);
});

it('knip reports a dead file, a dead export and a package nobody declared', async () => {
  await cp(join(root, 'tooling/knip.jsonc'), join(tree, 'tooling/knip.jsonc'));
  await put('package.json', JSON.stringify({ name: 'a', type: 'module', workspaces: ['platform'] }));
  await put('platform/package.json', JSON.stringify({ name: '@a/platform', type: 'module' }));
  await put('platform/errors/index.ts', "export { used } from './error.ts';");
  await put(
    'platform/errors/error.ts',
    "import 'left-pad';\nexport const used = 1;\nexport const deadExport = 2;",
  );
  await put('platform/errors/dead-file.ts', 'export const nobody = 1;');
  await put('platform/errors/kept-by-test.ts', 'export const tested = 1;');
  await put(
    'platform/errors/error.test.ts',
    "import { tested } from './kept-by-test.ts';\ntested.toString();",
  );
  await mkdir(join(tree, 'node_modules'));
  await symlink(join(root, 'node_modules/vitest'), join(tree, 'node_modules/vitest'));
  const { stdout } = await run('knip', [
    '--config',
    'tooling/knip.jsonc',
    '--production',
    '--no-config-hints',
  ]);
  for (const found of ['dead-file.ts', 'kept-by-test.ts', 'deadExport', 'left-pad'])
    expect(stdout).toContain(found);
});

/** Runs a tool of this repository in the tree; its exit code must not be 0. */
function run(tool: string, args: readonly string[]): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    const options = { cwd: tree, env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' } };
    execFile(join(bin, tool), args, options, (error, stdout, stderr) =>
      error ? resolve({ stdout: stdout + stderr }) : reject(new Error(`${tool} found nothing: ${stdout}`)),
    );
  });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), `${text}\n`);
}
