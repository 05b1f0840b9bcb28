import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../audit-trail/index.ts';
import { forbidden, unauthenticated } from '../errors/index.ts';
import type { Actor } from '../identity/index.ts';
import type { AccessControl, Denial } from './access-control.ts';
import { defineRoute, type Route, type RouteDefinition } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

const EDITOR: Actor = {
  kind: 'account',
  accountId: 'a',
  sessionId: 's',
  roles: ['editor'],
  permissions: new Set(['titles.edit', 'titles.view']),
};

const VIEW = { permission: 'titles.view' };
const RENAME = defineAction({ name: 'title.rename', target: 'title' });

function route(o: Partial<RouteDefinition> = {}): Route {
  return defineRoute({
    method: 'GET',
    path: '/x',
    operationId: `${o.method ?? 'GET'} ${o.path ?? '/x'}`,
    summary: 'x',
    tags: [],
    access: { permission: 'titles.edit' },
    response: z.object({ who: z.string() }),
    handle: async ({ actor }) => ({ who: actor.kind }),
    ...o,
  } as RouteDefinition);
}

async function serve(routes: readonly Route[], more: { ownOrigins?: string[] } = {}) {
  const denials: Denial[] = [];
  const accessControl: AccessControl = {
    permissions: new Set(['titles.edit', 'titles.view', 'audit.view']),
    privileged: new Set(['titles.edit', 'audit.view']),
    sessionCookie: 'session',
    identify: async (credential) => {
      if (credential === undefined) return { kind: 'anonymous' };
      if (credential.token !== 'good') throw unauthenticated();
      return EDITOR;
    },
    denied: async (denial) => void denials.push(denial),
  };
  const server = await testServer(routes, { accessControl, ...more });
  servers.push(server);
  return { app: server.app, denials };
}

test('a route that changes what not everybody may does not register without an audit action', async () => {
  await expect(serve([route({ method: 'PUT' })])).rejects.toThrow(
    'PUT /x changes what not everybody may, and declares no audit action',
  );
  await serve([route({ method: 'PUT', audit: RENAME }), route({ method: 'POST', access: VIEW })]);
});

test('a good answer of which nothing was recorded is a mistake of ours, and only declared actions are taken', async () => {
  const { app } = await serve([
    route({ method: 'PUT', audit: RENAME }),
    route({
      method: 'DELETE',
      audit: RENAME,
      handle: async ({ trail, actor }) => {
        const remove = defineAction({ name: 'title.remove', target: 'title' });
        await trail.record({} as never, { action: remove, target: '1', outcome: 'refused' });
        return { who: actor.kind };
      },
    }),
  ]);
  for (const method of ['PUT', 'DELETE'] as const) {
    expect((await app.inject({ method, url: '/x', headers: bearer('good') })).statusCode).toBe(500);
  }
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookie = (token: string) => ({ cookie: `theme=dark; session=${token}` });

test('a route that needs a permission stops the start without access control, or when nobody can hold it', async () => {
  await expect(testServer([route()])).rejects.toThrow('needs "titles.edit", but the server got no access');
  await expect(serve([route({ access: { permission: 'titles.eat' } })])).rejects.toThrow(
    'GET /x needs "titles.eat", which is no permission of this product',
  );
});

test('it is answered for holders only, before anything else is looked at, and is told to no cache', async () => {
  const { app } = await serve([route({ query: z.object({ n: z.int() }) } as Partial<RouteDefinition>)]);
  for (const headers of [bearer('good'), cookie('good')]) {
    const answer = await app.inject({ url: '/x?n=1', headers });
    expect([answer.statusCode, answer.json(), answer.headers['cache-control']]).toEqual([
      200,
      { who: 'account' },
      'no-store',
    ]);
  }
  expect((await app.inject('/x?n=wrong')).statusCode).toBe(401);
  expect((await app.inject({ url: '/x?n=1', headers: bearer('bad') })).statusCode).toBe(401);
  expect(
    (await app.inject({ url: '/x?n=1', headers: { ...cookie('good'), ...bearer('bad') } })).statusCode,
  ).toBe(401);
});

test('who may not is told so, and it is noted: what, who, from where', async () => {
  const { app, denials } = await serve([route({ access: { permission: 'audit.view' } })]);
  expect((await app.inject({ url: '/x', headers: bearer('good') })).statusCode).toBe(403);
  expect((await app.inject('/x')).statusCode).toBe(401);
  expect(denials).toMatchObject([
    { actor: EDITOR, permission: 'audit.view', operation: 'GET /x', address: '127.0.0.1' },
    { actor: { kind: 'anonymous' } },
  ]);
});

test('a refusal by the use case itself is noted as well', async () => {
  const refusing = route({
    handle: async () => {
      throw forbidden('Not this one.');
    },
  });
  const { app, denials } = await serve([refusing]);
  expect((await app.inject({ url: '/x', headers: bearer('good') })).statusCode).toBe(403);
  expect(denials).toHaveLength(1);
});

test('a hidden route is to everybody else what an address without anything is', async () => {
  const { app, denials } = await serve([route({ access: { permission: 'audit.view', hidden: true } })]);
  const shape = (body: string) => body.replace(/"requestId":"[^"]+"/, '');
  const nothing = await app.inject('/nothing');
  for (const headers of [{}, bearer('good'), bearer('bad')]) {
    const answer = await app.inject({ url: '/x', headers });
    expect([answer.statusCode, shape(answer.body)]).toEqual([404, shape(nothing.body)]);
  }
  expect((await app.inject({ method: 'PATCH', url: '/x' })).statusCode).toBe(404);
  expect(denials).toHaveLength(2);
});

test('a public route knows nobody', async () => {
  const { app } = await serve([route({ access: 'public' })]);
  expect((await app.inject({ url: '/x', headers: bearer('good') })).json()).toEqual({ who: 'anonymous' });
});

test.each<[string, Record<string, string>, number]>([
  ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
  ['a page of ours in an old browser', { origin: 'http://localhost' }, 200],
  ['a page of ours behind a proxy', { origin: 'https://kitsu.example.org' }, 200],
  ['a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  ['another site in an old browser', { origin: 'https://evil.example' }, 403],
  ['a neighbouring subdomain', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.org' }, 403],
  ['a page without an origin', { origin: 'null' }, 403],
  ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ['nobody knows where', {}, 403],
])('a change sent by %s with a session cookie: %s %i', async (_from, headers, status) => {
  const { app } = await serve([route({ method: 'POST', access: VIEW })], {
    ownOrigins: ['https://kitsu.example.org'],
  });
  const answer = await app.inject({ method: 'POST', url: '/x', headers: { ...cookie('good'), ...headers } });
  expect(answer.statusCode).toBe(status);
});

test('programs need no origin, and reading needs none at all', async () => {
  const { app } = await serve([route({ method: 'POST', access: VIEW }), route()]);
  expect((await app.inject({ method: 'POST', url: '/x', headers: bearer('good') })).statusCode).toBe(200);
  const foreign = { ...cookie('good'), 'sec-fetch-site': 'cross-site' };
  expect((await app.inject({ url: '/x', headers: foreign })).statusCode).toBe(200);
});
