import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMixedAlphabets, languageByScript, normaliseName } from './index.ts';

describe('normaliseName', () => {
  test.each([
    ['Fullmetal Alchemist: Brotherhood', 'fullmetal alchemist brotherhood'],
    ['Steins;Gate', 'steins gate'],
    ['Ｆａｔｅ／ｚｅｒｏ', 'fate zero'],
    ['ﾅﾙﾄ', 'ナルト'],
    ['Pokémon', 'pokemon'],
    ['Ёжик в тумане', 'ежик в тумане'],
    ['Чайка Йонатан', 'чайка йонатан'],
    ['がんばれ', 'がんばれ'],
    ['パプリカ', 'パプリカ'],
    ['Hunter × Hunter', 'hunter x hunter'],
    ['Kaguya-sama wa Kokurasetai?', 'kaguya sama wa kokurasetai'],
    ["JoJo's Bizarre Adventure", 'jojos bizarre adventure'],
    ['Rock & Roll', 'rock and roll'],
    ['†', '†'],
  ])('%s is compared as %s', (name, words) => {
    expect(normaliseName(name).words).toBe(words);
  });

  test('the compact form has no spaces, so that punctuation and spaces are optional', () => {
    expect(normaliseName('One-Punch Man').compact).toBe(normaliseName('onepunchman').compact);
    expect(normaliseName('Steins;Gate').compact).toBe(normaliseName('steinsgate').compact);
  });

  test('is idempotent for every text, and never leaves a visible name without a form to compare', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        const once = normaliseName(name);
        expect(normaliseName(once.words).words).toBe(once.words);
        expect(once.words).not.toMatch(/^ | {2}| $/u);
        if (name.normalize('NFKC').trim() !== '') expect(once.compact).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('letter case and composed or decomposed writing make no difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcéñÖßЖёйがパ国 -'), minLength: 1 }), (name) => {
        expect(normaliseName(name.normalize('NFD')).words).toBe(normaliseName(name).words);
        expect(normaliseName(name.toUpperCase()).words).toBe(normaliseName(name).words);
      }),
    );
  });
});

describe('languageByScript', () => {
  test.each([
    ['進撃の巨人', 'ja'],
    ['東京喰種', null],
    ['Атака титанов', 'ru'],
    ['Атака титанів', 'uk'],
    ['Бележник на Смъртта', 'bg'],
    ['Объект', 'ru'],
    ['진격의 거인', 'ko'],
    ['Attack on Titan', null],
    ['86', null],
  ])('%s: %s', (name, language) => {
    expect(languageByScript(name)).toBe(language);
  });

  test('a Latin letter inside a Russian word is noticed', () => {
    expect(hasMixedAlphabets('Тетрадь cмерти')).toBe(true);
    expect(hasMixedAlphabets('Тетрадь смерти TV')).toBe(false);
  });
});
