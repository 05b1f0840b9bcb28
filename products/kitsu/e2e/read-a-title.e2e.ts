import { expect, inject, test } from 'vitest';
import { PHONE, visitors } from './testing/visit.ts';

const visit = visitors();
const TITLE = '/anime/shingeki-no-kyojin';

interface Thing {
  readonly '@type': string;
  readonly itemListElement?: readonly { readonly name: string }[];
}

test('the franchise is gone through by keyboard, title by title, and a title opens from it', async () => {
  const { page } = await visit();
  await page.goto(TITLE);
  const timeline = page.getByRole('figure', { name: /^Timeline/ });
  const links = timeline.getByRole('link');
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
  expect(names.length).toBeGreaterThan(2);
  expect(new Set(names).size).toBe(names.length);
  expect(await timeline.locator('a[aria-current="page"]').count()).toBe(1);
  await links.first().focus();
  for (const name of names) {
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
    await page.keyboard.press('Tab');
  }
  await timeline.getByRole('link', { name: /Season 2/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/season-2/);
  await page.getByRole('heading', { level: 1, name: /Season 2/ }).waitFor();
  expect(await page.getByRole('main').innerText()).toContain('You are here');
});

test('a change of language keeps the title and names it in the other one', async () => {
  const { page } = await visit();
  await page.goto(TITLE);
  const alternate = page.locator('link[rel="alternate"][hreflang="ru"]');
  expect(new URL((await alternate.getAttribute('href')) ?? '').pathname).toBe(`/ru${TITLE}`);
  await page.goto(`/ru${TITLE}`);
  await page.getByRole('heading', { level: 1, name: 'Атака титанов' }).waitFor();
  expect(await page.getByRole('figure', { name: /^Хронология/ }).count()).toBe(1);
});

test('on a phone the timeline scrolls by itself, and the page never does sideways', async () => {
  const { page } = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
  await page.goto(TITLE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const moved = await page.locator('.timeline').evaluate((element) => {
    element.scrollTo({ left: 300 });
    return element.scrollLeft;
  });
  expect(moved).toBeGreaterThan(0);
});

test('a name is copied at a press, and the reader is told so', async () => {
  const { page } = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(TITLE);
  await page.getByRole('button', { name: 'Copy “進撃の巨人”' }).press('Enter');
  await page.getByRole('status').filter({ hasText: 'Copied: 進撃の巨人' }).waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('進撃の巨人');
});

test.each([
  [TITLE, ['BreadcrumbList', 'TVSeries']],
  [`/ru${TITLE}`, ['BreadcrumbList', 'TVSeries']],
  ['/', ['WebSite']],
  ['/genres/mecha', ['BreadcrumbList', 'ItemList']],
  ['/anime', ['ItemList']],
])('%s tells previews and search engines what it shows', async (path, types) => {
  const { page } = await visit();
  await page.goto(path);
  const content = (property: string) =>
    page.locator(`meta[property="${property}"], meta[name="${property}"]`).getAttribute('content');
  for (const property of ['og:title', 'og:description', 'og:url', 'description', 'twitter:image']) {
    expect(await content(property), property).toBeTruthy();
  }
  expect(await content('twitter:card')).toBe('summary_large_image');
  const picture = new URL((await content('og:image')) ?? '');
  const answer = await fetch(new URL(picture.pathname + picture.search, inject('origin')));
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);

  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  const things = blocks.map((block) => JSON.parse(block) as Thing);
  expect(things.map((thing) => thing['@type']).sort()).toEqual(expect.arrayContaining(types));
  const crumbs = things.find((thing) => thing['@type'] === 'BreadcrumbList');
  const heading = await page.getByRole('heading', { level: 1 }).first().innerText();
  if (path.endsWith(TITLE)) expect(crumbs?.itemListElement?.at(-1)?.name).toBe(heading);
});

test('what is known of the data can be read, with the numbers of the API', async () => {
  const { page } = await visit();
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'About the data' }).click();
  await page.waitForURL('**/about');
  await page.getByRole('heading', { level: 1, name: 'About the data' }).waitFor();
  const facts = (await (await fetch(`${inject('origin')}/api/v1/catalogue`)).json()) as {
    titleCount: number;
  };
  expect(await page.getByRole('main').innerText()).toContain(`${facts.titleCount} titles`);
  expect(await page.getByRole('main').innerText()).toContain('Demo catalogue of Kitsu');
});
