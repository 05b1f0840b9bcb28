import { expect, test } from 'vitest';
import { returnAddress, withReturn } from './return-address.ts';

const ORIGIN = 'https://kitsu.example';

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  ' /anime',
  'anime',
  '',
])('after logging in nobody is sent to %j', (wanted) => {
  expect(returnAddress(withReturn(wanted), ORIGIN)).toBeUndefined();
});

test.each(['/anime?sort=score&page=2', '/ru/account', '/search?q=а%26б#top'])('but back to %s', (page) => {
  expect(returnAddress(withReturn(page), ORIGIN)).toBe(new URL(page, ORIGIN).href.slice(ORIGIN.length));
});

test('without a wish there is none', () => {
  expect(returnAddress('', ORIGIN)).toBeUndefined();
});
