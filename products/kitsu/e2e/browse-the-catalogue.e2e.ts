import { expect, test } from 'vitest';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();

test('filters stand in the address: shared, gone back to, and taken away again', async () => {
  const { page } = await visit();
  await page.goto('/anime');
  const total = async () =>
    Number(/([\d,]+) titles?/.exec(await page.getByRole('main').innerText())?.[1]?.replace(',', ''));
  const everything = await total();
  await page.getByRole('checkbox', { name: /^Film/ }).check();
  await page.waitForURL(/kind=movie/);
  await expect.poll(total).toBeLessThan(everything);
  const films = await total();

  const shared = await visit();
  await shared.page.goto(page.url());
  expect(await shared.page.getByRole('main').innerText()).toContain(`${films} titles`);

  await page.goBack();
  await expect.poll(total).toBe(everything);
  await page.goForward();
  await expect.poll(total).toBe(films);
  await page.getByRole('link', { name: /Remove filter: Film/ }).click();
  await expect.poll(total).toBe(everything);
});

test('a season, a genre and a studio lead to their titles', async () => {
  const { page } = await visit();
  for (const [start, name] of [
    ['/seasons', /^\d+$/],
    ['/genres', /Mecha/],
    ['/studios', /Madhouse/],
  ] as const) {
    await page.goto(start);
    await page.getByRole('main').locator(`a[href^="${start}/"]`).filter({ hasText: name }).first().click();
    await page.waitForURL(new RegExp(`${start}/.`));
    await page.getByRole('main').locator('a[href^="/anime/"]').first().waitFor();
  }
});

test('studios are found while their name is typed, and a genre shows its best before all', async () => {
  const { page } = await visit();
  await page.goto('/studios');
  await page.getByRole('searchbox', { name: 'Find a studio' }).fill('madh');
  await page.waitForURL(/q=madh/);
  await expect
    .poll(() => page.getByRole('main').locator('a[href^="/studios/"]').allInnerTexts())
    .toEqual([expect.stringContaining('Madhouse')]);
  await page.goto('/genres/action');
  await page.getByRole('heading', { name: 'Newest' }).waitFor();
  expect(await page.getByRole('img', { name: /^Titles by year/ }).count()).toBe(1);
});

test('every studio can be a filter: by its name, where it is none of the largest', async () => {
  const { page } = await visit();
  await page.goto('/anime?kind=tv');
  const group = page.getByRole('group', { name: 'Studios' });
  const offered = () => group.getByRole('checkbox').count();
  expect(await offered()).toBe(12);
  await group.getByRole('searchbox', { name: 'Find a studio' }).pressSequentially('mad');
  await expect.poll(offered).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForURL(/\/anime\?kind=tv&studio=madhouse$/);
  await page.getByRole('link', { name: 'Remove filter: Madhouse' }).waitFor();
  await group.getByRole('searchbox', { name: 'Find a studio' }).fill('qqq');
  await expect.poll(() => group.getByRole('checkbox', { checked: true }).count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?kind=tv&studio=madhouse');
});

test('a title shows its names, facts and relations, and leads on', async () => {
  const { page } = await visit();
  await page.goto('/anime/fullmetal-alchemist-brotherhood');
  const main = await page.getByRole('main').innerText();
  for (const fact of ['鋼の錬金術師', 'Bones', '2009', '64']) expect(main).toContain(fact);
  await page.goto('/anime/shingeki-no-kyojin');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Season 2/ })
    .first()
    .click();
  await page.waitForURL(/season-2/);
});

test('on a phone the filters open in a sheet and the page never scrolls sideways', async () => {
  const { page } = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto('/anime');
  await page.getByRole('button', { name: /^Filters/ }).tap();
  await page.getByRole('checkbox', { name: /^Film/ }).check();
  await page.getByRole('button', { name: /^Show [\d,]+ titles$/ }).tap();
  await page.waitForURL(/kind=movie/);
  for (const path of [
    '/',
    '/anime',
    '/anime/cowboy-bebop',
    '/seasons',
    '/genres',
    '/studios',
    '/search?q=a',
  ]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
  }
});
