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
 * addressed after its best-known title (one that is not for adults, if it has any). Run after an import. Running it
 * again changes nothing; two at once come to the same end.
 */
export async function assignFranchises(deps: { db: Db<unknown> }): Promise<{ franchiseCount: number }> {
  return inTransaction(deps.db, async (tx) => {
    await lockFranchises(tx);
    const components = connectedComponents(await selectRelationEdges(tx));
    const titles = new Map((await selectCandidates(tx, components.flat())).map((title) => [title.id, title]));
    const franchises = components.map((ids) => ({ ids, best: bestKnown(ids, titles) }));
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

function bestKnown(ids: readonly number[], titles: ReadonlyMap<number, MemberRow>): MemberRow {
  const members = ids.flatMap((id) => titles.get(id) ?? []);
  const shown = members.filter((title) => !title.is_adult);
  const [first, ...others] = shown.length > 0 ? shown : members;
  if (first === undefined) throw new Error('A component without a title.');
  return others.reduce((best, title) => (title.ranking > best.ranking ? title : best), first);
}
