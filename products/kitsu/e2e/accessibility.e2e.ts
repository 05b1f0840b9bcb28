import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSearch } from './testing/open-search.ts';
import { faintTextsOf, violationsOf } from './testing/violations.ts';
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
  '/studios/madhouse',
  '/register',
  '/ru',
];

/** What each page is looked at in, after one load: wide in both themes, and on a phone. */
const LOOKS = [
  { theme: 'dark', viewport: DESKTOP, look: violationsOf },
  { theme: 'light', viewport: DESKTOP, look: faintTextsOf },
  { theme: 'light', viewport: PHONE, look: violationsOf },
] as const;

test.each(PAGES)('%s has nothing that WCAG 2.2 AA forbids, as far as a machine can see', async (path) => {
  const { page } = await visit({ reducedMotion: 'reduce' });
  await page.goto(path);
  expect(await violationsInEachLook(page)).toEqual([]);
});

test('nor has the open search, empty and with suggestions', async () => {
  const { page } = await visit({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    localStorage.setItem('kitsu.recent', JSON.stringify([{ text: 'gundam' }]));
  });
  await page.goto('/');
  await openSearch(page);
  await page.getByRole('option', { name: 'gundam' }).waitFor();
  expect(await violationsInEachLook(page)).toEqual([]);
  await page.keyboard.type('bebop');
  await page
    .getByRole('option', { name: /Cowboy Bebop/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await violationsInEachLook(page)).toEqual([]);
});

async function violationsInEachLook(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { theme, viewport, look } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
      // What the bar of a phone happens to cover can be scrolled to, so it does not lie over the page here.
      for (const bar of document.querySelectorAll('nav')) bar.style.position = 'static';
    }, theme);
    for (const violation of await look(page)) found.push(`${theme}, ${viewport.width} px: ${violation}`);
  }
  return found;
}

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
