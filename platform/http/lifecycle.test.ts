import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { unavailable } from '../errors/index.ts';
import type { HttpServerOptions } from './http-server.ts';
import { defineRoute } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

const common = { method: 'GET', access: 'public', tags: ['t'], summary: 'For the test.' } as const;

/** A route that answers when the test says so. */
function gated() {
  const gate = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<AbortSignal>();
  const route = defineRoute({
    ...common,
    path: '/slow',
    operationId: 'slow',
    response: z.object({ ok: z.boolean() }),
    handle: async ({ signal }) => {
      entered.resolve(signal);
      await gate.promise;
      return { ok: true };
    },
  });
  return { route, gate, entered: entered.promise };
}

async function serve(routes: Parameters<typeof testServer>[0], options: Partial<HttpServerOptions> = {}) {
  const server = await testServer(routes, options);
  servers.push(server);
  const { origin } = await server.server.listen({ host: '127.0.0.1', port: 0 });
  return { ...server, origin };
}

test('readiness reports every check by one schema, each within its own time', async () => {
  const { app } = await testServer([], {
    checks: [
      { name: 'fine', check: async () => undefined },
      { name: 'hangs', check: () => new Promise(() => {}), timeoutMs: 20 },
      { name: 'says', check: () => Promise.reject(unavailable('The database is busy.')) },
      { name: 'breaks', check: () => Promise.reject(new Error('canary')) },
    ],
  });
  const answer = await app.inject('/health/ready');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({
    status: 'failing',
    checks: [
      { name: 'fine', status: 'ok', ms: expect.any(Number) },
      { name: 'hangs', status: 'failed', ms: expect.any(Number), error: 'no answer within 20 ms' },
      { name: 'says', status: 'failed', ms: expect.any(Number), error: 'The database is busy.' },
      { name: 'breaks', status: 'failed', ms: expect.any(Number), error: 'failed' },
    ],
    version: 'test',
    uptimeS: expect.any(Number),
  });
  expect(answer.headers['cache-control']).toBe('no-store');
  const good = await testServer([], { checks: [{ name: 'fine', check: async () => true }] });
  expect((await good.app.inject('/health/ready')).json()).toMatchObject({ status: 'ready' });
});

test('liveness answers while every check and every handler hangs', async () => {
  const slow = gated();
  const { origin } = await serve([slow.route], {
    checks: [{ name: 'hangs', check: () => new Promise(() => {}) }],
  });
  const hanging = fetch(`${origin}/slow`);
  const ready = fetch(`${origin}/health/ready`);
  await slow.entered;
  expect(await (await fetch(`${origin}/health/live`)).json()).toMatchObject({ status: 'live' });
  slow.gate.resolve();
  expect([(await hanging).status, (await ready).status]).toEqual([200, 503]);
});

test('probes that come together share one run of the checks', async () => {
  let runs = 0;
  const gate = Promise.withResolvers<void>();
  const check = async () => {
    runs += 1;
    await gate.promise;
  };
  const { app } = await testServer([], { checks: [{ name: 'counted', check }] });
  const probes = Promise.all([app.inject('/health/ready'), app.inject('/health/ready')]);
  await vi.waitUntil(() => runs > 0);
  gate.resolve();
  expect((await probes).map((probe) => probe.statusCode)).toEqual([200, 200]);
  expect(runs).toBe(1);
});

test('closing reports not ready first, finishes what is under way, and then refuses connections', async () => {
  const slow = gated();
  const { server, origin } = await serve([slow.route], { drain: { drainDelayMs: 150 } });
  const agent = new Agent({ keepAlive: true });
  const running = new Promise<{ status?: number; connection?: string }>((resolve, reject) => {
    get(`${origin}/slow`, { agent }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, connection: response.headers.connection });
    }).on('error', reject);
  });
  await slow.entered;
  const closed = server.close();
  const probe = await fetch(`${origin}/health/ready`);
  expect([probe.status, ((await probe.json()) as { status: string }).status]).toEqual([503, 'draining']);
  expect(probe.headers.get('connection')).toBe('close');
  await vi.waitUntil(
    () =>
      fetch(`${origin}/health/live`).then(
        () => false,
        () => true,
      ),
    { timeout: 3000 },
  );
  slow.gate.resolve();
  expect(await running).toEqual({ status: 200, connection: 'close' });
  await closed;
  await server.close();
});

