import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { HttpServerOptions } from './http-server.ts';
import { defineRoute } from './route.ts';
import { type TestServer, testServer } from './test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ server }) => server.close()));
});

const common = { access: 'public', tags: ['t'], summary: 'For the test.' } as const;
const fine = defineRoute({
  ...common,
  method: 'GET',
  path: '/fine',
  operationId: 'fine',
  query: z.object({ q: z.string().optional() }),
  response: z.object({ ok: z.boolean() }),
  handle: async ({ log }) => {
    log.info('handling');
    return { ok: true };
  },
});
const broken = defineRoute({
  ...common,
  method: 'GET',
  path: '/broken',
  operationId: 'broken',
  response: z.object({}),
  handle: async () => {
    throw new Error('broken');
  },
});
const drawing = defineRoute({
  ...common,
  method: 'GET',
  path: '/drawing',
  operationId: 'drawing',
  produces: 'image/svg+xml',
  response: z.string(),
  handle: async () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
});

async function serve(options: Partial<HttpServerOptions> = {}) {
  const server = await testServer([fine, broken, drawing], options);
  servers.push(server);
  return server;
}

const EXPECTED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-xss-protection': '0',
};

test.each([
  ['/fine', 200],
  ['/fine?nope=1', 400],
  ['/nowhere', 404],
  ['/broken', 500],
  ['/%zz', 400],
  ['/health/live', 200],
  ['/metrics', 200],
])('%s (%i) carries the security headers and a request id', async (url, status) => {
  const { app } = await serve();
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(status);
  const csp =
    url === '/metrics' ? { 'content-security-policy': expect.stringContaining("default-src 'none'") } : {};
  expect(answer.headers).toMatchObject({ ...EXPECTED, ...csp });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers).not.toHaveProperty('strict-transport-security');
});

test('a 304 carries them too, and HSTS comes when asked for', async () => {
  const { app } = await serve({ hsts: true });
  const { headers } = await app.inject('/fine');
  const again = await app.inject({ url: '/fine', headers: { 'if-none-match': String(headers.etag) } });
  expect(again.statusCode).toBe(304);
  expect(again.headers).toMatchObject({
    ...EXPECTED,
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
});

test('a drawing keeps its own type, may style itself and may not run scripts', async () => {
  const { app } = await serve();
  const answer = await app.inject('/drawing');
  expect(answer.headers['content-type']).toBe('image/svg+xml');
  expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  expect(answer.body).toContain('<svg');
});

test('what is no HTTP or has too large headers gets the envelope and the headers as well', async () => {
  const { server } = await serve();
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const noHttp = await raw(port, 'HELLO\r\n\r\n');
  expect(noHttp).toMatch(/^HTTP\/1\.1 400 /);
  expect(noHttp).toContain('x-content-type-options: nosniff');
  expect(noHttp).toMatch(/\{"error":\{"code":"invalid_input"/);
  const large = await raw(port, `GET /fine HTTP/1.1\r\nhost: x\r\nx-large: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(large).toMatch(/^HTTP\/1\.1 431 [\s\S]*payload_too_large/);
});

test('a request id is taken from a trusted proxy when it is safe, else made; each log line carries it', async () => {
  const { app, lines } = await serve({ trustProxy: ['127.0.0.0/8'] });
  const id = 'proxy-0123456789';
  const taken = await app.inject({ url: '/fine', headers: { 'x-request-id': id } });
  expect(taken.headers['x-request-id']).toBe(id);
  const ofThis = lines.map((line) => JSON.parse(line)).filter((line) => line.requestId === id);
  expect(ofThis.map((line) => line.msg)).toEqual(['handling', 'request']);
  const unsafe = await app.inject({ url: '/fine', headers: { 'x-request-id': 'a"b<script>aaaa' } });
  expect(unsafe.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  const stranger = await app.inject({
    url: '/fine',
    headers: { 'x-request-id': id },
    remoteAddress: '203.0.113.9',
  });
  expect(stranger.headers['x-request-id']).not.toBe(id);
});

test('a log line has the pattern and the names of query parameters, never values or headers', async () => {
  const { app, lines } = await serve();
  await app.inject({ url: '/fine?q=canary', headers: { authorization: 'canary', cookie: 'canary' } });
  await app.inject('/nowhere/canary?canary=1');
  const [line] = lines.map((one) => JSON.parse(one)).filter((one) => one.msg === 'request');
  expect(line).toMatchObject({
    method: 'GET',
    route: '/fine',
    query: 'q',
    status: 200,
    ms: expect.any(Number),
  });
  expect(lines.join('').replaceAll('"query":"canary"', '')).not.toContain('canary');
});

test('without CORS no foreign origin is let in; with it exactly the listed ones', async () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS' as const,
    url: '/fine',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  const closed = await serve();
  const refused = await closed.app.inject(preflight('https://example.org'));
  expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);

  const { app } = await serve({ cors: { origins: ['https://example.org'] } });
  const allowed = await app.inject(preflight('https://example.org'));
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers).toMatchObject({
    'access-control-allow-origin': 'https://example.org',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  });
  for (const origin of ['https://example.org.evil.test', 'http://example.org', 'null']) {
    const foreign = await app.inject({ url: '/fine', headers: { origin } });
    expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
    expect(foreign.headers.vary).toBe('origin');
  }
  await expect(testServer([], { cors: { origins: ['*'] } })).rejects.toThrow('"*" is no origin');
});

function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(request);
  });
}
