import { getTitle } from '../../api/catalogue.ts';
import type { TitleCard } from '../../api/types.ts';

/** The name of a studio as its titles write it; undefined when none of the given ones names it. */
export async function studioName(slug: string, titles: readonly TitleCard[]): Promise<string | undefined> {
  const [first] = titles;
  if (!first) return undefined;
  const answer = await getTitle(first.slug);
  return answer.ok ? answer.data.studios.find((studio) => studio.slug === slug)?.name : undefined;
}