test('closing is bounded: what does not finish in time is cut off', async () => {
  const slow = gated();
  const { server, origin, lines } = await serve([slow.route], { drain: { drainTimeoutMs: 50 } });
  const running = fetch(`${origin}/slow`);
  await slow.entered;
  await Promise.all([expect(running).rejects.toThrow(), server.close()]);
  expect(lines.join('')).toContain('cut off');
});

test('closing does not wait for connections that clients opened and never used', async () => {
  const { server, origin } = await serve([]);
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  await once(socket, 'connect');
  const startedMs = performance.now();
  await server.close();
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  socket.destroy();
});

test('a handler that takes too long is answered 504 and its signal aborted', async () => {
  const slow = gated();
  const { origin } = await serve([slow.route], { limits: { handlerTimeoutMs: 30 } });
  const answer = await fetch(`${origin}/slow`);
  expect(answer.status).toBe(504);
  expect(await answer.json()).toMatchObject({ error: { code: 'timeout' } });
  expect((await slow.entered).aborted).toBe(true);
  slow.gate.resolve();
});

test('a client that goes away aborts its handler and is counted and logged as aborted', async () => {
  const slow = gated();
  const { origin, lines, metrics } = await serve([slow.route]);
  const client = new AbortController();
  const left = fetch(`${origin}/slow`, { signal: client.signal });
  const signal = await slow.entered;
  expect(await metrics()).toContain('http_requests_in_flight{service="test"} 1');
  client.abort();
  await expect(left).rejects.toThrow();
  await vi.waitUntil(() => signal.aborted && lines.some((line) => line.includes('"aborted":true')));
  const text = await metrics();
  expect(text).toContain('http_requests_in_flight{service="test"} 0');
  expect(text).toMatch(/http_request_duration_seconds_count\{.*route="\/slow",status="aborted".*\} 1/);
  slow.gate.resolve();
});

test('requests are counted by pattern, method and class of status', async () => {
  const slow = gated();
  slow.gate.resolve();
  const { origin, metrics } = await serve([slow.route]);
  await fetch(`${origin}/slow`);
  await fetch(`${origin}/slow?x=1`);
  await fetch(`${origin}/somewhere/else`);
  await vi.waitUntil(async () => (await metrics()).includes('in_flight{service="test"} 0'));
  const text = await metrics();
  expect(text).toMatch(/duration_seconds_count\{.*method="GET",route="\/slow",status="2xx".*\} 1/);
  expect(text).toMatch(/duration_seconds_count\{.*method="GET",route="\/slow",status="4xx".*\} 1/);
  expect(text).toMatch(/duration_seconds_count\{.*method="GET",route="unknown",status="4xx".*\} 1/);
});

test('the database pool is part of the metrics', async () => {
  const { metrics } = await testServer([], {
    pool: () => ({ max: 4, open: 3, idle: 1, waiting: 7, refused: 2 }),
  });
  const text = await metrics();
  expect(text).toContain('database_connections{state="open",service="test"} 3');
  expect(text).toContain('database_connections{state="waiting",service="test"} 7');
});

/** Keeps the event loop busy without a pause. */
function blockMs(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

test('a busy event loop sheds when it stays busy, not after one stall, and recovers', async () => {
  const slow = gated();
  slow.gate.resolve();
  const { app } = await serve([slow.route], { limits: { eventLoopDelayMaxMs: 300 } });
  const status = async () => (await app.inject('/slow')).statusCode;
  blockMs(1500);
  for (let round = 0; round < 20; round += 1) {
    expect(await status()).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await vi.waitUntil(
    async () => {
      blockMs(700);
      return (await status()) === 503;
    },
    { timeout: 10_000, interval: 0 },
  );
  await vi.waitUntil(async () => (await status()) === 200, { timeout: 10_000, interval: 20 });
});

test('overload is shed with 503 and Retry-After; liveness and metrics still answer', async () => {
  const slow = gated();
  slow.gate.resolve();
  const { origin } = await serve([slow.route], { limits: { heapMaxBytes: 1 } });
  await vi.waitUntil(async () => (await fetch(`${origin}/slow`)).status === 503, {
    timeout: 5000,
    interval: 100,
  });
  const shed = await fetch(`${origin}/slow`);
  expect(shed.headers.get('retry-after')).toBe('2');
  expect(await shed.json()).toMatchObject({ error: { code: 'unavailable' } });
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
  expect((await fetch(`${origin}/metrics`)).status).toBe(200);
});
