import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbidden } from './rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = join(root, 'node_modules');
const slice = 'products/kitsu/features/titles';

/** A small house that breaks no rule: every kind of file, with an import it may have. */
const clean: Readonly<Record<string, string>> = {
  'platform/errors/index.ts': 'export const code = 1;',
  'platform/errors/inner.ts': 'export const inner = 1;',
  'platform/postgres/index.ts': "import pg from 'pg';\nexport const db = pg;",
  'platform/http/index.ts':
    "import fastify from 'fastify';\nimport { code } from '../errors/index.ts';\nexport const http = [fastify, code];",
  'platform/jobs/index.ts': 'export const task = 1;',
  'platform/testing/index.ts': 'export const helper = 1;',
  'platform/ui/index.ts': "import react from 'react';\nexport const kit = react;",
  [`${slice}/contract.ts`]: "import { z } from 'zod';\nexport const contract = z;",
  [`${slice}/tables.ts`]: "import { contract } from './contract.ts';\nexport const tables = contract;",
  [`${slice}/queries.ts`]:
    "import { sql } from 'kysely';\nimport { db } from '@seaworthy/platform/postgres';\nimport { tables } from './tables.ts';\nexport const queries = [sql, db, tables];",
  [`${slice}/get-title.ts`]:
    "import { code } from '@seaworthy/platform/errors';\nimport { queries } from './queries.ts';\nexport const getTitle = [code, queries];",
  [`${slice}/get-title.test.ts`]:
    "import { helper } from '@seaworthy/platform/testing';\nexport const tested = helper;",
  [`${slice}/routes.ts`]:
    "import { http } from '@seaworthy/platform/http';\nimport { getTitle } from './get-title.ts';\nexport const routes = [http, getTitle];",
  [`${slice}/tasks.ts`]:
    "import { task } from '@seaworthy/platform/jobs';\nimport { contract } from './contract.ts';\nexport const tasks = [task, contract];",
  [`${slice}/jobs.ts`]:
    "import { getTitle } from './get-title.ts';\nimport { tasks } from './tasks.ts';\nexport const jobs = [getTitle, tasks];",
  'products/kitsu/worker/app.ts':
    "import { http } from '@seaworthy/platform/http';\nexport const app = http;",
  [`${slice}/index.ts`]: "export { getTitle } from './get-title.ts';",
  'products/kitsu/features/search/find.ts':
    "import { getTitle } from '../titles/index.ts';\nimport { tasks } from '../titles/tasks.ts';\nexport const find = [getTitle, tasks];",
  'products/kitsu/api/main.ts': `import { routes } from '../features/titles/routes.ts';\nexport const api = routes;`,
  'products/kitsu/client/index.ts': `export { contract } from '../features/titles/contract.ts';`,
  'products/kitsu/web/page.ts':
    "import { contract } from '../client/index.ts';\nimport { kit } from '@seaworthy/platform/ui';\nexport const page = [contract, kit];",
  'products/sweets/api/main.ts':
    "import { code } from '@seaworthy/platform/errors';\nexport const api = code;",
  'tooling/test/main.ts': 'export const tool = 1;',
};

/** For each rule a file that breaks it, and it alone. */
const seeds: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'no-cycles': ['platform/errors/a.ts', "import type { B } from './b.ts';\nexport type A = B;"],
  'no-unresolvable': ['platform/errors/lost.ts', "import './nowhere.ts';"],
  'platform-knows-no-product': ['platform/errors/seed.ts', "import '../../products/kitsu/client/index.ts';"],
  'products-never-meet': ['products/sweets/api/seed.ts', "import '../../kitsu/client/index.ts';"],
  'production-needs-no-tooling': [
    'products/kitsu/api/seed-tool.ts',
    "import '../../../tooling/test/main.ts';",
  ],
  'concern-front-door': ['platform/http/seed.ts', "import '../errors/inner.ts';"],
  'platform-front-door': ['products/kitsu/api/seed-door.ts', "import '../../../platform/errors/inner.ts';"],
  'slice-front-door': ['products/kitsu/features/search/seed.ts', "import '../titles/get-title.ts';"],
  'tasks-are-declarations': [`${slice}/tasks.ts`, "import './get-title.ts';"],
  'roots-compose-doors': ['products/kitsu/api/seed-root.ts', "import '../features/titles/get-title.ts';"],
  'only-routes-touch-http': [`${slice}/seed-http.ts`, "import '@seaworthy/platform/http';"],
  'fastify-only-below-http': ['platform/errors/seed-fastify.ts', "import 'fastify';"],
  'use-cases-ignore-adapters': [`${slice}/seed-adapter.ts`, "import './routes.ts';"],
  'queries-are-leaves': [`${slice}/list-queries.ts`, "import './get-title.ts';"],
  'contract-is-pure': ['products/kitsu/features/search/contract.ts', "import '@seaworthy/platform/errors';"],
  'web-through-client': ['products/kitsu/web/seed.ts', "import '../features/titles/contract.ts';"],
  'client-carries-contracts-only': [
    'products/kitsu/client/seed.ts',
    "import '../features/titles/tables.ts';",
  ],
  'server-draws-nothing': ['products/kitsu/api/seed-react.ts', "import 'react';"],
  'raw-driver-only-in-platform-postgres': [`${slice}/seed-driver.ts`, "import 'pg';"],
  'test-helpers-stay-in-tests': ['products/kitsu/api/seed-test.ts', "import '@seaworthy/platform/testing';"],
};

let tree: string;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'seaworthy-boundaries-'));
  for (const [path, text] of Object.entries(clean)) await put(path, text);
  await cp(join(root, 'platform/package.json'), join(tree, 'platform/package.json'));
  await cp(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'));
  for (const name of ['pg', 'fastify', 'react', 'zod', 'kysely', 'typescript']) {
    await put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await put(`node_modules/${name}/index.js`, '');
  }
  await mkdir(join(tree, 'node_modules/@seaworthy'), { recursive: true });
  await symlink(join(tree, 'platform'), join(tree, 'node_modules/@seaworthy/platform'));
});

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('boundary rules', () => {
  it('let a house pass that keeps them', async () => {
    expect(await violations()).toEqual([]);
  });

  it('each report the one import that breaks it', async () => {
    await put('platform/errors/b.ts', "import type { A } from './a.ts';\nexport type B = A;");
    for (const [path, text] of Object.values(seeds)) await put(path, text);
    const found = await violations();
    const expected = Object.entries(seeds).map(([rule, [path]]) => `${rule}: ${path}`);
    expect(found.filter((one) => !one.endsWith('/b.ts')).sort()).toEqual(expected.sort());
  });

  it('all have a seeded violation', () => {
    expect(Object.keys(seeds).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});

/** What dependency-cruiser reports for the tree under the very configuration of this repository. */
async function violations(): Promise<string[]> {
  const args = [
    join(modules, 'dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    join(root, 'tooling/boundaries/rules.mjs'),
    '--output-type',
    'json',
    'platform',
    'products',
    'tooling',
  ];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1 << 26 }, (error, stdout) =>
      stdout === '' ? reject(error) : resolve(stdout),
    );
  });
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(output);
  return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))];
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), `${text}\n`);
}
