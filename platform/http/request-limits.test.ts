import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Cache } from '../cache/index.ts';
import { unauthenticated, unavailable } from '../errors/index.ts';
import { type Decision, defineBudget, defineGuard, type Limiter, type Policy } from '../limits/index.ts';
import type { AccessControl } from './access-control.ts';
import { defineRoute, type Route, type RouteDefinition } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';
import { clientAddress, trustedProxies } from './trusted-proxies.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

const budget = (name: string, counts: 'address' | 'account', count: number) =>
  defineBudget({ name, counts, count, perS: 60, refusal: 'You ask too often', aheadMax: 1 });
const RULES = {
  read: { address: budget('read', 'address', 2), account: budget('account-read', 'account', 3) },
  write: { address: budget('write', 'address', 1) },
  guarded: {
    address: defineGuard({ name: 'guarded', counts: 'address', count: 1, perS: 60, refusal: 'No more' }),
  },
};

/** Counts in memory: what limits do at many processes is told by their own tests. */
function countingLimiter(isAway = () => false): Limiter {
  const counts = new Map<string, number>();
  const take = (policy: Policy, subject: string): Decision => {
    if (isAway()) {
      if (policy.kind === 'guard') throw unavailable('This cannot be checked right now.');
      return { policy, allowed: true, remaining: 0, resetS: 0, unchecked: true };
    }
    const count = (counts.get(`${policy.name} ${subject}`) ?? 0) + 1;
    counts.set(`${policy.name} ${subject}`, count);
    return {
      policy,
      allowed: count <= policy.count,
      remaining: Math.max(0, policy.count - count),
      resetS: 41.5,
    };
  };
  return {
    take: async (policy, subject) => take(policy, subject),
    takeNow: (policy, subject) => take(policy, subject),
    takeBack: async () => {},
  };
}

const accessControl: AccessControl = {
  permissions: new Set(['titles.view']),
  privileged: new Set(),
  sessionCookie: 'session',
  identify: async (credential) => {
    if (credential?.token === 'anna') {
      const permissions = new Set(['titles.view']);
      return { kind: 'account', accountId: 'a', sessionId: null, roles: [], permissions };
    }
    if (credential) throw unauthenticated();
    return { kind: 'anonymous' };
  },
  denied: async () => {},
};

function route(o: Partial<RouteDefinition> = {}): Route {
  return defineRoute({
    method: 'GET',
    path: '/x',
    operationId: `${o.method ?? 'GET'} ${o.path ?? '/x'}`,
    summary: 'x',
    tags: [],
    access: 'public',
    response: z.object({ ok: z.boolean() }),
    handle: async () => ({ ok: true }),
    ...o,
  } as RouteDefinition);
}

async function serve(routes: readonly Route[], limiter = countingLimiter()) {
  const requestLimits = { limiter, rules: RULES, defaults: { read: 'read', write: 'write' } };
  const server = await testServer(routes, { accessControl, requestLimits, trustProxy: ['127.0.0.1'] });
  servers.push(server);
  return (o: { url?: string; method?: 'GET' | 'POST'; from?: string; as?: string } = {}) =>
    server.app.inject({
      method: o.method ?? 'GET',
      url: o.url ?? '/x',
      headers: {
        ...(o.from !== undefined && { 'x-forwarded-for': o.from }),
        ...(o.as !== undefined && { authorization: `Bearer ${o.as}` }),
      },
    });
}

test('who goes over a limit gets 429, when to come back and what is left; everybody is told what is left', async () => {
  const ask = await serve([route()]);
  const first = await ask({ from: '192.0.2.1' });
  expect([first.statusCode, first.headers['ratelimit-policy'], first.headers.ratelimit]).toEqual([
    200,
    '"read";q=2;w=60',
    '"read";r=1;t=42',
  ]);
  await ask({ from: '192.0.2.1' });
  const refused = await ask({ from: '192.0.2.1' });
  expect(refused.statusCode).toBe(429);
  expect(refused.headers).toMatchObject({ 'retry-after': '42', ratelimit: '"read";r=0;t=42' });
  expect(refused.json().error).toMatchObject({
    code: 'too_many_requests',
    message: 'You ask too often. Try again in 42 seconds.',
  });
  expect((await ask({ from: '192.0.2.2' })).statusCode).toBe(200);
  expect((await ask({ url: '/health/live', from: '192.0.2.1' })).headers.ratelimit).toBeUndefined();
});

