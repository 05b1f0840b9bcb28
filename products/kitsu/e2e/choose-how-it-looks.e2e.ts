import { expect, test } from 'vitest';
import { visitors } from './testing/visit.ts';

const visit = visitors();

test('Russian has addresses of its own, keeps the page, and speaks Russian everywhere on it', async () => {
  const { page } = await visit();
  await page.goto('/anime/cowboy-bebop');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: 'Display' }).first().click();
  await page.getByRole('link', { name: 'Русский' }).first().click();
  await page.waitForURL('**/ru/anime/cowboy-bebop');
  expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Ковбой Бибоп');
  await page.getByRole('navigation').first().getByRole('link', { name: 'Каталог' }).first().click();
  await page.waitForURL('**/ru/anime');
});

test('the direct address of the inner English pages leads to the public one', async () => {
  const { page } = await visit();
  await page.goto('/en/anime');
  expect(new URL(page.url()).pathname).toBe('/anime');
});

test('the theme is kept, and painted before anything else', async () => {
  // The scripts that are kept from coming are errors to the browser.
  const { page } = await visit({ colorScheme: 'dark', expectFaults: true });
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.getByRole('button', { name: 'Display' }).first().click();
  await page.getByRole('radio', { name: 'Light' }).check({ force: true });
  const light = await ground();
  expect(light).not.toBe(dark);
  // Before any script of the page's own has run, the first paint has the chosen colours.
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto('/anime', { waitUntil: 'domcontentloaded' }).catch(() => undefined);
  expect(await ground()).toBe(light);
});
