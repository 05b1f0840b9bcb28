import { describe, expect, it } from 'vitest';
import type { Language } from '../../i18n/languages.ts';
import { chosenTitles, TITLE_LANGUAGES, type TitleLanguage } from '../../i18n/title-languages.ts';
import { displayNames } from './names.ts';

const NONE = { romaji: null, english: null, japanese: null, russian: null };

const reader = (language: Language, titles: TitleLanguage) => ({ language, titles });
const texts = (card: Parameters<typeof displayNames>[0], language: Language, titles: TitleLanguage) => {
  const { first, second } = displayNames(card, reader(language, titles));
  return [first.text, second?.text];
};

describe('the names a card shows', () => {
  const titles = {
    romaji: 'Shingeki no Kyojin',
    english: 'Attack on Titan',
    japanese: '進撃の巨人',
    russian: 'Атака титанов',
  };
  const card = { title: 'Shingeki no Kyojin', titles };

  it('begin with the name in the chosen language and keep the main name below, each in its language', () => {
    expect(displayNames(card, reader('en', 'english'))).toEqual({
      first: { text: 'Attack on Titan', lang: 'en' },
      second: { text: 'Shingeki no Kyojin', lang: 'ja-Latn' },
    });
    expect(displayNames(card, reader('en', 'russian')).first).toEqual({ text: 'Атака титанов', lang: 'ru' });
    expect(displayNames(card, reader('ru', 'japanese')).first).toEqual({ text: '進撃の巨人', lang: 'ja' });
  });

  it('explain a main name in the language of the interface, else in English', () => {
    expect(texts(card, 'en', 'romaji')).toEqual(['Shingeki no Kyojin', 'Attack on Titan']);
    expect(texts(card, 'ru', 'romaji')).toEqual(['Shingeki no Kyojin', 'Атака титанов']);
    const untranslated = { ...card, titles: { ...titles, russian: null } };
    expect(texts(untranslated, 'ru', 'russian')).toEqual(['Shingeki no Kyojin', 'Attack on Titan']);
  });

  it('fall back to the main name, which alone stands where there is no other', () => {
    for (const language of TITLE_LANGUAGES) {
      expect(displayNames({ title: 'Mushishi', titles: NONE }, reader('ru', language))).toEqual({
        first: { text: 'Mushishi', lang: undefined },
        second: undefined,
      });
    }
  });

  it('do not say the same thing twice in another spelling', () => {
    const naruto = { title: 'NARUTO', titles: { ...NONE, english: 'Naruto', japanese: 'ナルト' } };
    expect(texts(naruto, 'en', 'english')).toEqual(['NARUTO', undefined]);
    expect(texts(naruto, 'en', 'japanese')).toEqual(['ナルト', 'NARUTO']);
  });

  it('read a name that is both romaji and English as English', () => {
    const bebop = {
      title: 'Cowboy Bebop',
      titles: { ...NONE, romaji: 'Cowboy Bebop', english: 'Cowboy Bebop' },
    };
    expect(displayNames(bebop, reader('en', 'romaji')).first.lang).toBe('en');
  });
});

describe('the chosen language of titles', () => {
  it('is read from the cookie among others', () => {
    expect(chosenTitles('a=1; titles=japanese; b=2')).toBe('japanese');
    expect(chosenTitles('titles=romaji')).toBe('romaji');
  });

  it.each([undefined, '', 'titles=klingon', 'subtitles=romaji', 'titles=romaji2', 'titles='])(
    "is nobody's in %j",
    (cookies) => {
      expect(chosenTitles(cookies)).toBeUndefined();
    },
  );
});