test('forged forwarding headers change nobody, and all of an IPv6 network is one', async () => {
  const ask = await serve([route()]);
  for (const from of ['198.51.100.1, 192.0.2.1', '198.51.100.2, 192.0.2.1']) await ask({ from });
  expect((await ask({ from: '198.51.100.3, 192.0.2.1' })).statusCode).toBe(429);
  for (const last of ['1', '2']) await ask({ from: `2001:db8::${last}` });
  expect((await ask({ from: '2001:db8::3' })).statusCode).toBe(429);
});

test('whoever we know is counted by account wherever he is, on public routes as well; a key that is none counts for nothing', async () => {
  const ask = await serve([route(), route({ path: '/own', access: { permission: 'titles.view' } })]);
  await ask({ from: '192.0.2.1', as: 'anna' });
  await ask({ from: '192.0.2.2', as: 'anna', url: '/own' });
  const last = await ask({ from: '192.0.2.3', as: 'anna' });
  expect([last.statusCode, last.headers.ratelimit]).toEqual([200, '"account-read";r=0;t=42']);
  expect((await ask({ from: '192.0.2.4', as: 'anna' })).statusCode).toBe(429);
  for (const as of ['one', 'two']) expect((await ask({ from: '192.0.2.9', as })).statusCode).toBe(200);
  expect((await ask({ from: '192.0.2.9', as: 'three' })).statusCode).toBe(429);
});

test('trying credentials is counted by network', async () => {
  const ask = await serve([route({ path: '/own', access: { permission: 'titles.view' } })]);
  const statuses: number[] = [];
  for (const as of ['one', 'two', 'three'])
    statuses.push((await ask({ url: '/own', from: '192.0.2.1', as })).statusCode);
  expect(statuses).toEqual([401, 401, 429]);
});

test('our own front door asks for everybody and is in no budget, but what is guarded is guarded against it', async () => {
  const ask = await serve([route(), route({ path: '/guarded', limit: 'guarded' })]);
  for (let count = 0; count < 4; count += 1) {
    const { statusCode, headers } = await ask();
    expect([statusCode, headers.ratelimit]).toEqual([200, undefined]);
  }
  expect((await ask({ url: '/guarded' })).statusCode).toBe(200);
  expect((await ask({ url: '/guarded' })).statusCode).toBe(429);
});

test('what comes from memory is counted like everything else', async () => {
  let loads = 0;
  const body = { body: Buffer.from('{"ok":true}'), etag: '"x"' };
  const store: Cache = {
    body: async () => {
      loads += 1;
      return body;
    },
    peek: () => body,
    close: async () => {},
  };
  await serve([route({ cache: { store, tags: ['x'] } })]);
  const { origin } = (await servers[0]?.server.listen({ host: '127.0.0.1', port: 0 })) ?? { origin: '' };
  const answers: unknown[] = [];
  for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '127.0.0.1']) {
    const { status, headers } = await fetch(`${origin}/x`, { headers: { 'x-forwarded-for': from } });
    answers.push([status, headers.get('ratelimit')]);
  }
  expect(answers).toEqual([
    [200, '"read";r=1;t=42'],
    [200, '"read";r=0;t=42'],
    [429, '"read";r=0;t=42'],
    [200, null],
  ]);
  expect(loads).toBe(1);
});

test('when limits cannot be counted, what is guarded answers 503 and everything else goes on', async () => {
  const ask = await serve(
    [route(), route({ path: '/guarded', limit: 'guarded' })],
    countingLimiter(() => true),
  );
  expect((await ask({ url: '/guarded', from: '192.0.2.1' })).statusCode).toBe(503);
  for (let count = 0; count < 4; count += 1) {
    const { statusCode, headers } = await ask({ from: '192.0.2.1' });
    expect([statusCode, headers.ratelimit]).toEqual([200, undefined]);
  }
});

test('a route whose limit there is not stops the start', async () => {
  await expect(serve([route({ limit: 'nothing' })])).rejects.toThrow(
    'GET /x has the limit "nothing", which there is not',
  );
});

test.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['203.0.113.9', '192.0.2.1', '203.0.113.9'],
  ['127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['127.0.0.1', '192.0.2.1, 10.0.0.3', '192.0.2.1'],
  ['127.0.0.1', '198.51.100.1, 192.0.2.1, 10.0.0.3', '192.0.2.1'],
  ['127.0.0.1', '10.0.0.4, 10.0.0.3', '10.0.0.4'],
  ['127.0.0.1', '', '127.0.0.1'],
])('from %s saying %s the client is %s', (remote, said, client) => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remote });
  const request = new IncomingMessage(socket);
  if (said !== undefined) request.headers['x-forwarded-for'] = said;
  expect(clientAddress(request, trustedProxies(['127.0.0.1', '10.0.0.0/8']))).toBe(client);
});
