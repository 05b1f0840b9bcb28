import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, visitors } from './testing/visit.ts';

const visit = visitors();
const PAGES = [
  '/',
  '/anime',
  '/anime?view=list',
  '/anime/shingeki-no-kyojin',
  '/search?q=gundam',
  '/search?q=qqqqzzzz',
  '/seasons',
  '/genres',
  '/genres/mecha',
  '/studios',
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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
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
