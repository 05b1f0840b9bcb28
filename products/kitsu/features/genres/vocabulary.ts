import type { GenreRef } from '../titles/contract.ts';

type Kind = GenreRef['kind'];
type Entry = readonly [slug: string, kind: Kind, en: string, ru: string, ...aliases: string[]];

/** The genres, themes and demographics we know by name in both languages, with what sources call them otherwise. */
const ENTRIES: readonly Entry[] = [
  ['action', 'genre', 'Action', 'Экшен', 'action-and-adventure', 'action-adventure'],
  ['adventure', 'genre', 'Adventure', 'Приключения'],
  ['comedy', 'genre', 'Comedy', 'Комедия', 'gag-humor'],
  ['drama', 'genre', 'Drama', 'Драма', 'tragedy'],
  ['fantasy', 'genre', 'Fantasy', 'Фэнтези', 'urban-fantasy'],
  ['horror', 'genre', 'Horror', 'Ужасы'],
  ['mystery', 'genre', 'Mystery', 'Детектив'],
  ['romance', 'genre', 'Romance', 'Романтика'],
  ['sci-fi', 'genre', 'Science fiction', 'Фантастика', 'science-fiction', 'sci-fi-and-fantasy'],
  ['slice-of-life', 'genre', 'Slice of life', 'Повседневность'],
  ['sports', 'genre', 'Sports', 'Спорт', 'sport'],
  ['supernatural', 'genre', 'Supernatural', 'Сверхъестественное'],
  ['thriller', 'genre', 'Thriller', 'Триллер', 'suspense'],
  ['avant-garde', 'genre', 'Avant-garde', 'Авангард', 'dementia'],
  ['gourmet', 'genre', 'Gourmet', 'Еда', 'food'],
  ['ecchi', 'genre', 'Ecchi', 'Этти'],
  ['boys-love', 'genre', 'Boys’ love', 'Сёнэн-ай', 'shounen-ai', 'yaoi'],
  ['girls-love', 'genre', 'Girls’ love', 'Сёдзё-ай', 'shoujo-ai', 'yuri'],
  ['hentai', 'genre', 'Hentai', 'Хентай'],
  ['erotica', 'genre', 'Erotica', 'Эротика'],
  ['cars', 'theme', 'Cars', 'Машины', 'racing'],
  ['crime', 'theme', 'Crime', 'Криминал'],
  ['demons', 'theme', 'Demons', 'Демоны'],
  ['educational', 'theme', 'Educational', 'Образовательное'],
  ['family', 'theme', 'Family', 'Семья'],
  ['friendship', 'theme', 'Friendship', 'Дружба'],
  ['game', 'theme', 'Games', 'Игры', 'strategy-game'],
  ['harem', 'theme', 'Harem', 'Гарем', 'reverse-harem'],
  ['historical', 'theme', 'Historical', 'Исторический', 'history'],
  ['idols', 'theme', 'Idols', 'Идолы', 'idols-female', 'idols-male'],
  ['isekai', 'theme', 'Isekai', 'Исэкай', 'reincarnation'],
  ['iyashikei', 'theme', 'Iyashikei', 'Иясикэй'],
  ['magic', 'theme', 'Magic', 'Магия'],
  ['mahou-shoujo', 'theme', 'Magical girls', 'Девочки-волшебницы'],
  ['martial-arts', 'theme', 'Martial arts', 'Боевые искусства'],
  ['mecha', 'theme', 'Mecha', 'Меха'],
  ['military', 'theme', 'Military', 'Военное', 'war', 'war-and-politics'],
  ['music', 'theme', 'Music', 'Музыка'],
  ['mythology', 'theme', 'Mythology', 'Мифология'],
  ['parody', 'theme', 'Parody', 'Пародия'],
  ['police', 'theme', 'Police', 'Полиция'],
  ['psychological', 'theme', 'Psychological', 'Психологическое'],
  ['samurai', 'theme', 'Samurai', 'Самураи'],
  ['school', 'theme', 'School', 'Школа'],
  ['space', 'theme', 'Space', 'Космос'],
  ['super-power', 'theme', 'Superpowers', 'Суперсила'],
  ['time-travel', 'theme', 'Time travel', 'Путешествие во времени'],
  ['vampire', 'theme', 'Vampires', 'Вампиры'],
  ['workplace', 'theme', 'Workplace', 'Работа'],
  ['zombies', 'theme', 'Zombies', 'Зомби'],
  ['josei', 'demographic', 'Josei', 'Дзёсэй'],
  ['kids', 'demographic', 'Kids', 'Детское'],
  ['seinen', 'demographic', 'Seinen', 'Сэйнэн'],
  ['shoujo', 'demographic', 'Shoujo', 'Сёдзё'],
  ['shounen', 'demographic', 'Shounen', 'Сёнэн'],
];

/** A genre as it is stored: known ones are named in both languages, others as the source calls them. */
export interface GenreEntry {
  readonly slug: string;
  readonly kind: Kind;
  readonly nameEn: string;
  readonly nameRu: string | null;
}

const BY_SLUG: ReadonlyMap<string, GenreEntry> = new Map(
  ENTRIES.flatMap(([slug, kind, nameEn, nameRu, ...aliases]) =>
    [slug, ...aliases].map((key) => [key, { slug, kind, nameEn, nameRu }] as const),
  ),
);

/** Genres that only titles for adults have. */
export const ADULT_GENRES: ReadonlySet<string> = new Set(['hentai', 'erotica']);

/** The genre that a source's word means; a word we do not know becomes a tag of its own. Null for a word of signs only. */
export function genreOf(word: string): GenreEntry | null {
  const slug = word
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug === '') return null;
  return BY_SLUG.get(slug) ?? { slug, kind: 'tag', nameEn: capitalise(word.trim()), nameRu: null };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
