/** What a visitor does next, and how often of a hundred times. */
export const MIX = {
  home: 8,
  catalogue: 22,
  title: 38,
  search: 10,
  typing: 12,
  list: 10,
} as const;

/** One of the things that visitors do. */
export type Act = keyof typeof MIX;

/** Between two acts a visitor reads: exponential, this long on average, at most five times that. */
export const THINK_MEAN_MS = 3_000;

/** Titles that are asked for, by a Zipf distribution: the n-th best known 1/n as often as the first. */
export const TITLES_MAX = 2_000;

/** Half of all pages are reached by a link of the site: Next's router then asks for a flight instead of a page. */
export const BY_LINK = 0.5;

/** Posters that a page brings into view and that are not in the visitor's browser yet. */
export const POSTERS_PER_PAGE = 4;

/** A key press. A suggestion is asked for after each, as the search box does. */
export const KEY_PRESS_MS = 180;

/** What is there to be asked for, read from the API before the load begins. */
export interface Supply {
  /** Best known first. */
  readonly slugs: readonly string[];
  readonly posters: readonly string[];
  readonly genres: readonly string[];
  readonly queries: readonly string[];
}

/** Addresses of filtered catalogues as people put them together. */
export function catalogueQuery(random: () => number, { genres }: Supply): string {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)];
  const filters = [
    '',
    `?genre=${pick(genres)}`,
    `?kind=${pick(['tv', 'movie', 'ova'])}`,
    `?genre=${pick(genres)}&kind=${pick(['tv', 'movie'])}`,
    `?yearFrom=${1990 + Math.floor(random() * 30)}`,
    `?sort=${pick(['score', 'newest', 'title'])}&genre=${pick(genres)}`,
  ];
  return pick(filters) ?? '';
}
