import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESKTOP, PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

const PAGE = 42;
const titles = (page: Page) => page.getByRole('main').locator(':is(.tile, .row) a');
const count = (page: Page) => titles(page).count();

/** Scrolls as a reader does, until so many titles are there. */
async function scrollFor(page: Page, wanted: number) {
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 5_000);
      return count(page);
    })
    .toBeGreaterThanOrEqual(wanted);
}

/** Waits until the list neither loads nor moves any more: as it is at several looks in a row. */
async function atRest(page: Page) {
  let before = '';
  let looks = 0;
  await expect
    .poll(async () => {
      const now = await page.evaluate(() => {
        const isLoading = document.querySelector('a[rel=next][aria-disabled=true]') !== null;
        return `${isLoading} ${window.scrollY} ${document.querySelectorAll('main :is(.tile, .row) a').length}`;
      });
      looks = now === before && now.startsWith('false') ? looks + 1 : 0;
      before = now;
      return looks;
    })
    .toBeGreaterThanOrEqual(3);
}

/** A title in the window, and where it stands. */
async function titleInSight(page: Page) {
  return titles(page).evaluateAll((links) => {
    const link = links.find((one) => one.getBoundingClientRect().top > 150);
    return { href: link?.getAttribute('href') ?? '', top: link?.getBoundingClientRect().top ?? 0 };
  });
}

const topOf = (page: Page, href: string) =>
  page
    .getByRole('main')
    .locator(`a[href="${href}"]`)
    .evaluate((link) => link.getBoundingClientRect().top);

test.each([
  ['grid', '/anime', DESKTOP],
  ['list', '/anime?view=list&sort=title', DESKTOP],
  ['grid on a phone', '/anime', PHONE],
] as const)('a long %s finds its place again, going back and reloading', async (_view, path, viewport) => {
  const { page, apiCalls } = await visit({ viewport });
  await page.goto(path);
  expect(await count(page)).toBe(PAGE);
  await scrollFor(page, 3 * PAGE);
  await atRest(page);
  const pages = apiCalls.filter((call) => call.startsWith('/api/v1/anime'));
  expect(new Set(pages).size).toBe(pages.length);
  const loaded = await count(page);
  const seen = await titleInSight(page);
  await page.getByRole('main').locator(`a[href="${seen.href}"]`).click();
  await page.waitForURL(`**${seen.href}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goBack();
  // Near its end it may have gone on since.
  await expect.poll(() => count(page)).toBeGreaterThanOrEqual(loaded);
  await expect.poll(async () => Math.abs((await topOf(page, seen.href)) - seen.top)).toBeLessThan(4);

  await page.reload();
  // Near its end it may have gone on since.
  await expect.poll(() => count(page)).toBeGreaterThanOrEqual(loaded);
  await expect.poll(async () => Math.abs((await topOf(page, seen.href)) - seen.top)).toBeLessThan(4);
});

test('the list goes on by itself a few times, then leaves the end of the page within reach', async () => {
  const { page } = await visit();
  await page.goto('/anime');
  await scrollFor(page, 5 * PAGE);
  await page.mouse.wheel(0, 20_000);
  const more = page.getByRole('link', { name: 'Show more' });
  await more.waitFor();
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await atRest(page);
  expect(await count(page)).toBe(5 * PAGE);
  await expect
    .poll(() => page.getByRole('main').getByRole('status').last().textContent())
    .toMatch(/^210 of \d+$/);
  await more.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBeGreaterThan(5 * PAGE);
});

test('without JavaScript the pages of a list are links and the filters a form', async () => {
  const { page } = await visit({ javaScriptEnabled: false });
  await page.goto('/anime?view=list');
  const first = await titles(page).first().getAttribute('href');
  await page.getByRole('link', { name: 'Show more' }).click();
  await page.waitForURL(/cursor=/);
  expect(await titles(page).first().getAttribute('href')).not.toBe(first);
  expect(await page.getByRole('link', { name: 'Back to the first titles' }).count()).toBe(1);
  await page.getByRole('checkbox', { name: /^Film/ }).check();
  await page.getByRole('spinbutton', { name: 'Year: From' }).fill('2000');
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.waitForURL(/kind=movie.*yearFrom=2000/);
  expect(new URL(page.url()).searchParams.get('view')).toBe('list');
});

test('keys alone filter by a range, go through the list, show their help and open a title', async () => {
  const { page } = await visit();
  await page.goto('/anime');
  const total = async () => (await page.getByRole('main').getByRole('status').first().innerText()).trim();
  const everything = await total();
  await page.getByRole('slider', { name: 'Episodes: From' }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/episodesFrom=12/);
  await expect.poll(total).not.toBe(everything);
  expect(await page.getByRole('spinbutton', { name: 'Episodes: From' }).inputValue()).toBe('12');
  await atRest(page);

  await page.keyboard.press('j');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  const at = async (index: number) => titles(page).nth(index).getAttribute('href');
  await expect.poll(focused).toBe(await at(0));
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused).toBe(await at(1));
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe(await at(8));
  await page.keyboard.press('k');
  await expect.poll(focused).toBe(await at(7));
  await page.keyboard.press('n');
  await expect.poll(focused).not.toBe(await at(7));
  await page.keyboard.press('p');
  await expect.poll(focused).toBe(await at(7));

  await page.keyboard.press('?');
  const help = page.getByRole('region', { name: 'Keys' });
  await help.waitFor();
  await help.getByRole('switch', { name: 'Keys that need no Ctrl' }).press('Space');
  await page.keyboard.press('Escape');
  await titles(page).nth(7).focus();
  await page.keyboard.press('j');
  expect(await focused()).toBe(await at(7));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/anime\/./);
});

test('filters that leave nothing say which one to drop and what that gives', async () => {
  const { page } = await visit();
  await page.goto('/anime?kind=movie&episodesFrom=20');
  const way = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Drop “Film”' });
  const promised = /(\d+) titles?/.exec(await way.innerText())?.[1];
  await way.getByRole('link').click();
  await page.waitForURL((url) => !url.searchParams.has('kind'));
  await expect
    .poll(() => page.getByRole('main').getByRole('status').first().innerText())
    .toMatch(new RegExp(`^${promised} titles?$`));
});
