import type { Cache } from '@seaworthy/platform/cache';
import { notFound } from '@seaworthy/platform/errors';
import { CATALOGUE_TAG, type CardDeps, readCards } from '../titles/index.ts';
import type { SimilarTitles } from './contract.ts';
import { findSimilar, type Likeness } from './find-similar.ts';
import { selectListedId, selectTraits } from './queries.ts';
import { readIndex, writeIndex } from './trait-index.ts';

/** More than three common traits are no better reason than three. */
const SHARED_SHOWN_MAX = 3;

/**
 * The titles most like another one, with what they share. The comparison runs over an index that the cache of this process
 * keeps as it keeps answers: made from one statement, dropped when the catalogue changes, within the cache's budget. Two statements
 * besides it.
 *
 * @throws AppError `not_found` when no listed title has that id or slug.
 */
export async function listSimilar(
  deps: CardDeps & { cache: Pick<Cache, 'body'> },
  input: { idOrSlug: string; limit: number; adult: boolean },
): Promise<SimilarTitles> {
  const id = await selectListedId(deps.db, input.idOrSlug);
  if (id === undefined) throw notFound('There is no such title.');
  const { body } = await deps.cache.body('similar titles: index', [CATALOGUE_TAG], async () =>
    writeIndex(await selectTraits(deps.db)),
  );
  const found = findSimilar(readIndex(body), id, input);
  if (found.length === 0) return { items: [] };
  const cards = await readCards(
    deps,
    found.map((likeness) => likeness.id),
  );
  const likenessOf = new Map(found.map((likeness) => [likeness.id, likeness]));
  return { items: cards.flatMap((title) => withReason(title, likenessOf.get(title.id))) };
}

function withReason(
  title: SimilarTitles['items'][number]['title'],
  likeness: Likeness | undefined,
): SimilarTitles['items'] {
  if (likeness === undefined) return [];
  const shared = likeness.shared.slice(0, SHARED_SHOWN_MAX);
  return [
    {
      title,
      sharedGenres: shared.flatMap(
        ({ kind, slug }) => title.genres.find((genre) => kind === 'genre' && genre.slug === slug) ?? [],
      ),
      sharedStudios: likeness.shared.flatMap(({ kind, slug, name = slug }) =>
        kind === 'studio' ? { slug, name } : [],
      ),
    },
  ];
}
