import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { announceChange } from './announce-change.ts';
import { authoriseImport, type CatalogueActor } from './policy.ts';
import { isProtected, mayWrite } from './provenance.ts';
import type { StoredTitle } from './tables.ts';
import { lockSourceWriters, lockTitles, selectOwnersOfIds, updateTitles } from './write-queries.ts';

/** What a source says of a title's reception; null says nothing. */
export interface SourceScores {
  readonly externalId: string;
  readonly score: number | null;
  readonly scoreCount: number | null;
  readonly popularity: number | null;
}

/** What became of one of them. `conflicts` are fields that stayed because a person wrote or locked them. */
export interface ScoresOutcome {
  readonly outcome: 'updated' | 'unchanged' | 'unknown' | 'rejected';
  readonly reason?: string;
  readonly conflicts?: readonly string[];
}

/**
 * Writes scores and popularity into the titles that have the ids, all of them or none. A person's values and locked
 * fields stay; a title whose values are the same already is not touched. The first that is said of a title counts:
 * `taken` remembers, over the batches of one import, which titles something was said of. The outcomes are in the order
 * of the scores.
 */
export async function saveSourceScores(
  deps: { db: Db<unknown> },
  actor: CatalogueActor,
  input: { source: string; provider: string; scores: readonly SourceScores[]; taken: Set<number> },
): Promise<ScoresOutcome[]> {
  authoriseImport(actor);
  const saved = await inTransaction(deps.db, async (tx) => {
    await lockSourceWriters(tx);
    const ids = input.scores.map(({ externalId }) => ({ provider: input.provider, externalId }));
    const owners = await selectOwnersOfIds(tx, ids, input.source);
    const titleOf = new Map(owners.map((row) => [row.external_id, row.title_id]));
    const titles = new Map(
      (await lockTitles(tx, [...new Set(titleOf.values())])).map((title) => [title.id, title]),
    );
    const seen = new Set<number>();
    const changed: StoredTitle[] = [];
    const outcomes = input.scores.map((scores): ScoresOutcome => {
      const title = titles.get(titleOf.get(scores.externalId) ?? 0);
      if (title === undefined) return { outcome: 'unknown' };
      if (seen.has(title.id) || input.taken.has(title.id)) {
        return { outcome: 'rejected', reason: `an earlier line is about the same title (${title.slug})` };
      }
      seen.add(title.id);
      const { next, conflicts } = withScores(title, scores, input.source);
      if (next === null) return { outcome: 'unchanged', conflicts };
      changed.push(next);
      return { outcome: 'updated', conflicts };
    });
    if (changed.length > 0) {
      await updateTitles(tx, changed);
      await announceChange(tx, 'import');
    }
    return { outcomes, seen };
  });
  for (const id of saved.seen) input.taken.add(id);
  return saved.outcomes;
}

/** The title with the values that the source may write (null when that changes nothing), and what it may not. */
function withScores(
  title: StoredTitle,
  scores: SourceScores,
  source: string,
): { next: StoredTitle | null; conflicts: string[] } {
  const stated = { score: scores.score, score_count: scores.scoreCount, popularity: scores.popularity };
  const differing = Object.entries(stated).filter(
    ([field, value]) => value !== null && value !== title[field as keyof typeof stated],
  );
  const news = differing.filter(([field]) => mayWrite(field, source, title));
  const conflicts = differing.map(([field]) => field).filter((field) => isProtected(field, title));
  if (news.length === 0) return { next: null, conflicts };
  const provenance = {
    ...title.provenance,
    ...Object.fromEntries(news.map(([field]) => [field, source])),
  };
  return { next: { ...title, ...Object.fromEntries(news), provenance }, conflicts };
}
