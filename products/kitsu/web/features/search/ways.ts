/** A way into the catalogue for who does not know what to search for. */
export interface Way {
  /** Its name among the palette's words. */
  readonly name: 'airing' | 'seasons' | 'genres' | 'random';
  /** Path without a language. */
  readonly page: string;
}

/** The ways in, in the order in which they are offered. */
export const WAYS: readonly Way[] = [
  { name: 'airing', page: '/anime?airing=true' },
  { name: 'seasons', page: '/seasons' },
  { name: 'genres', page: '/genres' },
  { name: 'random', page: '/random' },
];
