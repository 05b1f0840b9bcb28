import { describe, expect, it } from 'vitest';
import { displayNames } from './names.ts';

const NONE = { romaji: null, english: null, japanese: null, russian: null };

describe('the names a card shows', () => {
  const titles = {
    ...NONE,
    romaji: 'Shingeki no Kyojin',
    english: 'Attack on Titan',
    russian: 'Атака титанов',
  };
  const card = { title: 'Shingeki no Kyojin', titles };

  it('begin with the name in the language of the interface and keep the main name below', () => {
    expect(displayNames(card, 'en')).toEqual({
      first: { text: 'Attack on Titan', lang: 'en' },
      second: { text: 'Shingeki no Kyojin', lang: 'ja-Latn' },
    });
    expect(displayNames(card, 'ru').first).toEqual({ text: 'Атака титанов', lang: 'ru' });
  });

  it('are the main name alone when there is no other', () => {
    expect(displayNames({ title: 'Mushishi', titles: NONE }, 'ru')).toEqual({
      first: { text: 'Mushishi', lang: undefined },
      second: undefined,
    });
  });

  it('do not say the same thing twice in another spelling', () => {
    const naruto = { title: 'NARUTO', titles: { ...NONE, english: 'Naruto' } };
    expect(displayNames(naruto, 'en').second).toBeUndefined();
  });
});
