import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Cache } from '../cache/index.ts';
import { forbidden } from '../errors/index.ts';
import { refuseUndeclared } from './register-routes.ts';
import { defineRoute, type RouteDefinition } from './route.ts';
import { testServer } from './test-server.ts';

const base = {
  method: 'GET',
  path: '/x',
  operationId: 'x',
  summary: 'For the test.',
  tags: ['t'],
  access: 'public',
  response: z.object({ ok: z.boolean() }),
  handle: async () => ({ ok: true }),
} as const;

function define(o: object) {
  return () => defineRoute({ ...base, ...o } as unknown as RouteDefinition);
}

test.each<[string, object, string]>([
  ['no access', { access: undefined }, 'declare its access'],
  ['an empty permission', { access: { permission: '' } }, 'declare its access'],
  ['a parameter missing in its contract', { path: '/x/:id' }, 'its path has [id], its params contract []'],
  [
    'a refinement',
    { query: z.object({ q: z.string().refine(Boolean) }) },
    'query contract is unusable: at properties.q',
  ],
  ['a transform', { query: z.object({ q: z.string().transform(Number) }) }, 'JSON Schema cannot say'],
  ['a rewrite', { query: z.object({ q: z.string().trim() }) }, 'a rewrite'],
  ['a coercion', { query: z.object({ n: z.coerce.number() }) }, 'it coerces'],
  [
    'a date',
    { response: z.object({ at: z.date() }) },
    'response contract is unusable: at properties.at it has a date',
  ],
  [
    'an intersection',
    { body: z.intersection(z.object({}), z.object({})), method: 'POST' },
    'an? intersection',
  ],
  ['a body on GET', { body: z.object({}) }, 'a GET has no body'],
  ['a cached POST', { method: 'POST', cache: { store: {}, tags: [] } }, 'only a public GET'],
  [
    'a cached private GET',
    { access: { permission: 'p' }, cache: { store: {}, tags: [] } },
    'only a public GET',
  ],
])('a route with %s does not come to be', (_what, o, said) => {
  expect(define(o)).toThrow(new RegExp(`^(GET|POST) /x.*${said.replace(/[[\]().]/g, '\\$&')}`, 's'));
});

test('a route past defineRoute stops the start, and so does a second one with the same operation id', async () => {
  const app = fastify();
  refuseUndeclared(app);
  expect(() => app.get('/raw', async () => 'open')).toThrow('GET /raw has no declared access');
  const two = [defineRoute(base), defineRoute({ ...base, path: '/y' })];
  await expect(testServer(two)).rejects.toThrow('operation id "x"');
});

test('a cached route loads once per canonical query, answers HEAD and 304, and keeps no failure', async () => {
  const bodies = new Map<string, Promise<{ body: Buffer; etag: string }>>();
  const store: Cache = {
    body: (key, _tags, load) => {
      const known = bodies.get(key);
      if (known !== undefined) return known;
      const made = load().then((text) => ({ body: Buffer.from(text), etag: `"${key}"` }));
      bodies.set(key, made);
      made.catch(() => bodies.delete(key));
      return made;
    },
    close: async () => undefined,
  };
  let loads = 0;
  const route = defineRoute({
    ...base,
    path: '/list/:kind',
    params: z.object({ kind: z.string() }),
    query: z.object({ limit: z.int().default(20), sort: z.enum(['a', 'b']).optional() }),
    response: z.object({ items: z.array(z.object({ n: z.int() })), nextCursor: z.string().nullable() }),
    cache: { store, tags: ['list'], maxAgeS: 5 },
    handle: async ({ query }) => {
      loads += 1;
      if (query.limit === 13) throw forbidden('Not thirteen.');
      return { items: [{ n: query.limit, secret: 'canary' }], nextCursor: null };
    },
  });
  const { app } = await testServer([route]);
  const urls = [
    '/list/tv?limit=20&sort=a',
    '/list/tv?sort=a&limit=20',
    '/list/tv?sort=a',
    '/list/tv?sort=a&limit=020',
  ];
  const answers = [];
  for (const url of urls) answers.push(await app.inject(url));
  expect(new Set(answers.map((answer) => answer.body))).toEqual(
    new Set(['{"items":[{"n":20}],"nextCursor":null}']),
  );
  expect(loads).toBe(1);
  expect(answers[0]?.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=5, must-revalidate',
  });
  await app.inject('/list/tv?sort=b');
  await app.inject('/list/movie?sort=a');
  expect(loads).toBe(3);
  const etag = String(answers[0]?.headers.etag);
  const head = await app.inject({ method: 'HEAD', url: urls[0] });
  expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, etag, '']);
  expect((await app.inject({ url: urls[1], headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  expect((await app.inject('/list/tv?limit=13')).statusCode).toBe(403);
  expect((await app.inject('/list/tv?limit=13')).headers['cache-control']).toBe('no-store');
  expect(loads).toBe(5);
});
