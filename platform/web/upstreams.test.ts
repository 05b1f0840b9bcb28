import { afterEach, expect, test } from 'vitest';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { createFrontDoor } from './front-door.ts';
import { type ApiChild, startApiChild } from './testing/api-child.ts';
import { Upstreams } from './upstreams.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function child(port?: number): Promise<ApiChild> {
  const started = await startApiChild(port);
  cleanUps.push(() => started.kill());
  return started;
}

async function doorTo(children: readonly ApiChild[]): Promise<string> {
  const door = await createFrontDoor({
    host: '127.0.0.1',
    port: 0,
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    apiOrigins: children.map(({ origin }) => origin),
    renderPage: async (_request, response) => void response.end(),
  });
  cleanUps.push(() => door.close());
  return (await door.listen()).origin;
}

async function pidOf(url: string): Promise<number> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { pid: number }).pid;
}

test('processes are asked in turn', async () => {
  const children = await Promise.all([child(), child(), child()]);
  const origin = await doorTo(children);
  const pids: number[] = [];
  for (let round = 0; round < 9; round += 1) pids.push(await pidOf(`${origin}/api/echo`));
  for (const { pid } of children) expect(pids.filter((one) => one === pid)).toHaveLength(3);
});

test('killing processes under load fails no GET, neither before nor in the middle of an answer; a new one is found', async () => {
  const [first, second, third] = [await child(), await child(), await child()];
  const origin = await doorTo([first, second, third]);
  let stop = false;
  let answered = 0;
  const paths = ['/api/echo', '/api/large', '/api/slow?ms=30'];
  const clients = Array.from({ length: 12 }, async (_, index) => {
    while (!stop) {
      await pidOf(origin + paths[index % paths.length]);
      answered += 1;
    }
  });
  const load = Promise.all(clients);
  const until = async (count: number) => {
    const goal = answered + count;
    await Promise.race([load, waitUntil(() => answered >= goal)]);
  };
  await until(100);
  await first.kill();
  await until(200);
  await second.kill();
  await until(200);
  const reborn = await child(first.port);
  const seen = new Set<number>();
  await waitUntil(async () => seen.add(await pidOf(`${origin}/api/echo`)).has(reborn.pid));
  stop = true;
  await load;
  expect(answered).toBeGreaterThan(500);
});

test('a process that dies in the middle of an answer is not noticed by the reader', async () => {
  const children = [await child(), await child()];
  const origin = await doorTo(children);
  const [dying, other] = children.map(({ pid }) => pid);
  // Whoever is asked first: the dying one is met in one of the two.
  for (let round = 0; round < 2; round += 1)
    expect(await pidOf(`${origin}/api/half?pid=${dying}`)).toBe(other);
});

test('a POST is not sent a second time when its process dies with it', async () => {
  const [dying, other] = [await child(), await child()];
  const upstreams = new Upstreams([dying.origin, other.origin]);
  cleanUps.push(() => upstreams.close());
  const post = (path: string) => upstreams.request({ method: 'POST', path, headers: {}, body: '{}' });
  const both = [post('/api/echo'), post('/api/echo')];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([415, 415]);
  await dying.kill();
  const outcomes = await Promise.allSettled([post('/api/echo'), post('/api/echo')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test.each(['127.0.0.1:4000', 'http://127.0.0.1:4000/', 'nonsense'])(
  '"%s" is refused as an origin',
  (origin) => {
    expect(() => new Upstreams([origin])).toThrow('is no origin');
  },
);

async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
