import { describe, expect, test } from 'vitest';
import { openSearch } from './testing/open-search.ts';
import { violationsOf } from './testing/violations.ts';
import { DESKTOP, PHONE, visitors } from './testing/visit.ts';

const visit = visitors();
const PAGES = [
  '/',
  '/anime',
  '/anime?view=list',
  '/anime/shingeki-no-kyojin',
  '/franchises/shingeki-no-kyojin',
  '/about',
  '/search?q=gundam',
  '/search?q=qqqqzzzz',
  '/search?q=fnfrf+nbnfyjd',
  '/search',
  '/seasons',
  '/seasons/2013/spring',
  '/anime?kind=movie&episodesFrom=20',
  '/genres',
  '/genres/mecha',
  '/studios',
  '/register',
  '/ru',
];

describe.each([
  ['dark', DESKTOP],
  ['light', DESKTOP],
  ['dark', PHONE],
] as const)('in %s at %o', (colorScheme, viewport) => {
  test.each(PAGES)('%s has nothing that WCAG 2.2 AA forbids, as far as a machine can see', async (path) => {
    const { page } = await visit({ colorScheme, viewport });
    await page.addInitScript((theme) => localStorage.setItem('kitsu.theme', theme), colorScheme);
    await page.goto(path);
    // As tall as the page: what the tab bar of a phone happens to cover can be scrolled to.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...viewport, height });
    expect(await violationsOf(page)).toEqual([]);
  });

  test('nor has the open search, empty and with suggestions', async () => {
    const { page } = await visit({ colorScheme, viewport, reducedMotion: 'reduce' });
    await page.addInitScript((theme) => {
      localStorage.setItem('kitsu.theme', theme);
      localStorage.setItem('kitsu.recent', JSON.stringify([{ text: 'gundam' }]));
    }, colorScheme);
    await page.goto('/');
    await openSearch(page);
    await page.getByRole('option', { name: 'gundam' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.type('bebop');
    await page
      .getByRole('option', { name: /Cowboy Bebop/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violationsOf(page)).toEqual([]);
  });
});

test('a keyboard reaches the content at once, and focus is always to be seen', async () => {
  const { page } = await visit();
  await page.goto('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to content');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return 'none';
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle === 'none' ? boxShadow : outlineStyle;
    });
    expect(outline).not.toBe('none');
  }
});
