import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { canonicalRequest } from './canonical-request.ts';

function canonical(url: string, headers: Record<string, string> = {}) {
  return canonicalRequest({ url, headers } as unknown as IncomingMessage);
}

const PAGE = { host: 'localhost' };

/** What Next's router sends when it is on a page of a language. */
function tree(language: string, more: readonly unknown[] = [null, null]) {
  const page = ['anime', { children: ['__PAGE__', {}, null, null, 0] }, null, null, 0];
  return encodeURIComponent(
    JSON.stringify([
      '',
      { children: [['lang', language, 'd', null], { children: page }, ...more, 16] },
      null,
      null,
      16,
    ]),
  );
}

test.each([
  ['/anime?sort=score&genre=mecha', '/anime?genre=mecha&sort=score'],
  ['/anime?genre=b&genre=a', '/anime?genre=b&genre=a'],
  ['/?utm_source=x&fbclid=y&_rsc=z', '/'],
  ['/search?q=%D0%B0+b&', '/search?q=%D0%B0+b'],
  ['/anime?', '/anime'],
  ['/anime?unknown=1', '/anime?unknown=1'],
])('%s is the page %s', (url, same) => {
  expect(canonical(url)).toEqual({ url: same, headers: PAGE });
});

test('of a client only the language of titles counts, and only one that there is', () => {
  const noise = {
    'user-agent': 'x',
    'accept-language': 'ru',
    host: 'evil.test',
    referer: 'x',
    'sec-ch-ua': 'x',
  };
  expect(canonical('/', noise)).toEqual({ url: '/', headers: PAGE });
  expect(canonical('/', { cookie: 'a=b; titles=russian; c=d' })?.headers).toEqual({
    ...PAGE,
    cookie: 'titles=russian',
  });
  expect(canonical('/', { cookie: 'titles=klingon' })?.headers).toEqual(PAGE);
});

test('whoever is logged in gets the public pages of everybody, and nothing of the session gets into one', () => {
  const cookie = 'session=s1; __Host-session=s2; __Host-device=d';
  expect(canonical('/anime', { cookie, authorization: 'Bearer s3' })).toEqual(canonical('/anime'));
  expect(canonical('/login?next=/account', { cookie })).toEqual(canonical('/login'));
  expect(canonical('/accounting', { cookie })).toEqual(canonical('/accounting'));
});

test.each<[string, string, Record<string, string>]>([
  ['an account', '/account', {}],
  ['an account in Russian', '/ru/account/security?x', {}],
  ['the staff', '/staff/accounts/1', { cookie: 'x=y' }],
  ['chance', '/random', {}],
  ['chance in Russian', '/ru/random?x', {}],
  ['a file', '/_next/static/x.js', {}],
  ['a prefetch', '/anime', { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': tree('en') }],
  ['an action', '/anime', { 'next-action': 'x' }],
])('%s has an answer of its own', (_what, url, headers) => {
  expect(canonical(url, headers)).toBeUndefined();
});

test('routers that come from different pages of a language get one answer', () => {
  const flight = canonical('/anime/x?_rsc=1', {
    rsc: '1',
    'next-router-state-tree': tree('en'),
    'next-url': '/en/y',
  });
  const home = encodeURIComponent(
    JSON.stringify(['', { children: [['lang', 'en', 'd', null], { children: ['__PAGE__', {}] }] }]),
  );
  expect(flight?.headers).toMatchObject({ ...PAGE, rsc: '1' });
  expect(canonical('/anime/x?_rsc=2', { rsc: '1', 'next-router-state-tree': home })).toEqual(flight);
  expect(flight).not.toEqual(canonical('/anime/x'));
});

test.each([
  ['another language', '/ru/anime', tree('en')],
  ['a refresh of the frame', '/anime', tree('en', [null, 'refetch'])],
  ['a frame that belongs to another address', '/anime', tree('en', [['/x', ''], null])],
  ['nonsense', '/anime', '%zz'],
])('a router that asks for %s is answered by itself', (_what, url, header) => {
  expect(canonical(url, { rsc: '1', 'next-router-state-tree': header })).toBeUndefined();
});
