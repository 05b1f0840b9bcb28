import { expect, test } from 'vitest';
import { visitors } from './testing/visit.ts';

const visit = visitors();

test.each([
  ['/', '/feeds/new.xml'],
  ['/', '/feeds/updated.xml'],
  ['/ru', '/ru/feeds/new.xml'],
  ['/seasons/2013/spring', '/feeds/seasons/2013/spring'],
])('%s names the feed %s, which is Atom as readers want it and is not sent twice', async (path, feed) => {
  const { page } = await visit();
  await page.goto(path);
  const named = page.locator(`head link[rel="alternate"][type="application/atom+xml"][href$="${feed}"]`);
  expect(await named.count()).toBe(1);
  const { faults, entries, again } = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const parsed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
    const text = (element: Element, name: string) =>
      [...element.children].find((child) => child.localName === name)?.textContent ?? '';
    const root = parsed.documentElement;
    const items = [...parsed.getElementsByTagName('entry')];
    const wanted = [root, ...items].flatMap((element) => [
      text(element, 'id').startsWith('http') || 'id',
      text(element, 'title') !== '' || 'title',
      !Number.isNaN(Date.parse(text(element, 'updated'))) || 'updated',
    ]);
    const ids = items.map((item) => text(item, 'id'));
    const etag = answer.headers.get('etag') ?? '';
    const second = await fetch(address, { cache: 'no-store', headers: { 'if-none-match': etag } });
    return {
      faults: [
        root.namespaceURI === 'http://www.w3.org/2005/Atom' || 'namespace',
        new Set(ids).size === ids.length || 'ids',
        text(root, 'author') !== '' || 'author',
        ...wanted,
      ].filter((fault) => fault !== true),
      entries: items.length,
      again: second.status,
    };
  }, feed);
  expect(faults).toEqual([]);
  expect(entries).toBeGreaterThan(0);
  expect(again).toBe(304);
});

test('search engines get one address for a list, whatever its order, view and place', async () => {
  const { page } = await visit();
  const facts = async (path: string) => {
    await page.goto(path);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    const robots = await page
      .locator('meta[name="robots"]')
      .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('content') ?? ''));
    return [
      new URL(canonical ?? '').pathname + new URL(canonical ?? '').search,
      robots.some((rule) => rule.includes('noindex')),
    ];
  };
  expect(await facts('/anime?sort=score&view=list')).toEqual(['/anime', false]);
  expect(await facts('/anime?kind=movie&sort=title')).toEqual(['/anime?kind=movie', false]);
  expect(await facts('/anime?genre=mecha')).toEqual(['/genres/mecha', false]);
  expect((await facts('/anime?kind=movie&genre=mecha'))[1]).toBe(true);
});

test('the sitemap names its parts with their last change', async () => {
  const { page } = await visit();
  const parts = await (async () => {
    await page.goto('/');
    return page.evaluate(async () => {
      const text = await (await fetch('/sitemap.xml')).text();
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return [...parsed.getElementsByTagName('sitemap')].map((part) => ({
        address: part.getElementsByTagName('loc')[0]?.textContent ?? '',
        changed: part.getElementsByTagName('lastmod')[0]?.textContent ?? null,
      }));
    });
  })();
  const titles = parts.filter(({ address }) => address.includes('titles.xml'));
  expect(titles.length).toBeGreaterThan(0);
  for (const { changed } of titles) expect(Date.parse(changed ?? '')).not.toBeNaN();
});
