import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { unauthenticated, unavailable } from '../errors/index.ts';
import type { Actor } from '../identity/index.ts';
import type { AccessControl } from './access-control.ts';
import { defineStream } from './stream-route.ts';
import { type TestServer, testServer } from './test-server.ts';

const READER: Actor = {
  kind: 'account',
  accountId: 'ann',
  sessionId: 'one',
  roles: [],
  permissions: new Set(['news.read']),
  device: undefined,
} as unknown as Actor;
const ACCEPT = { accept: 'text/event-stream' };

let running: TestServer | undefined;
afterEach(() => running?.server.close());

/** A server with one stream, which tells its frames and what became of it. */
async function streaming(frames: (signal: AbortSignal) => AsyncIterable<string>) {
  const state = { identify: async (): Promise<Actor> => READER, isOver: false, lastId: '' };
  const accessControl: AccessControl = {
    permissions: new Set(['news.read']),
    privileged: new Set(),
    sessionCookie: 'session',
    identify: () => state.identify(),
    denied: async () => undefined,
  };
  const route = defineStream({
    path: '/news',
    operationId: 'followNews',
    summary: 'News',
    tags: [],
    access: { permission: 'news.read' },
    open: async ({ signal }, lastEventId) => {
      state.lastId = lastEventId ?? '';
      signal.addEventListener('abort', () => {
        state.isOver = true;
      });
      return frames(signal);
    },
  });
  running = await testServer([route], { accessControl });
  const { origin, port } = await running.server.listen({ host: '127.0.0.1', port: 0 });
  return { state, url: `${origin}/news`, port, metrics: running.metrics, server: running.server };
}

async function* ticking(signal: AbortSignal): AsyncIterable<string> {
  for (let n = 1; !signal.aborted; n += 1) {
    yield `id: ${n}\ndata: ${n}\n\n`;
    await sleep(10, undefined, { signal }).catch(() => undefined);
  }
}

test('frames go out as they come, to who asks for a stream and may see it; his leaving ends it', async () => {
  const { state, url, metrics } = await streaming(ticking);
  const refused = await fetch(url);
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Accept')]);
  const gone = new AbortController();
  const headers = { ...ACCEPT, 'last-event-id': '41' };
  const response = await fetch(url, { headers, signal: gone.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('id: 1\ndata: 1\n\n');
  expect(state.lastId).toBe('41');
  gone.abort();
  await reader?.closed.catch(() => undefined);
  await vi.waitFor(() => expect(state.isOver).toBe(true));
  expect(await metrics()).toMatch(/duration_seconds_count\{.*route="\/news",status="4xx".*\} 1/);
  expect(await metrics()).not.toMatch(
    /duration_seconds_count\{.*route="\/news",status="(2xx|aborted)".*\} [1-9]/,
  );
});

test('what comes after a reader may not see it any more does not reach him; while nobody can tell it waits', async () => {
  const { state, url } = await streaming(async function* () {
    yield 'data: first\n\n';
    state.identify = () => Promise.reject(unavailable('The database is away.'));
    setTimeout(() => {
      state.identify = () => Promise.reject(unauthenticated());
    }, 100);
    yield 'data: second\n\n';
    yield 'data: third\n\n';
  });
  const text = await (await fetch(url, { headers: ACCEPT })).text();
  expect(text).toBe('data: first\n\nevent: ended\ndata: {}\n\n');
  expect(state.isOver).toBe(true);
});

test('a reader who takes nothing is not read ahead for', async () => {
  let made = 0;
  const { port } = await streaming(async function* (signal) {
    while (!signal.aborted) {
      made += 1;
      yield `data: ${'x'.repeat(100_000)}\n\n`;
    }
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /news HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n');
  socket.pause();
  let before = -1;
  await vi.waitFor(
    () => {
      const stands = made > 0 && made === before;
      before = made;
      expect(stands).toBe(true);
    },
    { timeout: 10_000, interval: 200 },
  );
  // What the system's own buffers hold, and one more.
  expect(made).toBeLessThan(200);
  socket.destroy();
});

test('a server that ends does not wait for streams', async () => {
  const { url, server, state } = await streaming(ticking);
  const response = await fetch(url, { headers: ACCEPT });
  const startedMs = performance.now();
  await server.close();
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  await response.text();
  expect(state.isOver).toBe(true);
});
