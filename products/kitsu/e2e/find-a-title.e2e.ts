import { describe, expect, test } from 'vitest';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

describe('a visitor finds a title', () => {
  test.each([
    ['a slip of the keys', 'fulmetal alchemist', 'Fullmetal Alchemist'],
    ['its Russian name', 'стальной алхимик', 'Fullmetal Alchemist'],
    ['kana', 'カウボーイビバップ', 'Cowboy Bebop'],
    ['kanji and kana', '進撃の巨人', 'Attack on Titan'],
  ])('by %s, with the keyboard alone', async (_how, typed, expected) => {
    const { page } = await visit();
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type(typed);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/anime\//);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(expected);
  });

  test('on the page of all results, which says by which name each was found', async () => {
    const { page } = await visit();
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Search anime' }).fill('Атака титанов');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const first = page
      .getByRole('main')
      .getByRole('link', { name: /Attack on Titan/ })
      .first();
    await first.waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Атака титанов');
    await first.click();
    await page.waitForURL(/\/anime\//);
  });

  test('on a phone', async () => {
    const { page } = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Search anime' }).fill('bebop');
    await page.getByRole('option').first().tap();
    await page.waitForURL(/\/anime\/cowboy-bebop/);
  });

  test('without JavaScript', async () => {
    const { page } = await visit({ javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Search anime' }).fill('bebop');
    await page.keyboard.press('Enter');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Cowboy Bebop/ })
      .first()
      .click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Cowboy Bebop');
  });
});

test('a search without a result says what to try, and nothing is lost', async () => {
  const { page } = await visit();
  await page.goto('/search?q=qqqqzzzzxxxx');
  expect(await page.getByRole('main').innerText()).toContain('Nothing found for “qqqqzzzzxxxx”');
  expect(await page.getByRole('combobox', { name: 'Search anime' }).inputValue()).toBe('qqqqzzzzxxxx');
});
