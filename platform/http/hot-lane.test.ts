import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { CachedBody } from '../cache/index.ts';
import type { HttpServerOptions } from './http-server.ts';
import { defineRoute } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

/** A store whose `peek` the lane depends on, so that a test sees which way an answer took. */
function store() {
  const kept = new Map<string, CachedBody>();
  const peeked: string[] = [];
  return {
    kept,
    peeked,
    peek: (key: string) => {
      peeked.push(key);
      return kept.get(key);
    },
    body: async (key: string, _tags: readonly string[], load: () => Promise<string | Buffer>) => {
      const body = kept.get(key) ?? {
        body: Buffer.from(await load()),
        etag: `"${Buffer.from(key).toString('hex')}"`,
      };
      kept.set(key, body);
      return body;
    },
    close: async () => undefined,
  };
}

async function serve(options: Partial<HttpServerOptions> = {}) {
  const cache = store();
  const common = { method: 'GET', access: 'public', tags: ['t'], summary: 'For the test.' } as const;
  const list = defineRoute({
    ...common,
    path: '/list',
    operationId: 'list',
    query: z.object({ limit: z.int().default(20) }),
    response: z.object({ limit: z.int() }),
    cache: { store: cache, tags: ['t'] },
    handle: async ({ query }) => ({ limit: query.limit }),
  });
  const drawing = defineRoute({
    ...common,
    path: '/drawing',
    operationId: 'drawing',
    produces: 'image/svg+xml',
    response: z.string(),
    cache: { store: cache, tags: ['t'], maxAgeS: 60 },
    handle: async () => '<svg/>',
  });
  const server = await testServer([list, drawing], options);
  servers.push(server);
  const { origin } = await server.server.listen({ host: '127.0.0.1', port: 0 });
  return { ...server, origin, cache };
}

function comparable(answer: Response): Record<string, string> {
  const { date: _date, 'x-request-id': _id, ...headers } = Object.fromEntries(answer.headers);
  return headers;
}

test.each(['/list?limit=3', '/list', '/drawing'])(
  '%s is the same the short way as the long one',
  async (path) => {
    const { origin, cache, lines, metrics } = await serve({ hsts: true });
    const long = await fetch(origin + path);
    expect(cache.peeked).toEqual([]);
    const short = await fetch(origin + path);
    expect(cache.peeked).toHaveLength(1);
    expect(comparable(short)).toEqual(comparable(long));
    expect(await short.text()).toBe(await long.text());
    expect(short.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(short.headers.get('x-request-id')).not.toBe(long.headers.get('x-request-id'));

    const headers = { 'if-none-match': String(long.headers.get('etag')) };
    const unchanged = await fetch(origin + path, { headers });
    cache.kept.delete(cache.peeked[0] ?? '');
    const unchangedLong = await fetch(origin + path, { headers });
    expect([unchanged.status, unchangedLong.status]).toEqual([304, 304]);
    expect(comparable(unchanged)).toEqual(comparable(unchangedLong));

    const written = () => lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request');
    await vi.waitUntil(() => written().length === 4);
    const [first, second] = written().map(({ time: _time, ms: _ms, requestId: _id, ...line }) => line);
    expect(second).toEqual(first);
    expect(written()[1].requestId).toBe(short.headers.get('x-request-id'));
    expect(await metrics()).toMatch(/duration_seconds_count\{.*status="2xx".*\} 2/);
    expect(await metrics()).toMatch(/duration_seconds_count\{.*status="3xx".*\} 2/);
  },
);

test('only a GET of a kept body goes the short way', async () => {
  const { origin, cache } = await serve();
  await fetch(`${origin}/list`);
  expect((await fetch(`${origin}/list`, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(`${origin}/list`, { method: 'POST' })).status).toBe(405);
  expect(await (await fetch(`${origin}/list?limit=4`)).json()).toEqual({ limit: 4 });
  expect((await fetch(`${origin}/list?limit=x`)).status).toBe(400);
  expect((await fetch(`${origin}/list?limit=x`)).status).toBe(400);
  expect(cache.peeked).toEqual([]);
  cache.kept.clear();
  expect(await (await fetch(`${origin}/list`)).json()).toEqual({ limit: 20 });
  expect(cache.peeked).toHaveLength(1);
});

test('with CORS, and from the moment the server ends, everything goes the usual way', async () => {
  const cors = await serve({ cors: { origins: ['https://example.org'] } });
  for (let round = 0; round < 2; round += 1) {
    const answer = await fetch(`${cors.origin}/list`, { headers: { origin: 'https://example.org' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://example.org');
  }
  expect(cors.cache.peeked).toEqual([]);
  const ending = await serve({ drain: { drainDelayMs: 200 } });
  await fetch(`${ending.origin}/list`);
  const closed = ending.server.close();
  const answer = await fetch(`${ending.origin}/list`);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(ending.cache.peeked).toEqual([]);
  await closed;
});
