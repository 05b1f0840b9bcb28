export type Season = 'winter' | 'spring' | 'summer' | 'fall';
export type TitleKind = 'tv' | 'movie' | 'ova' | 'ona' | 'special' | 'music' | 'unknown';
export type TitleStatus = 'upcoming' | 'airing' | 'finished' | 'unknown';
export type TitleSort = 'popularity' | 'score' | 'newest' | 'title' | 'updated';
export type RelationKind =
  | 'sequel'
  | 'prequel'
  | 'side_story'
  | 'parent'
  | 'movie'
  | 'summary'
  | 'spin_off'
  | 'alternative'
  | 'other'
  | 'unspecified';
export type GenreKind = 'genre' | 'theme' | 'demographic' | 'tag';
export interface GenreRef {
  slug: string;
  kind: GenreKind;
  name: { en: string; ru: string | null };
}
export type GenreItem = GenreRef & { count: number };
export interface Poster {
  url: string;
  background: string;
  accent: string;
}
export interface DisplayTitles {
  romaji: string | null;
  english: string | null;
  japanese: string | null;
  russian: string | null;
}
export interface TitleCard {
  id: number;
  slug: string;
  title: string;
  titles: DisplayTitles;
  kind: TitleKind;
  status: TitleStatus;
  season: Season | null;
  year: number | null;
  episodeCount: number | null;
  episodeDurationMin: number | null;
  score: number | null;
  popularity: number | null;
  isAdult: boolean;
  isDemo: boolean;
  poster: Poster;
  genres: GenreRef[];
  externalIds: Record<string, string | number>;
}
export interface Counted<T> {
  value: T;
  count: number;
}
export interface TitleFacets {
  kind: Counted<TitleKind>[];
  status: Counted<TitleStatus>[];
  season: Counted<Season>[];
  year: Counted<number>[];
  genre: GenreItem[];
}
export interface TitleList {
  items: TitleCard[];
  nextCursor: string | null;
  total?: number;
  facets?: TitleFacets;
}
export interface TitleDetail extends TitleCard {
  names: { name: string; kind: 'main' | 'official' | 'synonym' | 'short'; language: string | null }[];
  descriptions: { en?: string; ru?: string };
  startDate: string | null;
  endDate: string | null;
  ageRating: 'g' | 'pg' | 'pg_13' | 'r' | 'r_plus' | 'rx' | null;
  scoreCount: number | null;
  studios: { slug: string; name: string; role: 'studio' | 'producer' }[];
  externalLinks: { provider: string; name: string; url: string }[];
  related: { relation: RelationKind; title: TitleCard }[];
  franchise: { slug: string; name: string; titleCount: number } | null;
  sources: { source: string; importedAt: string }[];
  updatedAt: string;
}
export interface StudioList {
  items: { slug: string; name: string; count: number }[];
  nextCursor: string | null;
}
export interface SeasonList {
  items: { year: number; count: number; seasons: { season: Season; count: number }[] }[];
}
export interface Franchise {
  slug: string;
  name: string;
  items: TitleCard[];
}
export type SearchHit = TitleCard & {
  matchedTitle: string;
  match: 'exact' | 'prefix' | 'word_prefix' | 'near';
};
export interface Suggestion {
  id: number;
  slug: string;
  title: string;
  titles: DisplayTitles;
  matchedTitle: string;
  kind: TitleKind;
  year: number | null;
  poster: Poster;
}
export interface TitleQuery {
  kind?: TitleKind[];
  status?: TitleStatus[];
  season?: Season[];
  yearFrom?: number;
  yearTo?: number;
  genre?: string[];
  genreNot?: string[];
  studio?: string[];
  scoreFrom?: number;
  episodesFrom?: number;
  episodesTo?: number;
  airing?: boolean;
  adult?: boolean;
  sort?: TitleSort;
  limit?: number;
  cursor?: string;
  total?: boolean;
  facets?: boolean;
}
