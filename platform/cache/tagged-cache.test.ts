import { expect, test } from 'vitest';
import { TaggedCache } from './tagged-cache.ts';

function open(o: { maxBytes?: number } = {}) {
  const state = { proven: true, counts: { hit: 0, miss: 0, joined: 0 } };
  const count = (name: keyof typeof state.counts) => () => {
    state.counts[name] += 1;
  };
  const cache = new TaggedCache({
    maxBytes: o.maxBytes ?? 100_000,
    isProven: () => state.proven,
    counters: { hit: count('hit'), miss: count('miss'), joined: count('joined') },
  });
  return { cache, state };
}

function text(body: { body: Buffer }): string {
  return body.body.toString();
}

test('a kept body is served with the same entity tag and is not loaded again', async () => {
  const { cache, state } = open();
  const first = await cache.body('k', ['t'], async () => 'ä');
  const again = await cache.body('k', ['t'], async () => 'other');
  expect([text(first), text(again), again.etag]).toEqual(['ä', 'ä', first.etag]);
  expect(state.counts).toEqual({ hit: 1, miss: 1, joined: 0 });
});

test('200 who ask at once share one load', async () => {
  const { cache, state } = open();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return 'one';
  };
  const answers = await Promise.all(Array.from({ length: 200 }, () => cache.body('k', ['t'], load)));
  expect(new Set(answers.map(text))).toEqual(new Set(['one']));
  expect([loads, state.counts.joined]).toEqual([1, 199]);
});

test('a load overtaken by a change answers who waited, is not joined by later askers and is not kept', async () => {
  const { cache } = open();
  const slow = Promise.withResolvers<string>();
  const early = cache.body('k', ['t'], () => slow.promise);
  const joined = cache.body('k', ['t'], () => slow.promise);
  cache.changed(['t']);
  expect(text(await cache.body('k', ['t'], async () => 'new'))).toBe('new');
  slow.resolve('old');
  expect([text(await early), text(await joined)]).toEqual(['old', 'old']);
  expect(text(await cache.body('k', ['t'], async () => 'newer'))).toBe('new');
});

test('a change drops what carries its tag and nothing else', async () => {
  const { cache } = open();
  await cache.body('a', ['x', 'y'], async () => 'a1');
  await cache.body('b', ['y'], async () => 'b1');
  cache.changed(['x']);
  expect(text(await cache.body('a', ['x', 'y'], async () => 'a2'))).toBe('a2');
  expect(text(await cache.body('b', ['y'], async () => 'b2'))).toBe('b1');
  cache.changed(['y']);
  expect(cache.size).toBe(0);
});

test('without proof of freshness nothing kept is served, and only a load that has just begun is shared', async () => {
  const { cache, state } = open();
  await cache.body('k', ['t'], async () => 'old');
  expect(cache.peek('k')?.body.toString()).toBe('old');
  state.counts.hit = 0;
  state.counts.miss = 0;
  state.proven = false;
  expect(cache.peek('k')).toBeUndefined();
  const slow = Promise.withResolvers<string>();
  const first = cache.body('k', ['t'], () => slow.promise);
  const second = cache.body('k', ['t'], () => slow.promise);
  expect(state.counts).toEqual({ hit: 0, miss: 1, joined: 1 });
  slow.resolve('new');
  expect([text(await first), text(await second)]).toEqual(['new', 'new']);
});

test('a failed load fails those who waited and is tried again by the next', async () => {
  const { cache } = open();
  const fail = async () => {
    throw new Error('broken');
  };
  const both = await Promise.allSettled([cache.body('k', ['t'], fail), cache.body('k', ['t'], fail)]);
  expect(both.map((one) => one.status)).toEqual(['rejected', 'rejected']);
  expect(text(await cache.body('k', ['t'], async () => 'fine'))).toBe('fine');
});

test('the budget holds: the least recently used goes, a body larger than all of it is not kept', async () => {
  const { cache } = open({ maxBytes: 4000 });
  for (const key of ['a', 'b', 'c', 'd']) await cache.body(key, ['t'], async () => 'x'.repeat(1000));
  expect(cache.bytes).toBeLessThanOrEqual(4000);
  expect(cache.size).toBe(2);
  expect(text(await cache.body('big', ['t'], async () => 'y'.repeat(10_000)))).toHaveLength(10_000);
  expect(cache.size).toBe(2);
});
