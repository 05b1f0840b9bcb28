import type { Db } from '@seaworthy/platform/postgres';
import type { CatalogueFacts } from './contract.ts';
import { selectCatalogueCounts, selectSources } from './queries.ts';

/** Of how many listed titles the catalogue knows what, and from whom. Two statements; both read every title. */
export async function getCatalogueFacts(deps: { db: Db<unknown> }): Promise<CatalogueFacts> {
  const counts = await selectCatalogueCounts(deps.db);
  if (counts === undefined) throw new Error('An aggregate without a row.');
  return { ...counts, sources: await selectSources(deps.db) };
}
