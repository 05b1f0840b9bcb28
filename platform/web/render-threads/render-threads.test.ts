import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderContext } from '../render-page.ts';
import { openRenderThreads, type RenderThreads } from './open-render-threads.ts';

const PROGRAM = new URL('../testing/render-thread.ts', import.meta.url);
const flag = new Int32Array(new SharedArrayBuffer(4));

let threads: RenderThreads;
let origin: string;
const gone = new AbortController();
const incomplete: string[] = [];
const failures: unknown[] = [];
const server = createServer((request, response) => {
  const context = {
    apiOrigins: ['http://api'],
    goneSignal: () => gone.signal,
    markIncomplete: () => incomplete.push(request.url ?? ''),
  } as unknown as RenderContext;
  response.setHeader('x-door', 'ours');
  threads.renderPage(request, response, context).catch((error: unknown) => {
    failures.push(error);
    response.writeHead(500).end();
  });
});
beforeAll(async () => {
  threads = await openRenderThreads({ program: PROGRAM, data: flag, count: 2 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await threads.close();
});

test('a page is asked for and answered as if it were rendered beside the front door', async () => {
  const answer = await fetch(`${origin}/form`, { method: 'POST', body: 'a=b', headers: { 'x-nonce': 'n' } });
  expect([answer.status, await answer.text()]).toEqual([201, 'POST /form a=b']);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect([answer.headers.get('x-nonce'), answer.headers.get('x-door')]).toEqual(['n', 'ours']);
  const head = httpRequest(`${origin}/page`, { method: 'HEAD' }).end();
  const [response] = await once(head, 'response');
  expect([response.statusCode, await response.toArray()]).toEqual([201, []]);
});

test('pages that keep one thread busy hold up neither the front door nor the other thread', async () => {
  const busy = fetch(`${origin}/busy`);
  for (const page of ['one', 'two'])
    expect(await (await fetch(`${origin}/${page}`)).text()).toBe(`GET /${page} `);
  Atomics.store(flag, 0, 1);
  expect((await busy).status).toBe(200);
});

test('a failure is the failure of its page alone', async () => {
  expect((await fetch(`${origin}/throws`)).status).toBe(500);
  expect(String(failures)).toContain('canary');
  expect((await fetch(`${origin}/page`)).status).toBe(201);
});

test('a rendering hears that an API process is gone, and tells what its page lacks', async () => {
  const waiting = fetch(`${origin}/gone`);
  await fetch(`${origin}/page`);
  gone.abort();
  expect((await waiting).status).toBe(201);
  expect(incomplete).toEqual(['/gone']);
});

test('a thread that cannot begin is a failure to open', async () => {
  const opening = openRenderThreads({ program: new URL('missing.ts', PROGRAM), data: flag, count: 1 });
  await expect(opening).rejects.toThrow(/missing/);
});
