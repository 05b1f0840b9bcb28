import { invalidate, openCache } from '@seaworthy/platform/cache';
import type { HttpServer } from '@seaworthy/platform/http';
import { openDatabase } from '@seaworthy/platform/postgres';
import { createLogger, createMetrics } from '@seaworthy/platform/telemetry';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCatalogue, importRecords, record } from '../testing/catalogue.ts';
import { testIdentity } from '../testing/identity.ts';
import { testLimits } from '../testing/limits.ts';
import { createApp } from './app.ts';

let catalogue: Awaited<ReturnType<typeof emptyCatalogue>>;
let server: HttpServer;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  catalogue = await emptyCatalogue();
  await importRecords(catalogue.db, [
    record(1, {
      fields: {
        main_title: 'Amber Coast',
        kind: 'tv',
        status: 'airing',
        season: 'spring',
        year: 2020,
        popularity: 900,
      },
      genres: ['action', 'sea'],
      studios: [{ name: 'tidal works', role: 'studio' }],
      descriptions: { en: 'A coast.', ru: 'Берег.' },
      relations: [
        { provider: 'mal', externalId: '2', kind: 'sequel' },
        { provider: 'mal', externalId: '3', kind: 'other' },
        { provider: 'mal', externalId: '777', kind: 'prequel' },
      ],
    }),
    record(2, {
      fields: { main_title: 'Amber Coast 2', kind: 'tv', year: 2021, popularity: 800 },
      genres: ['action'],
    }),
    record(3, { fields: { main_title: 'Night Coast', is_adult: true, popularity: 700 }, genres: ['hentai'] }),
    record(4, { fields: { main_title: 'Hidden Coast' } }),
    record(5, { fields: { main_title: 'Deleted Coast' } }),
  ]);
  await sql`update titles set state = 'draft' where slug = 'hidden-coast'`.execute(catalogue.db);
  await sql`update titles set deleted_at = now() where slug = 'deleted-coast'`.execute(catalogue.db);
  const logger = createLogger({ service: 'test', level: 'silent' });
  const metrics = createMetrics({ service: 'test', processMetrics: false });
  const cache = await openCache({ url: catalogue.url, maxBytes: 1_000_000, logger, metrics });
  const database = openDatabase<unknown>({ url: catalogue.url, applicationName: 'test' });
  server = await createApp({
    database,
    cache,
    logger,
    metrics,
    identity: testIdentity(),
    limits: testLimits({ db: database.db, logger, metrics }),
    trustedProxies: [],
  });
  closers.push(
    () => server.close(),
    () => cache.close(),
    () => database.close(),
    () => catalogue.close(),
  );
}, 60_000);
afterAll(async () => {
  for (const close of closers) await close();
});

async function get(url: string) {
  const response = await server.app.inject({ url });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

describe('a title', () => {
  test('is found by number and by slug, and shows everything its page needs', async () => {
    const bySlug = await get('/api/v1/anime/amber-coast');
    expect(bySlug.status).toBe(200);
    expect((await get(`/api/v1/anime/${bySlug.body.id}`)).body).toEqual(bySlug.body);
    expect(bySlug.body).toMatchObject({
      title: 'Amber Coast',
      descriptions: { en: 'A coast.', ru: 'Берег.' },
      studios: [{ slug: 'tidal-works', name: 'Tidal Works', role: 'studio' }],
      externalIds: { mal: 1 },
      externalLinks: [{ provider: 'mal', url: 'https://myanimelist.net/anime/1' }],
    });
  });

  test('names its relations to listed titles only, and adult ones only when asked', async () => {
    const related = (body: { related: { relation: string; title: { slug: string } }[] }) =>
      body.related.map(({ relation, title }) => [relation, title.slug]);
    expect(related((await get('/api/v1/anime/amber-coast')).body)).toEqual([['sequel', 'amber-coast-2']]);
    expect(related((await get('/api/v1/anime/amber-coast?adult=true')).body)).toEqual([
      ['sequel', 'amber-coast-2'],
      ['other', 'night-coast'],
    ]);
  });

  test.each(['nothing-here', '0', '99999', 'hidden-coast', 'deleted-coast', '999999999999999'])(
    '%s is not found, with the same answer for absent, unpublished and deleted ones',
    async (ref) => {
      const { status, body } = await get(`/api/v1/anime/${ref}`);
      expect(status).toBe(404);
      expect(body.error).toMatchObject({ code: 'not_found', message: 'There is no such title.' });
    },
  );
});

describe('unpublished and deleted titles', () => {
  test.each([
    '/api/v1/anime?adult=true&limit=100',
    '/api/v1/search/anime?q=coast&adult=true',
    '/api/v1/search/suggestions?q=coast&adult=true',
    '/api/v1/sitemap',
  ])('are in none of %s', async (url) => {
    const text = JSON.stringify((await get(url)).body);
    expect(text).toContain('amber-coast');
    expect(text).not.toMatch(/hidden-coast|deleted-coast/);
  });
});

describe('adult titles', () => {
  test.each([
    '/api/v1/anime?limit=100',
    '/api/v1/search/anime?q=coast',
    '/api/v1/search/suggestions?q=coast',
    '/api/v1/anime/amber-coast/related',
    '/api/v1/genres',
  ])('are in %s only behind the one switch', async (url) => {
    const adult = `${url}${url.includes('?') ? '&' : '?'}adult=true`;
    expect(JSON.stringify((await get(url)).body)).not.toMatch(/night-coast|hentai/);
    expect(JSON.stringify((await get(adult)).body)).toMatch(/night-coast|hentai/);
  });

  test('are never picked at random and never in the sitemap', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect((await get('/api/v1/anime/random')).body.isAdult).toBe(false);
    }
    expect(JSON.stringify((await get('/api/v1/sitemap')).body)).not.toContain('night-coast');
  });
});

