import type { CardDeps } from './card.ts';
import type { TitleFacets } from './contract.ts';
import { countFacets } from './facet-queries.ts';
import type { TitleFilter } from './filter-queries.ts';
import { selectIdsAmong } from './queries.ts';

/** The ones of these titles that a filter leaves, in the order in which they were given. One statement. */
export async function filterAmong(
  deps: CardDeps,
  ids: readonly number[],
  filter: TitleFilter,
): Promise<number[]> {
  const left = new Set(await selectIdsAmong(deps.db, { ...filter, among: ids }));
  return ids.filter((id) => left.has(id));
}

/** Counts these titles by every facet, and all that the filter leaves. One statement. */
export function countAmong(
  deps: CardDeps,
  ids: readonly number[],
  filter: TitleFilter,
): Promise<{ total: number; facets: TitleFacets }> {
  return countFacets(deps.db, { ...filter, among: ids });
}
