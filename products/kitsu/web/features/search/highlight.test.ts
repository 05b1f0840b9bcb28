import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

/** The name with what was met in brackets. */
function marked(name: string, query: string): string {
  return highlight(name, query)
    .map(({ text, met }) => (met ? `[${text}]` : text))
    .join('');
}

describe('the part of a name that a query met', () => {
  it.each([
    ['Pokémon', 'pokemon', '[Pokémon]'],
    ['Pokémon', 'pokémon', '[Pokémon]'],
    ['Pokémon: The Movie', 'pokemon the', '[Pokémon: The] Movie'],
    ['Steins;Gate', 'steinsgate', '[Steins;Gate]'],
    ['Steins;Gate 0', 'steins g', '[Steins;G]ate 0'],
    ['One Punch Man', 'ONEPUNCH', '[One Punch] Man'],
    ['Shingeki no Kyojin', 'kyo', 'Shingeki no [Kyo]jin'],
    ['Ｆａｔｅ／Ｚｅｒｏ', 'fate zero', '[Ｆａｔｅ／Ｚｅｒｏ]'],
    ['Ёжик в тумане', 'ежик', '[Ёжик] в тумане'],
    ['Стальной алхимик', 'алх', 'Стальной [алх]имик'],
    ['カウボーイビバップ', 'かうぼーい', '[カウボーイ]ビバップ'],
    ['進撃の巨人', '巨人', '進撃の[巨人]'],
    ['Fullmetal Alchemist: Brotherhood', 'brotherhood alchemist', 'Fullmetal [Alchemist]: [Brotherhood]'],
  ])('in %s by %s', (name, query, expected) => {
    expect(marked(name, query)).toBe(expected);
  });

  it.each([
    ['a voiced kana is another sound', 'がんばれ', 'かん'],
    ['й is another letter than и', 'Йога', 'ио'],
    ['the middle of a word is no match', 'Naruto', 'aru'],
    ['a misspelt word is not pointed at', 'Naruto', 'nartuo'],
    ['signs alone mark nothing', 'Naruto', '!? '],
  ])('is none: %s', (_why, name, query) => {
    expect(marked(name, query)).toBe(name);
  });

  it('does not lose or double a letter, whatever is asked', () => {
    for (const query of ['a', 'é', 'e é e', 'ﬁ', '\u0301', '😀', '(.*)'])
      expect(
        highlight('Café ﬁn 😀 e\u0301tude', query)
          .map(({ text }) => text)
          .join(''),
      ).toBe('Café ﬁn 😀 e\u0301tude');
  });
});
