import type { Db } from '@seaworthy/platform/postgres';
import { upsertGenres } from './queries.ts';
import { type GenreEntry, genreOf } from './vocabulary.ts';

/** The ids of the genres that `words` mean, by word; missing genres are made. Words of signs only have none. */
export async function ensureGenres(
  db: Db<unknown>,
  words: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const entries = new Map<string, GenreEntry>();
  for (const word of words) {
    const entry = genreOf(word);
    if (entry !== null) entries.set(word, entry);
  }
  if (entries.size === 0) return new Map();
  const bySlug = new Map([...entries.values()].map((entry) => [entry.slug, entry]));
  const ids = await upsertGenres(db, [...bySlug.values()]);
  return new Map(
    [...entries].flatMap(([word, { slug }]) => {
      const id = ids.get(slug);
      return id === undefined ? [] : [[word, id] as const];
    }),
  );
}
