import { type Db, prepare } from '@seaworthy/platform/postgres';

const selectMembers = prepare<{ slug: string; name: string; ids: readonly number[] }>(
  'franchise_members',
  `select f.slug, f.name, array_agg(t.id order by nullif(t.aired_order, 0) nulls last, t.id) as ids
   from franchises f join titles t on t.franchise_id = f.id
   where f.slug = $1 and t.is_listed and ($2 or not t.is_adult) group by f.id`,
);

/** A franchise and the ids of its listed titles in the order of their first broadcast. */
export async function selectFranchise(db: Db<unknown>, slug: string, adult: boolean) {
  return (await selectMembers(db, [slug, adult]))[0];
}

const selectEdges = prepare<{ from_id: number; to_id: number }>(
  'franchise_edges',
  `select distinct r.title_id as from_id, x.title_id as to_id
   from title_relations r join title_external_ids x on x.provider = r.provider and x.external_id = r.external_id
   where r.kind <> 'other' and r.title_id <> x.title_id`,
);

/** Every stated relation between two titles of the catalogue. */
export function selectRelationEdges(db: Db<unknown>): Promise<{ from_id: number; to_id: number }[]> {
  return selectEdges(db, []);
}

/** What a title contributes to its franchise: its present one, and how much it stands for the whole. */
export interface MemberRow {
  readonly id: number;
  readonly slug: string;
  readonly main_title: string;
  readonly franchise_id: number | null;
  readonly ranking: number;
}

const selectTitles = prepare<MemberRow>(
  'franchise_candidates',
  `select id, slug, main_title, franchise_id, ranking from titles
   where franchise_id is not null or id = any($1::integer[]) order by id`,
);

/** The titles of these ids, and all that are in a franchise now. */
export function selectCandidates(db: Db<unknown>, ids: readonly number[]): Promise<MemberRow[]> {
  return selectTitles(db, [ids]);
}

const insertFranchises = prepare<{ id: number; slug: string }>(
  'upsert_franchises',
  `insert into franchises (slug, name) select * from unnest($1::text[], $2::text[])
   on conflict (slug) do update set name = excluded.name returning id, slug`,
);

/** Makes or renames franchises; returns their ids by slug. */
export async function upsertFranchises(
  db: Db<unknown>,
  franchises: readonly { slug: string; name: string }[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await insertFranchises(db, [franchises.map((f) => f.slug), franchises.map((f) => f.name)]);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

const updateMembers = prepare<never>(
  'assign_franchises',
  `update titles t set franchise_id = r.franchise_id
   from unnest($1::integer[], $2::integer[]) as r (id, franchise_id)
   where t.id = r.id and t.franchise_id is distinct from r.franchise_id`,
);

/** Puts titles into franchises; null takes one out. Belonging to a franchise is derived: versions and dates stay. */
export async function assignMembers(
  db: Db<unknown>,
  members: readonly { id: number; franchiseId: number | null }[],
): Promise<void> {
  await updateMembers(db, [members.map((m) => m.id), members.map((m) => m.franchiseId)]);
}

const deleteEmpty = prepare<never>(
  'delete_empty_franchises',
  'delete from franchises f where not exists (select from titles t where t.franchise_id = f.id)',
);

/** Removes franchises that no title is in. */
export async function deleteEmptyFranchises(db: Db<unknown>): Promise<void> {
  await deleteEmpty(db, []);
}
