import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { conflict, notFound, unavailable } from '../errors/index.ts';
import { defineRoute, type Route } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

async function serve(routes: readonly Route[]) {
  const server = await testServer(routes);
  servers.push(server);
  return server;
}

const things = defineRoute({
  method: 'GET',
  path: '/api/v1/things/:id',
  operationId: 'getThing',
  summary: 'One thing.',
  tags: ['things'],
  access: 'public',
  params: z.object({ id: z.int().min(1) }),
  query: z.object({
    kind: z
      .array(z.enum(['a', 'b']))
      .max(2)
      .optional(),
    limit: z.int().min(1).max(50).default(10),
    adult: z.boolean().optional(),
    q: z.string().min(1).max(20).optional(),
  }),
  response: z.object({
    id: z.int(),
    limit: z.int(),
    kind: z.array(z.string()),
    adult: z.boolean().nullable(),
  }),
  handle: async ({ params, query }) => {
    const { limit, kind = [], adult = null } = query;
    return { id: params.id, limit, kind, adult, secret: 'canary' };
  },
});

const create = defineRoute({
  method: 'POST',
  path: '/api/v1/things',
  operationId: 'createThing',
  summary: 'Makes a thing.',
  tags: ['things'],
  access: 'public',
  status: 201,
  body: z.object({ name: z.string().min(1).max(20), count: z.int().optional() }),
  response: z.object({ name: z.string() }),
  handle: async ({ body }) => ({ name: body.name }),
});

function failing(error: () => unknown) {
  return defineRoute({
    method: 'GET',
    path: '/api/v1/fail',
    operationId: 'fail',
    summary: 'Fails.',
    tags: ['things'],
    access: 'public',
    response: z.object({}),
    handle: async () => {
      throw error();
    },
  });
}

test('path and query values arrive converted, with defaults, and only contract fields leave', async () => {
  const { app } = await serve([things]);
  const answer = await app.inject('/api/v1/things/7?kind=a&adult=true');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('{"id":7,"limit":10,"kind":["a"],"adult":true}');
  expect((await app.inject('/api/v1/things/7?kind=a&kind=b&limit=3')).json()).toMatchObject({
    kind: ['a', 'b'],
    limit: 3,
  });
});

test.each([
  ['/api/v1/things/7?limit=ten', 'limit', 'must be a whole number'],
  ['/api/v1/things/7?limit=51', 'limit', 'must be at most 50'],
  ['/api/v1/things/7?limit=Infinity', 'limit', 'must be a finite number'],
  ['/api/v1/things/7?limit=1&limit=2', 'limit', 'was given more than once'],
  ['/api/v1/things/7?kind=c', 'kind.0', 'must be one of: a, b'],
  ['/api/v1/things/7?colour=red', 'colour', 'is not a known parameter'],
  ['/api/v1/things/7?adult=maybe', 'adult', 'must be true or false'],
  ['/api/v1/things/7?q=', 'q', 'must not be empty'],
  ['/api/v1/things/7?q=a%00b', 'q', 'contains a NUL character, which cannot be stored'],
  ['/api/v1/things/x', 'id', 'must be a whole number'],
])('%s is refused with what is wrong', async (url, path, message) => {
  const { app } = await serve([things]);
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(400);
  const { error } = answer.json();
  expect(error).toMatchObject({ code: 'invalid_input', details: [{ path, message }] });
  expect(error.message).toContain(`${path} ${message}`);
  expect(error.requestId).toBe(answer.headers['x-request-id']);
});

