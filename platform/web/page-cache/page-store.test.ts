import { expect, test } from 'vitest';
import { type Entry, PageStore } from './page-store.ts';

const stamp = { generation: 0, apis: [] };

function entry(bytes: number, status = 200): Entry {
  const body = { encoding: 'plain', bytes: Buffer.alloc(bytes) } as const;
  const page = { status, headers: [], etag: '"x"', body };
  return { page, stamp, renderedMs: 0 };
}

test('the budget holds, the least recently used goes first', () => {
  const store = new PageStore(100_000);
  for (let index = 0; index < 100; index += 1) store.set(`/${index}`, `/${index}`, entry(5_000));
  expect(store.bytes).toBeLessThanOrEqual(100_000);
  expect([store.get('/0'), store.get('/99')?.page.body.bytes.length]).toEqual([undefined, 5_000]);
});

test('addresses that anybody can invent push out no page of the site', () => {
  const store = new PageStore(100_000);
  store.set('/', '/', entry(5_000));
  store.set('/anime?genre=mecha', '/anime?genre=mecha', entry(5_000));
  for (let index = 0; index < 1_000; index += 1) store.set(`/${index}`, `/${index}`, entry(1_000, 404));
  expect(store.get('/anime?genre=mecha')).toBeDefined();
  for (let index = 0; index < 1_000; index += 1) store.set(`/?x=${index}`, `/?x=${index}`, entry(1_000));
  expect(store.get('/')).toBeDefined();
  expect(store.bytes).toBeLessThanOrEqual(100_000);
});

test('an address that was missing and came to be is kept once', () => {
  const store = new PageStore(100_000);
  store.set('/new', '/new', entry(1_000, 404));
  store.set('/new', '/new', entry(2_000));
  expect([store.size, store.get('/new')?.page.status]).toEqual([1, 200]);
});
