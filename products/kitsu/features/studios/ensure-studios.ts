import type { Db } from '@seaworthy/platform/postgres';
import { upsertStudios } from './queries.ts';
import { studioName, studioSlug } from './studio-names.ts';

/** The ids of the studios of these names, by name; missing ones are made. A name of signs only has none. */
export async function ensureStudios(
  db: Db<unknown>,
  names: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const slugs = new Map([...names].map((name) => [name, studioSlug(name)]));
  const studios = new Map(
    [...slugs].flatMap(([name, slug]) => (slug === '' ? [] : [[slug, studioName(name)] as const])),
  );
  if (studios.size === 0) return new Map();
  const ids = await upsertStudios(db, studios);
  return new Map(
    [...slugs].flatMap(([name, slug]) => {
      const id = ids.get(slug);
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}
