import { notFound } from '@seaworthy/platform/errors';
import { titlePictureUrls } from '../share-pictures/index.ts';
import { type CardDeps, toCard } from './card.ts';
import { type RelatedTitle, relationKind, type TitleDetail } from './contract.ts';
import { PROVIDERS } from './providers.ts';
import { selectCards, selectDetail } from './queries.ts';
import type { DetailRow } from './tables.ts';

/**
 * Everything that the page of a title shows, in two statements at most. A number is an id, anything else a slug.
 *
 * @throws AppError `not_found` when no listed title has that id or slug.
 */
export async function getTitle(
  deps: CardDeps,
  input: { idOrSlug: string; adult: boolean },
): Promise<TitleDetail> {
  const row = await selectDetail(deps.db, input.idOrSlug, input.adult);
  if (row === undefined) throw notFound('There is no such title.');
  return {
    ...toCard(deps, row),
    names: [...row.names],
    descriptions: row.descriptions,
    startDate: row.start_date,
    endDate: row.end_date,
    ageRating: row.age_rating,
    scoreCount: row.score_count,
    studios: [...row.studios],
    externalLinks: linksOf(row.external_ids),
    related: await relatedCards(deps, row),
    franchise: row.franchise,
    sources: row.sources.map((source) => ({ ...source, fields: [...source.fields] })),
    sharePictures: titlePictureUrls(row),
    updatedAt: row.updated_at.toISOString(),
  };
}

async function relatedCards(deps: CardDeps, row: DetailRow): Promise<RelatedTitle[]> {
  if (row.related.length === 0) return [];
  const cards = await selectCards(
    deps.db,
    row.related.map((relation) => relation.id),
  );
  const relationOf = new Map(row.related.map((relation) => [relation.id, relationKind.parse(relation.kind)]));
  return cards.map((card) => ({
    relation: relationOf.get(card.id) ?? 'unspecified',
    title: toCard(deps, card),
  }));
}

function linksOf(externalIds: Readonly<Record<string, string>>): TitleDetail['externalLinks'] {
  return PROVIDERS.flatMap(({ name, title, pageUrl }) => {
    const id = externalIds[name];
    return id === undefined ? [] : [{ provider: name, name: title, url: pageUrl(id) }];
  });
}
