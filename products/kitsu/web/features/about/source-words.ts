import type { Locale } from '../../i18n/locale.ts';

type FieldWord = keyof Locale['words']['titlePage']['provenance']['fields'];

/** Stored fields by the word that people know them by. Fields that are not named are derived and not told. */
const WORD_OF: Readonly<Record<string, FieldWord>> = {
  names: 'names',
  main_title: 'names',
  romaji_title: 'names',
  english_title: 'names',
  japanese_title: 'names',
  russian_title: 'names',
  kind: 'kind',
  status: 'status',
  season: 'dates',
  year: 'dates',
  start_date: 'dates',
  end_date: 'dates',
  episode_count: 'episodes',
  episode_duration_s: 'episodes',
  age_rating: 'rating',
  is_adult: 'rating',
  score: 'score',
  score_count: 'score',
  popularity: 'popularity',
  genres: 'genres',
  studios: 'studios',
  relations: 'relations',
  descriptions: 'descriptions',
};

/** What a source is called; one that is not known by name is called as it calls itself. */
export function sourceName(locale: Locale, source: string): string {
  const names: Readonly<Record<string, string>> = locale.words.titlePage.provenance.names;
  return names[source] ?? source;
}

/** The words for stored fields, each once. */
export function fieldNames(locale: Locale, fields: readonly string[]): string[] {
  const words = locale.words.titlePage.provenance.fields;
  const order = Object.keys(words) as FieldWord[];
  const meant = new Set(fields.flatMap((field) => WORD_OF[field] ?? []));
  return order.filter((word) => meant.has(word)).map((word) => words[word]);
}