test.each<[string, object, number, string]>([
  ['an unknown field', { payload: { name: 'x', admin: true } }, 400, 'admin is not a known field'],
  ['a missing field', { payload: {} }, 400, 'name is missing'],
  ['a number as text', { payload: { name: 'x', count: '3' } }, 400, 'count must be a whole number'],
  ['no body', {}, 400, 'body must be an object'],
  [
    'broken JSON',
    { payload: '{"name":', headers: { 'content-type': 'application/json' } },
    400,
    'not valid JSON',
  ],
  [
    'a prototype',
    { payload: '{"__proto__":{}}', headers: { 'content-type': 'application/json' } },
    400,
    'not valid JSON',
  ],
  [
    'a form',
    { payload: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'application/json',
  ],
  ['plain text', { payload: 'name', headers: { 'content-type': 'text/plain' } }, 415, 'application/json'],
  ['too much', { payload: { name: 'x'.repeat(1_100_000) } }, 413, 'too large'],
  [
    'deep nesting',
    { payload: `${'['.repeat(5000)}${']'.repeat(5000)}`, headers: { 'content-type': 'application/json' } },
    400,
    'nested too deeply',
  ],
])('a body with %s is refused', async (_what, request, status, said) => {
  const { app } = await serve([create]);
  const answer = await app.inject({ method: 'POST', url: '/api/v1/things', ...request });
  expect(answer.statusCode).toBe(status);
  expect(answer.json().error.message).toContain(said);
  expect(answer.json().error.requestId).toBeTypeOf('string');
});

test('a good body is answered with the declared status', async () => {
  const { app } = await serve([create]);
  const answer = await app.inject({ method: 'POST', url: '/api/v1/things', payload: { name: 'x' } });
  expect(answer.statusCode).toBe(201);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test.each<[string, () => unknown, number, string]>([
  ['not_found', () => notFound('No such title.'), 404, 'No such title.'],
  ['conflict', () => conflict('It moved on.'), 409, 'It moved on.'],
  [
    'unavailable',
    () => unavailable('The database is busy.', { retryAfterS: 3 }),
    503,
    'The database is busy.',
  ],
  ['internal', () => new Error('select canary from users'), 500, 'Something went wrong on our side'],
  ['internal', () => 'canary', 500, 'Something went wrong on our side'],
])('a thrown %s becomes its envelope', async (code, error, status, message) => {
  const { app, lines } = await serve([failing(error)]);
  const answer = await app.inject('/api/v1/fail');
  expect(answer.statusCode).toBe(status);
  expect(answer.json().error.code).toBe(code);
  expect(answer.json().error.message).toContain(message);
  expect(answer.body).not.toMatch(/canary|at .*\.ts/);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['retry-after']).toBe(status === 503 ? '3' : undefined);
  expect(lines.join('').includes('canary')).toBe(status === 500);
});

test('an unknown address is 404, a wrong method 405 with Allow, a broken URL 400', async () => {
  const { app } = await serve([things, create]);
  expect((await app.inject('/nope')).json().error).toMatchObject({ code: 'not_found' });
  const wrong = await app.inject({ method: 'DELETE', url: '/api/v1/things/7' });
  expect([wrong.statusCode, wrong.headers.allow]).toEqual([405, 'GET, HEAD']);
  const broken = await app.inject('/api/v1/things/%zz');
  expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'invalid_input']);
  expect(broken.headers['x-content-type-options']).toBe('nosniff');
  expect((await app.inject(`/api/v1/things/${'1'.repeat(300)}`)).statusCode).toBe(414);
});

test('HEAD answers as GET without a body', async () => {
  const { app } = await serve([things]);
  const head = await app.inject({ method: 'HEAD', url: '/api/v1/things/7' });
  const get = await app.inject('/api/v1/things/7');
  expect([head.statusCode, head.body]).toEqual([200, '']);
  expect(head.headers.etag).toBe(get.headers.etag);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
});

test('a GET has a strong ETag, and 304 answers who has it', async () => {
  const { app } = await serve([things]);
  const first = await app.inject('/api/v1/things/7');
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  const again = await app.inject({ url: '/api/v1/things/7', headers: { 'if-none-match': `"x", W/${etag}` } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const other = await app.inject({ url: '/api/v1/things/8', headers: { 'if-none-match': etag } });
  expect(other.statusCode).toBe(200);
});
