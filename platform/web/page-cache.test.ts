import { hash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { expect, test, vi } from 'vitest';
import { child, openDoor } from './testing/cached-door.ts';

test('only what is declared tells pages apart and reaches the renderer', async () => {
  const only = await child();
  const { origin, warm } = await openDoor([only], async ({ headers, url }, response) => {
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(`${url} ${Object.keys(headers).sort()} ${headers.language}`);
  });
  await warm();
  const ask = async (headers: Record<string, string>) => (await fetch(`${origin}/a`, { headers })).text();
  const names = 'content-security-policy,language,x-nonce';
  expect(await ask({ 'user-agent': 'one', 'x-forwarded-host': 'evil.test', cookie: 'a=b' })).toBe(
    `/a ${names} en`,
  );
  expect(await ask({ 'x-language': 'ru' })).toBe(`/a ${names} ru`);
  expect(await ask({ 'x-language': 'en', accept: 'x/y' })).toBe(`/a ${names} en`);
});

test('an answer for one reader is never kept: a session, a cookie, a form', async () => {
  const only = await child();
  const { origin, warm, counts } = await openDoor([only], async ({ url }, response) => {
    if (url === '/cookie') response.setHeader('set-cookie', `id=${Math.random()}`);
    response.writeHead(200, { 'content-type': 'text/html' }).end(String(Math.random()));
  });
  await warm();
  const distinct = async (path: string, init?: RequestInit) => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => fetch(origin + path, init)));
    const policies = answers.map(({ headers }) => headers.get('content-security-policy') ?? '');
    return { texts: new Set(await Promise.all(answers.map((one) => one.text()))).size, policies };
  };
  // Sooner or later: while the machine is so busy that nothing is proven, nothing is kept either.
  await vi.waitUntil(async () => (await distinct('/page')).texts === 1, { timeout: 10_000 });
  const session = await distinct('/page', { headers: { cookie: 'session=1' } });
  expect(session.texts).toBe(3);
  for (const policy of session.policies) expect(policy).toMatch(/'nonce-.+' 'strict-dynamic'/);
  expect((await distinct('/cookie')).texts).toBe(3);
  expect((await distinct('/page', { method: 'POST' })).texts).toBe(3);
  expect(counts.rendered).toBeGreaterThan(9);
});

test('a kept page is sent compressed, tagged, with its own policy, and not at all to who has it', async () => {
  const only = await child();
  const { origin, warm } = await openDoor([only], async ({ headers }, response) => {
    const script = `<script nonce="${headers['x-nonce']}">go()</script>${'text '.repeat(500)}`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', link: '<x>' }).end(script);
  });
  await warm();
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(`${origin}/page`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('vary')).toBe('cookie, accept-encoding');
    expect(answer.headers.get('link')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const hashed = `script-src 'self' 'sha256-${hash('sha256', 'go()', 'base64')}';`;
    expect(answer.headers.get('content-security-policy')).toContain(hashed);
    expect(await answer.text()).toMatch(/^<script>go\(\)<\/script>text /);
    const etag = String(answer.headers.get('etag'));
    const again = await fetch(`${origin}/page`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  expect(await headOf(`${origin}/page`)).toMatchObject({ status: 200, bodyBytes: 0 });
});

test('failures are not kept, addresses that lead nowhere are', async () => {
  const only = await child();
  const { origin, warm } = await openDoor([only], async ({ url }, response) => {
    response.writeHead(url === '/broken' ? 500 : url === '/nope' ? 404 : 200).end(String(Math.random()));
  });
  await warm();
  const twice = async (path: string) => {
    const texts = [await (await fetch(origin + path)).text(), await (await fetch(origin + path)).text()];
    return new Set(texts).size;
  };
  await vi.waitUntil(async () => (await twice('/nope')) === 1, { timeout: 10_000 });
  expect(await twice('/broken')).toBe(2);
});

test('a renderer that throws or breaks off answers with a failure page, to everybody who waited', async () => {
  const only = await child();
  const { origin } = await openDoor([only], async ({ url }, response) => {
    if (url === '/throws') throw new Error('canary');
    response.write('half');
    response.destroy();
  });
  for (const path of ['/throws', '/breaks']) {
    const answers = await Promise.all([fetch(origin + path), fetch(origin + path)]);
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    expect(await answers[0]?.text()).not.toContain('canary');
  }
});

test('pages are rendered a few at a time in their order, and too many that wait are told to come again', async () => {
  const only = await child();
  const gate = Promise.withResolvers<void>();
  let running = 0;
  let most = 0;
  const { origin } = await openDoor([only], async (_request, response) => {
    running += 1;
    most = Math.max(most, running);
    await gate.promise;
    running -= 1;
    response.end('page');
  });
  const answered: Response[] = [];
  const answers = Array.from({ length: 600 }, async (_, index) => {
    const answer = await fetch(`${origin}/page/${index}`);
    answered.push(answer);
    return answer;
  });
  await vi.waitUntil(() => answered.length === 94, { timeout: 15_000 });
  for (const { status, headers } of answered)
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  gate.resolve();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(506);
  expect(statuses.filter((status) => status === 503)).toHaveLength(94);
  expect(most).toBe(6);
});

test('a page that its readers left before its turn came is not rendered, one that somebody waits for is', async () => {
  const only = await child();
  const gate = Promise.withResolvers<void>();
  const rendered: string[] = [];
  const { origin, metrics } = await openDoor([only], async ({ url = '' }, response) => {
    rendered.push(url);
    await gate.promise;
    response.end('page');
  });
  const first = Array.from({ length: 6 }, (_, index) => fetch(`${origin}/first/${index}`));
  await vi.waitUntil(() => rendered.length === 6, { timeout: 15_000 });
  const leaving = new AbortController();
  const left = ['/left', '/left', '/shared'].map((path) => fetch(origin + path, { signal: leaving.signal }));
  const stayed = fetch(`${origin}/shared`);
  const waitingCount = async () => Number(/^pages_waiting\S* (\d+)$/m.exec((await metrics.text()).body)?.[1]);
  await expect.poll(waitingCount, { timeout: 15_000 }).toBe(2);
  leaving.abort();
  await Promise.allSettled(left);
  await expect.poll(waitingCount, { timeout: 15_000 }).toBe(1);
  gate.resolve();
  await Promise.all([...first, stayed]);
  expect(rendered.slice(6)).toEqual(['/shared']);
});

function headOf(url: string): Promise<{ status: number | undefined; bodyBytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method: 'HEAD' }, (response) => {
      let bodyBytes = 0;
      response.on('data', (chunk: Buffer) => {
        bodyBytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bodyBytes }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
