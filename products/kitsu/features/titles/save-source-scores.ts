import { invalidate } from '@seaworthy/platform/cache';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from './cache-tag.ts';
import { authoriseImport, type CatalogueActor } from './policy.ts';
import { mayWrite } from './provenance.ts';
import type { StoredTitle } from './tables.ts';
import { lockSourceWriters, lockTitles, selectOwnersOfIds, updateTitles } from './write-queries.ts';

/** What a source says of a title's reception; null says nothing. */
export interface SourceScores {
  readonly externalId: string;
  readonly score: number | null;
  readonly scoreCount: number | null;
  readonly popularity: number | null;
}

/**
 * Writes scores and popularity into the titles that have the ids, all of them or none. A person's values and locked
 * fields stay; a title whose values are the same already is not touched.
 */
export async function saveSourceScores(
  deps: { db: Db<unknown> },
  actor: CatalogueActor,
  input: { source: string; provider: string; scores: readonly SourceScores[] },
): Promise<{ updatedCount: number; unchangedCount: number; unknownCount: number }> {
  authoriseImport(actor);
  return inTransaction(deps.db, async (tx) => {
    await lockSourceWriters(tx);
    const ids = input.scores.map(({ externalId }) => ({ provider: input.provider, externalId }));
    const owners = await selectOwnersOfIds(tx, ids, input.source);
    const titleOf = new Map(owners.map((row) => [row.external_id, row.title_id]));
    const titles = new Map(
      (await lockTitles(tx, [...new Set(titleOf.values())])).map((title) => [title.id, title]),
    );
    const changed = new Map<number, StoredTitle>();
    for (const scores of input.scores) {
      const title = titles.get(titleOf.get(scores.externalId) ?? 0);
      const next = title && withScores(changed.get(title.id) ?? title, scores, input.source);
      if (next) changed.set(next.id, next);
    }
    if (changed.size > 0) {
      await updateTitles(tx, [...changed.values()]);
      await invalidate(tx, [CATALOGUE_TAG]);
    }
    const knownCount = input.scores.filter((scores) => titleOf.has(scores.externalId)).length;
    return {
      updatedCount: changed.size,
      unchangedCount: knownCount - changed.size,
      unknownCount: input.scores.length - knownCount,
    };
  });
}

/** The title with the values that the source may write, or null when that changes nothing. */
function withScores(title: StoredTitle, scores: SourceScores, source: string): StoredTitle | null {
  const stated = { score: scores.score, score_count: scores.scoreCount, popularity: scores.popularity };
  const news = Object.entries(stated).filter(
    ([field, value]) =>
      value !== null && value !== title[field as keyof typeof stated] && mayWrite(field, source, title),
  );
  if (news.length === 0) return null;
  return {
    ...title,
    ...Object.fromEntries(news),
    provenance: { ...title.provenance, ...Object.fromEntries(news.map(([field]) => [field, source])) },
  };
}
