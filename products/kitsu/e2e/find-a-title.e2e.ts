import { describe, expect, test } from 'vitest';
import { openSearch } from './testing/open-search.ts';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

describe('a visitor finds a title', () => {
  test.each([
    ['a slip of the keys', 'fulmetal alchemist', 'Fullmetal Alchemist'],
    ['a slip in Russian', 'стальной алхемик', 'Fullmetal Alchemist'],
    ['a slip in kana', 'カウボーイビパップ', 'Cowboy Bebop'],
    ['a slip in kanji and kana', '進撃の巨入', 'Attack on Titan'],
    ['the wrong keyboard layout', 'fnfrf nbnfyjd', 'Attack on Titan'],
  ])('by %s, with the keyboard alone', async (_how, typed, expected) => {
    const { page } = await visit();
    await page.goto('/');
    await openSearch(page, '/');
    await page.keyboard.type(typed);
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

  test('on a phone, where the search fills the screen', async () => {
    const { page } = await visit({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await page.goto('/');
    await page.getByRole('combobox', { name: 'Search anime' }).tap();
    const palette = page.getByRole('dialog', { name: 'Search' });
    await palette.waitFor();
    expect(await palette.boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    await palette.getByRole('combobox', { name: 'Search anime' }).fill('bebop');
    await page
      .getByRole('option', { name: /Cowboy Bebop/ })
      .first()
      .tap();
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

describe('the page of results', () => {
  test('is narrowed by filters that stand in its address beside the words', async () => {
    const { page } = await visit();
    await page.goto('/search?q=gundam');
    const hits = () => page.getByRole('list', { name: 'Search' }).getByRole('listitem').count();
    const all = await hits();
    await page.getByRole('spinbutton', { name: 'Year: To' }).fill('1990');
    await page.waitForURL(/\/search\?q=gundam&yearTo=1990$/);
    await expect.poll(hits).toBeLessThan(all);
    await page.goBack();
    await expect.poll(hits).toBe(all);
  });

  test('says which filter leaves nothing', async () => {
    const { page } = await visit();
    await page.goto('/search?q=gundam&yearTo=1950');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Drop “Until 1950”/ })
      .click();
    await page.waitForURL(/\/search\?q=gundam$/);
    await page.getByRole('list', { name: 'Search' }).getByRole('listitem').first().waitFor();
  });

  test('explains a repaired query', async () => {
    const { page } = await visit();
    await page.goto('/search?q=fnfrf+nbnfyjd');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('атака титанов');
    expect(await page.getByRole('main').innerText()).toContain(
      '“fnfrf nbnfyjd” looks like another keyboard layout',
    );
  });

  test('leads to what was typed, and back to what was meant', async () => {
    const { page } = await visit();
    const main = page.getByRole('main');
    await page.goto('/search?q=fnfrf+nbnfyjd&kind=tv');
    await main.getByRole('link', { name: 'Search instead for “fnfrf nbnfyjd”' }).click();
    await page.waitForURL(/\/search\?q=fnfrf\+nbnfyjd&literal=true&kind=tv$/);
    await main.getByText('Nothing found for “fnfrf nbnfyjd”').waitFor();
    expect(await main.innerText()).toContain('Only names with exactly these words.');
    await main.getByRole('link', { name: 'Forgive mistakes' }).click();
    await page.waitForURL(/\/search\?q=fnfrf\+nbnfyjd&kind=tv$/);
    await main.getByRole('list', { name: 'Search' }).getByRole('listitem').first().waitFor();
  });

  test('says what to try when nothing is found, and nothing is lost', async () => {
    const { page } = await visit();
    await page.goto('/search?q=qqqqzzzzxxxx');
    expect(await page.getByRole('main').innerText()).toContain('Nothing found for “qqqqzzzzxxxx”');
    expect(await page.getByRole('combobox', { name: 'Search anime' }).inputValue()).toBe('qqqqzzzzxxxx');
    await page.getByRole('main').getByRole('searchbox').fill('bebop');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /Cowboy Bebop/ })
      .first()
      .waitFor();
  });

  test.each(['<script>document.title="x"</script>', '% _ \\ \' "', '😀', 'a\0b', 'a'.repeat(200)])(
    'takes %j for what it is: text',
    async (q) => {
      const { page } = await visit();
      const response = await page.goto(`/search?${new URLSearchParams({ q })}`);
      expect(response?.status()).toBe(200);
      expect(await page.title()).toMatch(/^Search: .* · Kitsu$/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
  );

  test('keeps a text that is too long to be searched for, and says so', async () => {
    const { page } = await visit();
    const q = 'word '.repeat(60).trim();
    await page.goto(`/search?${new URLSearchParams({ q })}`);
    expect(await page.getByRole('main').innerText()).toContain('299 characters, at most 200');
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe(q);
  });

  test('is not for search engines, and browsers can take the search among their own', async () => {
    const { page } = await visit();
    await page.goto('/ru/search?q=gundam');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    const href = await page.locator('link[rel=search]').getAttribute('href');
    const description = await page.request.get(href ?? '');
    expect(description.headers()['content-type']).toContain('application/opensearchdescription+xml');
    expect(await description.text()).toContain('/ru/search?q={searchTerms}');
  });
});
