import { getTitle } from '../../api/catalogue.ts';
import type { TitleCard } from '../../api/types.ts';

/**
 * The names of studios as the first of their titles writes them, by slug. Lists name no studios, so this asks for one
 * title; studios that it does not name are left out.
 */
export async function studioNames(
  slugs: readonly string[],
  titles: readonly TitleCard[],
): Promise<ReadonlyMap<string, string>> {
  const [first] = titles;
  if (!first || slugs.length === 0) return new Map();
  const answer = await getTitle(first.slug);
  const studios = answer.ok ? answer.data.studios : [];
  return new Map(studios.filter(({ slug }) => slugs.includes(slug)).map(({ slug, name }) => [slug, name]));
}
