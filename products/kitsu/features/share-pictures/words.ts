import type { Season, TitleKind } from '../titles/contract.ts';
import type { PictureLanguage } from './contract.ts';

/** What pictures say besides names. */
interface Words {
  readonly kind: Readonly<Record<TitleKind, string>>;
  readonly season: Readonly<Record<Season, string>>;
  readonly catalogue: string;
  readonly home: string;
  readonly homeFacts: string;
  readonly titles: (count: number) => string;
  readonly episodes: (count: number) => string;
  readonly score: (score: number) => string;
}

const EN = new Intl.PluralRules('en');
const RU = new Intl.PluralRules('ru');

const en: Words = {
  kind: {
    tv: 'TV series',
    movie: 'Film',
    ova: 'OVA',
    ona: 'ONA',
    special: 'Special',
    music: 'Music',
    unknown: '',
  },
  season: { winter: 'Winter', spring: 'Spring', summer: 'Summer', fall: 'Autumn' },
  catalogue: 'Catalogue',
  home: 'An anime catalogue',
  homeFacts: 'Find anime by any of its names',
  titles: (count) => `${count.toLocaleString('en')} ${EN.select(count) === 'one' ? 'title' : 'titles'}`,
  episodes: (count) => `${count} ${EN.select(count) === 'one' ? 'episode' : 'episodes'}`,
  score: (score) => score.toFixed(2),
};

const RU_TITLES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'тайтл', few: 'тайтла' };
const RU_EPISODES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'серия', few: 'серии' };

const ru: Words = {
  kind: {
    tv: 'ТВ-сериал',
    movie: 'Фильм',
    ova: 'OVA',
    ona: 'ONA',
    special: 'Спешл',
    music: 'Клип',
    unknown: '',
  },
  season: { winter: 'Зима', spring: 'Весна', summer: 'Лето', fall: 'Осень' },
  catalogue: 'Каталог',
  home: 'Каталог аниме',
  homeFacts: 'Найдите аниме по любому из его названий',
  titles: (count) => `${count.toLocaleString('ru')} ${RU_TITLES[RU.select(count)] ?? 'тайтлов'}`,
  episodes: (count) => `${count} ${RU_EPISODES[RU.select(count)] ?? 'серий'}`,
  score: (score) => score.toFixed(2).replace('.', ','),
};

const WORDS: Readonly<Record<PictureLanguage, Words>> = { en, ru };

/** The words of pictures in a language. */
export function pictureWords(language: PictureLanguage): Words {
  return WORDS[language];
}
