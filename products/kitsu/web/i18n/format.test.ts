import { describe, expect, it } from 'vitest';
import { formatDate, languageName } from './dates.ts';
import { dictionaryOf } from './dictionary.ts';
import { fill, formatCount, formatNumber, formatScore } from './format.ts';
import { LANGUAGES, localPath, pageOf } from './languages.ts';

describe('counted phrases', () => {
  it.each([
    [1, '1 тайтл'],
    [3, '3 тайтла'],
    [5, '5 тайтлов'],
    [11, '11 тайтлов'],
    [21, '21 тайтл'],
    [112, '112 тайтлов'],
  ])('take the Russian form that %i asks for', (count, phrase) => {
    expect(formatCount('ru', count, dictionaryOf('ru').titles.count)).toBe(phrase);
  });

  it('take the English singular only for one', () => {
    const forms = dictionaryOf('en').titles.count;
    expect([0, 1, 2].map((count) => formatCount('en', count, forms))).toEqual([
      '0 titles',
      '1 title',
      '2 titles',
    ]);
  });

  it('have every form that Russian knows', () => {
    expect(incompletePlurals(dictionaryOf('ru'))).toEqual([]);
  });
});

describe('numbers and dates', () => {
  it('are written as the language writes them', () => {
    expect(formatNumber('en', 37317)).toBe('37,317');
    expect(formatScore('ru', 8.5)).toBe('8,50');
    expect(formatDate('en', '2013-04-07')).toBe('April 7, 2013');
    expect(formatDate('ru', '2013-04-07T23:30:00Z')).toBe('7 апреля 2013 г.');
    expect(languageName('ru', 'ja')).toBe('Японский');
  });

  it('fill the places of a text and leave unknown places alone', () => {
    expect(fill('{a} of {b}', { a: '1' })).toBe('1 of {b}');
  });
});

describe('addresses', () => {
  it.each(LANGUAGES)('lead from a page to its %s address and back', (language) => {
    for (const page of ['/', '/anime', '/anime/en', '/ruby'])
      expect(pageOf(localPath(language, page))).toBe(page);
  });

  it('show the page behind an address that was rewritten for English', () => {
    expect(pageOf('/en/anime')).toBe('/anime');
    expect(pageOf('/en')).toBe('/');
  });
});

function incompletePlurals(node: unknown, path = ''): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('one' in node && 'other' in node) return 'few' in node && 'many' in node ? [] : [path];
  return Object.entries(node).flatMap(([key, value]) => incompletePlurals(value, `${path}.${key}`));
}
