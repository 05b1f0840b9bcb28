import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { createFrontDoor, type FrontDoor, type FrontDoorOptions } from './front-door.ts';
import { type ApiChild, startApiChild } from './testing/api-child.ts';

let api: ApiChild;
const doors: FrontDoor[] = [];
beforeAll(async () => {
  api = await startApiChild();
});
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
});
afterAll(() => api.kill());

async function open(options: Partial<FrontDoorOptions> = {}) {
  const door = await createFrontDoor({
    host: '127.0.0.1',
    port: 0,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    apiOrigins: [api.origin],
    renderPage: async (request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: request.url, headers: request.headers }));
    },
    ...options,
  });
  doors.push(door);
  return { door, ...(await door.listen()) };
}

type Echo = { pid: number; method: string; url: string; headers: Record<string, string>; body: unknown };

async function echo(url: string, init?: RequestInit): Promise<Echo> {
  return (await (await fetch(url, init)).json()) as Echo;
}

test('/api and /media are passed on with path, query, method and body; nothing else of the API is reachable', async () => {
  const { origin } = await open();
  expect(await echo(`${origin}/api/echo?q=a%20b&q=c`)).toMatchObject({
    method: 'GET',
    url: '/api/echo?q=a%20b&q=c',
  });
  const posted = await echo(`${origin}/api/echo`, {
    method: 'POST',
    body: '{"a":1}',
    headers: { 'content-type': 'application/json' },
  });
  expect(posted).toMatchObject({ method: 'POST', body: { a: 1 } });
  const media = await fetch(`${origin}/media/poster.svg`);
  expect([media.headers.get('content-type'), await media.text()]).toEqual(['image/svg+xml', '<svg/>']);
  for (const path of ['/metrics', '/apiary', '/health/ready/x', '/API/echo']) {
    expect((await echo(origin + path)).url).toBe(path);
  }
  for (const path of ['/api/../metrics', '/api/%2e%2e/metrics', '/api/..%5cmetrics', '/media/./x']) {
    expect(await statusOfRaw(origin, path)).toBe(400);
  }
});

test('the client address and the request id are ours to say, hop-by-hop headers end here', async () => {
  const { origin } = await open();
  const claims = {
    'x-forwarded-for': '203.0.113.7',
    forwarded: 'for=203.0.113.7',
    'x-real-ip': '203.0.113.7',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-anything': 'x',
    'x-request-id': 'claimed-0123456789',
    'proxy-authorization': 'x',
    te: 'trailers',
  };
  const { headers } = await echo(`${origin}/api/echo`, { headers: { ...claims, 'x-kept': 'yes' } });
  expect(headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-kept': 'yes',
  });
  expect(headers['x-forwarded-host']).toBe(new URL(origin).host);
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113|evil|claimed|anything|proxy-authorization/);
  const page = await echo(`${origin}/page`, { headers: claims });
  expect(page.headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(JSON.stringify(page.headers)).not.toMatch(/203\.0\.113|evil|claimed/);
});

test('behind a trusted proxy the address and the id it says are passed on', async () => {
  const { origin } = await open({ trustProxy: ['127.0.0.1'] });
  const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7', 'x-request-id': 'proxy-0123456789' };
  const seen = await echo(`${origin}/api/echo`, { headers });
  expect(seen.headers).toMatchObject({
    'x-forwarded-for': '203.0.113.7',
    'x-request-id': 'proxy-0123456789',
  });
});

test('an answer of the API keeps its headers and ETag, a 304 stays one, hop-by-hop headers end here', async () => {
  const { origin } = await open();
  const answer = await fetch(`${origin}/api/cached`);
  expect(answer.headers.get('etag')).toBe('"tag"');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(answer.headers.get('x-hop')).toBeNull();
  const again = await fetch(`${origin}/api/cached`, { headers: { 'if-none-match': '"tag"' } });
  expect([again.status, again.headers.get('content-length'), again.headers.get('etag')]).toEqual([
    304,
    null,
    '"tag"',
  ]);
  const packed = await fetch(`${origin}/api/large`);
  expect(packed.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
  expect(((await packed.json()) as { text: string }).text).toHaveLength(100_000);
  const head = await fetch(`${origin}/api/large`, { method: 'HEAD' });
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100_000);
  expect(await (await fetch(`${origin}/api/huge`)).text()).toHaveLength(3_000_000);
});

test('a page gets a policy with a fresh nonce, the renderer the same one, and everything the security headers', async () => {
  const { origin } = await open({ hsts: true });
  const nonces = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const answer = await fetch(`${origin}/anime`, {
      headers: { 'content-security-policy': "script-src 'nonce-evil'" },
    });
    const policy = String(answer.headers.get('content-security-policy'));
    const { headers } = (await answer.json()) as Echo;
    expect(headers['content-security-policy']).toBe(policy);
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
    expect(headers['x-nonce']).toBe(nonce);
    nonces.add(nonce);
    expect(policy).toContain(
      "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
    );
  }
  expect(nonces.size).toBe(3);
  for (const path of ['/anime', '/_next/static/x.js', '/api/echo', '/health/live', '/%zz']) {
    const { headers } = await fetch(origin + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the renderer reads the body of a form itself', async () => {
  const { origin } = await open({
    renderPage: async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      response.end(text);
    },
  });
  const body = new URLSearchParams({ a: 'b' });
  expect(await (await fetch(`${origin}/form`, { method: 'POST', body })).text()).toBe('a=b');
});

test('a renderer that fails is answered with a plain page and the request id', async () => {
  const { origin } = await open({
    renderPage: async () => {
      throw new Error('canary');
    },
  });
  const answer = await fetch(`${origin}/anime`);
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
  expect(text).toContain(answer.headers.get('x-request-id'));
  expect(text).not.toContain('canary');
});

test('readiness asks an API process and says no more than a word; liveness asks nobody', async () => {
  const { origin } = await open();
  expect(await (await fetch(`${origin}/health/ready`)).json()).toEqual({ status: 'ready' });
  const alone = await open({ apiOrigins: ['http://127.0.0.1:1'] });
  const ready = await fetch(`${alone.origin}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'failing' }]);
  expect((await fetch(`${alone.origin}/health/live`)).status).toBe(200);
});

test('with no API process /api answers 503 with Retry-After and pages still render', async () => {
  const { origin } = await open({ apiOrigins: ['http://127.0.0.1:1', 'http://127.0.0.1:2'] });
  const answer = await fetch(`${origin}/api/echo`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await answer.json()).toMatchObject({
    error: { code: 'unavailable', requestId: expect.any(String) },
  });
  expect((await fetch(`${origin}/anime`)).status).toBe(200);
});

test('closing finishes a page and an API answer under way', async () => {
  const entered = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const { origin, door } = await open({
    renderPage: async (_request, response) => {
      entered.resolve();
      await gate.promise;
      response.end('page');
    },
  });
  const page = fetch(`${origin}/anime`);
  const data = fetch(`${origin}/api/slow?ms=200`);
  await entered.promise;
  const closed = door.close();
  await vi.waitUntil(
    () =>
      fetch(`${origin}/health/live`).then(
        () => false,
        () => true,
      ),
    { timeout: 3000 },
  );
  gate.resolve();
  expect([(await page).headers.get('connection'), await (await page).text()]).toEqual(['close', 'page']);
  expect((await data).status).toBe(200);
  await closed;
});

/** `fetch` resolves dots itself; an attacker does not. */
function statusOfRaw(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = httpRequest({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}
