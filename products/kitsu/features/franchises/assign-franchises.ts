import { invalidate } from '@seaworthy/platform/cache';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { CATALOGUE_TAG } from '../titles/index.ts';
import { connectedComponents } from './components.ts';
import {
  assignMembers,
  deleteEmptyFranchises,
  lockFranchises,
  type MemberRow,
  selectCandidates,
  selectRelationEdges,
  upsertFranchises,
} from './queries.ts';

/**
 * Derives all franchises from the stated relations of listed titles: each connected component becomes one, named and
 * addressed after the first of its best-known titles (one that is not for adults, if it has any). Run after an import. Running it
 * again changes nothing; two at once come to the same end.
 */
export async function assignFranchises(deps: { db: Db<unknown> }): Promise<{ franchiseCount: number }> {
  return inTransaction(deps.db, async (tx) => {
    await lockFranchises(tx);
    const components = connectedComponents(await selectRelationEdges(tx));
    const titles = new Map((await selectCandidates(tx, components.flat())).map((title) => [title.id, title]));
    const franchises = components.map((ids) => ({ ids, best: representativeOf(ids, titles) }));
    const { ids, isChanged } = await upsertFranchises(
      tx,
      franchises.map(({ best }) => ({ slug: best.slug, name: best.main_title })),
    );
    const wanted = new Map<number, number>();
    for (const { ids: members, best } of franchises) {
      const franchiseId = ids.get(best.slug);
      if (franchiseId === undefined) throw new Error(`The franchise ${best.slug} was not written.`);
      for (const id of members) wanted.set(id, franchiseId);
    }
    const changed = [...titles.values()]
      .map((title) => ({
        id: title.id,
        present: title.franchise_id,
        franchiseId: wanted.get(title.id) ?? null,
      }))
      .filter((member) => member.present !== member.franchiseId);
    if (changed.length > 0) await assignMembers(tx, changed);
    if (changed.length > 0 || isChanged) await invalidate(tx, [CATALOGUE_TAG]);
    await deleteEmptyFranchises(tx);
    return { franchiseCount: franchises.length };
  });
}

/** A title with a third of the largest audience is well known as well: log10(3) is about a half. */
const WELL_KNOWN_WITHIN = 0.5;

/** The first broadcast among the best-known titles: a series stands for the whole rather than its later film. */
function representativeOf(ids: readonly number[], titles: ReadonlyMap<number, MemberRow>): MemberRow {
  const members = ids.flatMap((id) => titles.get(id) ?? []);
  const shown = members.filter((title) => !title.is_adult);
  const candidates = shown.length > 0 ? shown : members;
  const highest = Math.max(...candidates.map((title) => title.ranking));
  const [first] = candidates
    .filter((title) => title.ranking >= highest - WELL_KNOWN_WITHIN)
    .toSorted((a, b) => airedOrLast(a) - airedOrLast(b) || b.ranking - a.ranking || a.id - b.id);
  if (first === undefined) throw new Error('A component without a title.');
  return first;
}

function airedOrLast(title: MemberRow): number {
  return title.aired_order === 0 ? Number.POSITIVE_INFINITY : title.aired_order;
}
