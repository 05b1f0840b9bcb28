import { describe, expect, it } from 'vitest';
import { ceilings } from './ceilings.ts';
import type { RepositoryFile } from './repository.ts';
import { rules } from './rules.ts';

const reason = 'reads a value the types do not know';
const at = (path: string, ...lines: readonly string[]): RepositoryFile => ({
  path,
  text: `${lines.join('\n')}\n`,
});
const lines = (count: number): string[] => Array.from({ length: count }, (_, line) => `  call(${line});`);
const lockfile = (packages: object): RepositoryFile => at('package-lock.json', JSON.stringify({ packages }));
/** Joined here, so that this file does not break the rule it tests. */
const word = (...parts: readonly string[]): string => parts.join('');
const decided = ['# Title', '## How it is checked', 'By a test.'];

interface Seed {
  readonly breaks: readonly RepositoryFile[][];
  readonly keeps: readonly RepositoryFile[][];
}

/** For each rule: repositories that break it once each, and ones that come close and keep it. */
const seeds: Readonly<Record<string, Seed>> = {
  'file lengths': {
    breaks: [[at('a.ts', ...lines(ceilings.fileLines + 1))], [at('a.css', ...lines(ceilings.fileLines + 1))]],
    keeps: [
      [at('a.ts', ...lines(ceilings.fileLines))],
      [at('products/kitsu/client/generated/a.ts', ...lines(ceilings.fileLines + 1))],
    ],
  },
  'function lengths': {
    breaks: [
      [at('a.ts', 'function long() {', ...lines(ceilings.functionLines - 1), '}')],
      [at('a.tsx', 'const Long = () => (<p>', ...lines(ceilings.functionLines - 1), '</p>);')],
      [at('a.ts', 'class A { long() {', ...lines(ceilings.functionLines - 1), '} }')],
      [at('a.test.ts', "it('is long', () => {", ...lines(ceilings.functionLines - 1), '});')],
    ],
    keeps: [
      [at('a.ts', 'function long() {', ...lines(ceilings.functionLines - 2), '}')],
      [at('a.test.ts', "describe('a group', () => {", ...lines(ceilings.functionLines + 9), '});')],
      [at('a.ts', 'const schema = {', ...Array.from({ length: 90 }, (_, i) => `  a${i}: ${i},`), '};')],
    ],
  },
  'leftover markers': {
    breaks: [
      [at('a.ts', word('// TO', 'DO later'))],
      [at('a.sql', word('-- FIX', 'ME'))],
      [at('a.md', word('X', 'XX'))],
      [at('a.css', word('/* HA', 'CK */'))],
    ],
    keeps: [[at('a.ts', 'const todos = 1;')]],
  },
  'tests switched off': {
    breaks: [
      [at('a.test.ts', word('it.on', "ly('x', run);"))],
      [at('a.test.ts', word('describe.to', "do('x');"))],
      [at('a.test.ts', 'const a = 1;', word('it.sk', "ip('x', run);"))],
    ],
    keeps: [[at('a.test.ts', '// the upstream answers 503 at the moment', word('it.sk', "ip('x', run);"))]],
  },
  'checks switched off': {
    breaks: [
      [at('a.ts', word('// @ts-', 'ignore because I say so'))],
      [at('a.ts', word('// @ts-', 'nocheck'))],
      [at('a.ts', word('// @ts-expect-', 'error'))],
      [at('a.ts', word('// biome-', 'ignore lint/suspicious/noConsole: noisy'))],
    ],
    keeps: [
      [at('a.ts', word('// @ts-expect-', `error ${reason}`))],
      [at('a.ts', word('// biome-', `ignore lint/suspicious/noConsole: ${reason}`))],
    ],
  },
  'readers of the environment': {
    breaks: [
      [at('products/kitsu/api/app.ts', 'const a = process.env.PORT;')],
      [at('platform/http/a.ts', "import { env } from 'node:process';")],
      [at('platform/http/a.ts', "const a = process['env'];")],
    ],
    keeps: [
      [at('platform/config/read.ts', 'const a = process.env.PORT;')],
      [at('products/kitsu/cli/main.ts', 'const a = process.env.INIT_CWD;')],
    ],
  },
  'paths in documents': {
    breaks: [
      [at('README.md', 'See `platform/gone/index.ts`.')],
      [at('docs/a.md', '[style](../STYLE.md)')],
      [at('README.md', '<img src="docs/shot.png">')],
      [at('README.md', 'Read `STYLE.md`.')],
    ],
    keeps: [
      [
        at('README.md', 'See `platform/http/`, [here](platform/http/index.ts#a) and `/api/v1`.'),
        at('platform/http/index.ts'),
      ],
      [at('README.md', 'A slice is `products/<product>/features/<slice>`; [site](https://example.org/a).')],
    ],
  },
  'commands in documents': {
    breaks: [[at('README.md', 'Run `npm run nothing`.'), at('package.json', '{"scripts":{"kitsu":"x"}}')]],
    keeps: [
      [at('README.md', 'Run `npm run kitsu -- seed`.'), at('package.json', '{"scripts":{"kitsu":"x"}}')],
    ],
  },
  'form of decisions': {
    breaks: [
      [at('decisions/0001-a.md', ...decided), at('decisions/0003-c.md', ...decided)],
      [at('decisions/0001-a.md', '# Title', '## Why', 'So.')],
      [at('decisions/0001-a.md', '# Title', '## How it is checked')],
      [at('decisions/notes.md', ...decided)],
    ],
    keeps: [[at('decisions/0001-a.md', ...decided), at('decisions/0002-b.md', ...decided)]],
  },
  'exact versions': {
    breaks: ['^1.2.3', '~1.2.3', '1.x', 'latest', '*', 'file:../a'].map((version) => [
      at('platform/package.json', JSON.stringify({ devDependencies: { a: version } })),
    ]),
    keeps: ['1.2.3', '18.4.0-beta.17', 'npm:typescript@7.0.2'].map((version) => [
      at('package.json', JSON.stringify({ dependencies: { a: version } })),
    ]),
  },
  'complete lockfile': {
    breaks: [
      [lockfile({ 'node_modules/a': { optionalDependencies: { 'a-darwin-x64': '1.0.0' } } })],
      [lockfile({ 'node_modules/a': { resolved: 'https://somewhere.example/a.tgz' } })],
    ],
    keeps: [
      [
        lockfile({
          'node_modules/a': { optionalDependencies: { 'a-darwin-x64': '1.0.0' } },
          'node_modules/a-darwin-x64': { version: '1.0.0' },
          'node_modules/@seaworthy/platform': { resolved: 'platform', link: true },
        }),
      ],
    ],
  },
  'machine paths': {
    breaks: [
      [at('a.md', word('in /ho', 'me/ann/notes'))],
      [at('a.ts', word("const a = '/wo", "rk/x';"))],
      [at('a.json', word('"file:/', '//srv/x"'))],
    ],
    keeps: [[at('a.md', 'https://example.org/work/x and docs/home/x')]],
  },
  'registry hosts': {
    breaks: [
      [at('package.json', word('{"a":"https://regis', 'try.npmjs.org/a"}'))],
      [at('.npmrc', word('r=http://nex', 'us.corp:8081/x'))],
    ],
    keeps: [[at('package.json', '{"homepage":"https://example.org/"}')]],
  },
};

describe.each(Object.entries(rules))('tidy: %s', (name, rule) => {
  const { breaks, keeps } = seeds[name] ?? { breaks: [], keeps: [] };

  it('reports each seeded violation once', () => {
    expect(breaks).not.toEqual([]);
    for (const repository of breaks) expect(rule(repository), JSON.stringify(repository)).toHaveLength(1);
  });

  it('lets pass what comes close', () => {
    expect(keeps).not.toEqual([]);
    for (const repository of keeps) expect(rule(repository), JSON.stringify(repository)).toEqual([]);
  });
});
