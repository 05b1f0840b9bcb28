import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSearch } from './testing/open-search.ts';
import { visitors } from './testing/visit.ts';

const visit = visitors();

const field = (page: Page) => page.getByRole('combobox', { name: 'Search anime' });
const options = (page: Page) => page.getByRole('option');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('the keyboard', () => {
  test('leads from Ctrl+K to a title, and the focus goes on in the page', async () => {
    const { page } = await visit();
    await page.goto('/genres');
    await openSearch(page);
    await page.keyboard.type('cowboy bebop');
    await page
      .getByRole('option', { name: /^Cowboy Bebop TV/ })
      .first()
      .waitFor();
    expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/anime\/cowboy-bebop$/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await focused(page)).toBe('main');
  });

  test('goes round through the options and the text, and to both ends', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('gundam');
    await page.getByRole('option', { name: 'All results for “gundam”' }).waitFor();
    const count = await options(page).count();
    const active = async () =>
      options(page).evaluateAll((all) => all.findIndex((one) => one.ariaSelected === 'true'));
    for (const [key, place] of [
      ['ArrowUp', count - 1],
      ['ArrowDown', -1],
      ['ArrowDown', 0],
      ['End', count - 1],
      ['Home', 0],
      ['ArrowUp', -1],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(active, { message: key }).toBe(place);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=gundam$/);
  });

  test('leaves by Escape: the focus returns, the text stays', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('bebop');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    expect(await field(page).inputValue()).toBe('bebop');
  });

  test('leads to what was typed when that was repaired', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('fnfrf nbnfyjd');
    await page.getByRole('option', { name: 'Exactly “fnfrf nbnfyjd”' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=fnfrf\+nbnfyjd&literal=true$/);
  });

  test('has no say about “/” once keys without Ctrl are switched off', async () => {
    const { page } = await visit();
    await page.goto('/about');
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: 'Keys that need no Ctrl' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page).getAttribute('aria-keyshortcuts')).toBe('Control+K Meta+K');
    await page.keyboard.press('/');
    await openSearch(page);
    expect(await field(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.reload();
    await expect.poll(() => field(page).getAttribute('aria-keyshortcuts')).toBe('Control+K Meta+K');
  });

  test('hears how many suggestions there are', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('cowboy bebop');
    const said = page.getByRole('dialog').getByRole('status');
    await expect.poll(() => said.innerText()).toMatch(/^\d+ suggestions?\.$/);
  });
});

describe('suggestions', () => {
  test('are those of the last text, however late earlier answers come', async () => {
    const { page } = await visit();
    await page.goto('/');
    const early = Promise.withResolvers<void>();
    let answered = 0;
    await page.route('**/api/v1/search/suggestions?q=g&*', async (route) => {
      await early.promise;
      await route.continue().catch(() => undefined);
      answered += 1;
    });
    await openSearch(page);
    await page.keyboard.type('g');
    await page.waitForRequest(/suggestions\?q=g&/);
    await field(page).fill('cowboy bebop');
    await page
      .getByRole('option', { name: /^Cowboy Bebop TV/ })
      .first()
      .waitFor();
    const shown = await options(page).allInnerTexts();
    early.resolve();
    await expect.poll(() => answered).toBe(1);
    await page.evaluate(() => fetch('/api/v1/search/suggestions?q=bebop').then((answer) => answer.text()));
    expect(await options(page).allInnerTexts()).toEqual(shown);
  });

  test('that have not come yet are waited for by keys pressed in haste', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('cowboy bebop');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/anime\/cowboy-bebop$/);
  });

  test('are not asked for while a word is composed, and Enter belongs to the composition', async () => {
    const { page, apiCalls } = await visit();
    await page.goto('/');
    await openSearch(page);
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'しんげき', selectionStart: 4, selectionEnd: 4 });
    await expect.poll(() => field(page).inputValue()).toBe('しんげき');
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(apiCalls.filter((call) => call.includes('suggestions'))).toEqual([]);
    await input.send('Input.insertText', { text: '進撃の巨人' });
    await page
      .getByRole('option', { name: /Attack on Titan/ })
      .first()
      .waitFor();
    expect(apiCalls.filter((call) => call.includes('suggestions'))).toHaveLength(1);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('that cannot be had are said to, and the text stays until they can', async () => {
    const { page } = await visit({ expectFaults: true });
    await page.goto('/');
    await page.route('**/api/v1/search/suggestions**', (route) => route.abort());
    await openSearch(page);
    await page.keyboard.type('bebop');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await dialog.innerText()).toContain('Suggestions do not come right now');
    expect(await field(page).inputValue()).toBe('bebop');
    await page.unroute('**/api/v1/search/suggestions**');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('option', { name: /^Cowboy Bebop TV/ })
      .first()
      .waitFor();
  });
});

describe('recent searches', () => {
  test('are what was submitted or opened, can be chosen again and taken away', async () => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('gundam');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=gundam/);
    await openSearch(page);
    await page.keyboard.type('cowboy bebop');
    await page
      .getByRole('option', { name: /^Cowboy Bebop TV/ })
      .first()
      .click();
    await page.waitForURL(/\/anime\/cowboy-bebop$/);
    await openSearch(page);
    await page.keyboard.type('merely typed');
    await page.keyboard.press('Escape');

    await page.goto('/');
    await openSearch(page);
    const recents = () => page.getByRole('group', { name: 'Recent' }).getByRole('option').allInnerTexts();
    expect(await recents()).toEqual(['Cowboy Bebop', 'gundam']);
    await page.getByRole('button', { name: 'Remove “Cowboy Bebop”' }).click();
    await expect.poll(recents).toEqual(['gundam']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=gundam/);
    await page.goto('/search');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await openSearch(page);
    expect(await recents()).toEqual([]);
  });
});

test('back and forward lead through searches, and the field says which one it is', async () => {
  const { page } = await visit();
  await page.goto('/');
  for (const q of ['gundam', 'bebop']) {
    await openSearch(page);
    await field(page).fill(q);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`q=${q}$`));
  }
  await openSearch(page);
  await page.goBack();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('gundam');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await expect.poll(() => field(page).inputValue()).toBe('gundam');
  await page.goForward();
  await expect.poll(() => field(page).inputValue()).toBe('bebop');
});