describe('lists', () => {
  test.each([
    '/api/v1/anime?sort=worst',
    '/api/v1/anime?limit=0',
    '/api/v1/anime?limit=101',
    '/api/v1/anime?cursor=made-up',
    '/api/v1/anime?unknown=1',
    '/api/v1/search/anime',
    '/api/v1/search/anime?q=',
    '/api/v1/studios?cursor=x',
  ])('%s is refused with a reason that names the field', async (url) => {
    const { status, body } = await get(url);
    expect(status).toBe(400);
    expect(body.error.code).toBe('invalid_input');
    expect(body.error.details[0].path).not.toBe('');
  });

  test('answer 304 to a browser that has the same body already', async () => {
    const first = await get('/api/v1/anime');
    const again = await server.app.inject({
      url: '/api/v1/anime',
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('count years, seasons, genres and studios of listed titles', async () => {
    expect((await get('/api/v1/seasons')).body.items).toEqual([
      { year: 2021, count: 1, seasons: [] },
      { year: 2020, count: 1, seasons: [{ season: 'spring', count: 1 }] },
    ]);
    expect((await get('/api/v1/genres')).body.items).toMatchObject([
      { slug: 'action', count: 2, name: { en: 'Action', ru: 'Экшен' } },
      { slug: 'sea', kind: 'tag', count: 1 },
    ]);
    expect((await get('/api/v1/studios')).body).toEqual({
      items: [{ slug: 'tidal-works', name: 'Tidal Works', count: 1 }],
      nextCursor: null,
    });
    expect((await get('/api/v1/studios/tidal-works')).body).toMatchObject({ name: 'Tidal Works', count: 1 });
    expect((await get('/api/v1/studios/nobody')).status).toBe(404);
  });
});

test('captured mail, with its links, is shown only where that was asked for', async () => {
  expect((await server.app.inject('/dev/mail')).statusCode).toBe(404);
});

test('a poster is an SVG picture that browsers may keep', async () => {
  const { poster } = (await get('/api/v1/anime/amber-coast')).body;
  const response = await server.app.inject({ url: poster.url });
  expect(response.headers['content-type']).toContain('image/svg+xml');
  expect(response.body).toMatch(/^<svg /);
  expect((await server.app.inject({ url: '/media/posters/999.svg' })).statusCode).toBe(404);
});

test('the picture of a title for link previews is a PNG that may be kept for ever, by an address that changes with the title', async () => {
  const { sharePictures } = (await get('/api/v1/anime/amber-coast')).body;
  const response = await server.app.inject({ url: sharePictures.ru });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('image/png');
  expect(response.headers['cache-control']).toContain('immutable');
  expect(response.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const again = await server.app.inject({
    url: sharePictures.ru,
    headers: { 'if-none-match': String(response.headers.etag) },
  });
  expect(again.statusCode).toBe(304);
  await sql`update titles set version = version + 1 where slug = 'amber-coast'`.execute(catalogue.db);
  await invalidate(catalogue.db, ['catalogue']);
  await expect
    .poll(async () => (await get('/api/v1/anime/amber-coast')).body.sharePictures.ru)
    .not.toBe(sharePictures.ru);
});

test.each([
  ['/media/share/titles/999-en.png', 404],
  ['/media/share/titles/hidden-en.png', 400],
  ['/media/share/titles/1-de.png', 400],
  ['/media/share/genres/action-ru.png', 200],
  ['/media/share/genres/nothing-ru.png', 404],
  ['/media/share/seasons/2020-spring-en.png', 200],
  ['/media/share/seasons/2020-autumn-en.png', 400],
  ['/media/share/site/home-en.png', 200],
  ['/media/share/site/catalogue-ru.png', 200],
])('%s answers %i', async (url, status) => {
  expect((await server.app.inject({ url })).statusCode).toBe(status);
});

test('a title has its likes at an address of its own, and the catalogue says what it knows', async () => {
  expect((await get('/api/v1/anime/amber-coast/similar')).body).toEqual({ items: [] });
  expect((await get('/api/v1/anime/hidden-coast/similar')).status).toBe(404);
  expect((await get('/api/v1/catalogue')).body).toMatchObject({ titleCount: 3, adultCount: 1 });
});
