import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visitors } from './testing/visit.ts';

const visit = visitors();

const nameOfFirst = (page: Page) => page.getByRole('main').locator('.tile .name').first().innerText();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

async function choose(page: Page, language: string) {
  await page.getByRole('button', { name: 'Display' }).first().click();
  await page.getByRole('radio', { name: language, exact: true }).check({ force: true });
  await page.keyboard.press('Escape');
}

test('the language of titles is chosen beside the theme, applies at once, and is on every page after that', async () => {
  const { page } = await visit();
  await page.goto('/anime/shingeki-no-kyojin');
  expect(await heading(page)).toBe('Attack on Titan');
  await choose(page, 'Japanese');
  await expect.poll(() => heading(page)).toBe('進撃の巨人');
  expect(await page.locator('h1').getAttribute('lang')).toBe('ja');
  await expect.poll(() => page.title()).toContain('進撃の巨人');
  await page.getByRole('combobox', { name: 'Search anime' }).fill('attack on titan');
  expect(await page.getByRole('option').first().innerText()).toContain('進撃の巨人');
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return page.locator('dialog[open]').count();
    })
    .toBe(0);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Catalogue' }).first().click();
  await page.waitForURL('**/anime');
  await expect.poll(() => nameOfFirst(page)).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
});

test('a page that is gone back to has the names of the choice that was made since', async () => {
  const { page } = await visit();
  await page.goto('/anime');
  const before = await nameOfFirst(page);
  await page.getByRole('main').locator('.tile a').first().click();
  await page.waitForURL(/\/anime\/./);
  await choose(page, 'Russian');
  await expect.poll(() => heading(page)).not.toBe(before);
  const chosen = await heading(page);
  await page.goBack();
  await page.waitForURL('**/anime');
  await expect.poll(() => nameOfFirst(page)).toBe(chosen);
});

test('the server writes the chosen names: nothing flashes, even without a script', async () => {
  const { page } = await visit({ javaScriptEnabled: false });
  const url = new URL((await page.goto('/'))?.url() ?? '');
  await page.context().addCookies([{ name: 'titles', value: 'japanese', url: url.origin }]);
  await page.goto('/anime/shingeki-no-kyojin');
  expect(await heading(page)).toBe('進撃の巨人');
  await page.goto('/ru/anime/shingeki-no-kyojin');
  expect(await heading(page)).toBe('進撃の巨人');
});

test('a Russian browser is offered Russian on the start page, once, and never sent there', async () => {
  const { page } = await visit({ locale: 'ru-RU' });
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByRole('button', { name: 'Остаться на английском' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('link', { name: 'Перейти на русский' }).count()).toBe(0);

  const other = await visit({ locale: 'ru-RU' });
  await other.page.goto('/');
  await other.page.getByRole('link', { name: 'Перейти на русский' }).click();
  await other.page.waitForURL('**/ru');

  const english = await visit({ locale: 'en-GB' });
  await english.page.goto('/');
  await english.page.waitForLoadState('networkidle');
  expect(await english.page.getByRole('link', { name: 'Перейти на русский' }).count()).toBe(0);
});
