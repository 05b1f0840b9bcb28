import { expect, test } from 'vitest';
import { visitors } from './testing/visit.ts';

const visit = visitors();

test.each([
  '/nothing-here',
  '/anime/nothing-here',
  '/genres/nothing-here',
  '/studios/nothing-here',
  '/ru/nothing-here',
])('%s is a page of ours with status 404 and a way out', async (path) => {
  const { page } = await visit({ expectFaults: true });
  const response = await page.goto(path);
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
});

test('an address with an impossible filter explains itself', async () => {
  const { page } = await visit({ expectFaults: true });
  const response = await page.goto('/anime?kind=nonsense&yearFrom=abc');
  expect(response?.status()).toBeLessThan(500);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('no page is served without the headers that protect it', async () => {
  const { page } = await visit({ expectFaults: true });
  for (const path of ['/', '/anime', '/api/v1/anime', '/nothing-here', '/icon.svg']) {
    const headers = (await page.goto(path))?.headers() ?? {};
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy'], path).toBeDefined();
  }
});

test('neither metrics nor the inner health of the API can be had from outside', async () => {
  const { page } = await visit({ expectFaults: true });
  expect((await page.goto('/metrics'))?.status()).toBe(404);
});
