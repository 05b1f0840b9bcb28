import { expect, test, vi } from 'vitest';
import { child, openDoor } from './testing/cached-door.ts';

/** The promise: a second after a commit nobody who asks is told the old state. */
const STALE_MAX_MS = 1_000;

/** A process that stops answering is noticed within 2.1 s; then another one is asked. */
const WAIT_MAX_MS = 3_500;

/** Pages that are watched at once. */
const PAGES = 16;

/**
 * Asks for several pages without a pause, so that some of them were rendered from each process; says for each answer when it
 * was asked for, after `sinceMs`.
 */
async function watchPages(text: (path: string) => Promise<string>, sinceMs: number, forMs: number) {
  const seen: { askedMs: number; tookMs: number; value: string }[] = [];
  const one = async () => {
    while (performance.now() - sinceMs < forMs) {
      const askedMs = performance.now();
      const value = await text(`/page/${seen.length % PAGES}`);
      seen.push({ askedMs: askedMs - sinceMs, tookMs: performance.now() - askedMs, value });
    }
  };
  await Promise.all([one(), one(), one()]);
  return seen;
}

test('a page is rendered once, however many ask; a change that any process heard of renders it anew', async () => {
  const children = [await child(1), await child(1), await child(1)];
  const { text, warm, counts } = await openDoor(children);
  await warm();
  const before = counts.rendered;
  expect(new Set(await Promise.all(Array.from({ length: 100 }, () => text())))).toEqual(new Set(['1']));
  expect(counts.rendered).toBe(before);
  await Promise.all(children.map((one) => one.tell(2)));
  await vi.waitUntil(async () => (await text()) === '2', { timeout: STALE_MAX_MS, interval: 1 });
  await warm();
  expect(await text()).toBe('2');
});

test('a process that hears late makes no page stay that others know to be old', async () => {
  const [quick, slow] = [await child(1), await child(1)];
  const { text, warm } = await openDoor([quick, slow]);
  await warm();
  await slow.cutOff(true);
  await quick.tell(2);
  const committedMs = performance.now();
  const watched = watchPages(text, committedMs, 2_500);
  // Heard after most of the second, as late as a process may that still answers from its own cache.
  setTimeout(() => void slow.tell(2).then(() => slow.cutOff(false)), 850);
  const seen = await watched;
  const stale = seen.filter(({ askedMs, value }) => askedMs > STALE_MAX_MS && value !== '2');
  expect(stale).toEqual([]);
  expect(seen.length).toBeGreaterThan(100);
  await warm();
  expect(await text()).toBe('2');
});

test('a process that never hears, and never claims to, keeps nothing old alive and does not stop the cache', async () => {
  const [quick, deaf] = [await child(1), await child(1)];
  const { text, warm, counts } = await openDoor([quick, deaf]);
  await warm();
  await deaf.cutOff(true);
  await quick.tell(2);
  const seen = await watchPages(text, performance.now(), 2_000);
  expect(seen.filter(({ askedMs, value }) => askedMs > STALE_MAX_MS && value !== '2')).toEqual([]);
  await warm();
  const before = counts.rendered;
  await text();
  expect(counts.rendered).toBe(before);
});

test('a frozen process makes nobody wait for long and no page old, and is asked again when it wakes up', async () => {
  const [awake, frozen] = [await child(1), await child(1)];
  const { origin, text, warm, counts } = await openDoor([awake, frozen]);
  await warm();
  await frozen.cutOff(true);
  frozen.freeze();
  await awake.tell(2);
  const changedMs = performance.now();
  const [seen, calls] = await Promise.all([
    watchPages(text, changedMs, 3_000),
    watchPages(async () => (await fetch(`${origin}/api/value`)).text(), changedMs, 2_500),
  ]);
  expect(seen.filter(({ askedMs, value }) => askedMs > STALE_MAX_MS && value !== '2')).toEqual([]);
  expect(Math.max(...seen.map(({ tookMs }) => tookMs))).toBeLessThan(WAIT_MAX_MS);
  expect(Math.max(...calls.map(({ tookMs }) => tookMs))).toBeLessThan(WAIT_MAX_MS);
  await warm();
  const before = counts.rendered;
  await text();
  expect(counts.rendered).toBe(before);
  frozen.thaw();
  await frozen.tell(2);
  await frozen.cutOff(false);
  await vi.waitUntil(async () => {
    const { pid } = (await (await fetch(`${origin}/api/value`)).json()) as { pid: number };
    return pid === frozen.pid;
  });
});

test('a process that was killed and came back with other knowledge leaves no page of its former life', async () => {
  const [one, other] = [await child(1), await child(1)];
  const { text, warm } = await openDoor([one, other]);
  await warm();
  await one.kill();
  await other.tell(2);
  const changedMs = performance.now();
  await child(2, one.port);
  const seen = await watchPages(text, changedMs, 1_500);
  expect(seen.filter(({ askedMs, value }) => askedMs > STALE_MAX_MS && value !== '2')).toEqual([]);
  await warm();
});

test('with no process to ask pages are not kept, and come back by themselves', async () => {
  const only = await child(1);
  const { text, warm, origin } = await openDoor([only]);
  await warm();
  await only.kill();
  await vi.waitUntil(async () => (await text()) === 'unreachable', { timeout: 3_000, interval: 5 });
  expect((await fetch(`${origin}/page`)).status).toBe(503);
  await child(3, only.port);
  await vi.waitUntil(async () => (await text()) === '3', { timeout: 3_000, interval: 5 });
  await warm();
});
