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

/** A relation between two members as a source states it: the title `to_id` is the `kind` of the title `from_id`. */
export interface StatedRelation {
  readonly from_id: number;
  readonly to_id: number;
  readonly kind: string;
}

const selectStated = prepare<StatedRelation>(
  'franchise_relations',
  `select distinct r.title_id as from_id, x.title_id as to_id, r.kind
   from title_relations r join title_external_ids x on x.provider = r.provider and x.external_id = r.external_id
   where r.title_id = any($1::integer[]) and x.title_id = any($1::integer[]) and r.title_id <> x.title_id
     and r.kind not in ('other', 'unspecified')
   order by from_id, to_id, r.kind`,
);

/** What sources state about how these titles belong together; relations whose kind nobody states are left out. */
export function selectStatedRelations(db: Db<unknown>, ids: readonly number[]): Promise<StatedRelation[]> {
  return selectStated(db, [ids]);
}

const takeLock = prepare<never>(
  'lock_franchises',
  `select pg_advisory_xact_lock(hashtext('kitsu: franchises'))`,
);

/** Lets one transaction at a time derive franchises, so that each sees what the one before it wrote. */
export async function lockFranchises(db: Db<unknown>): Promise<void> {
  await takeLock(db, []);
}

const selectEdges = prepare<{ from_id: number; to_id: number }>(
  'franchise_edges',
  `select distinct r.title_id as from_id, x.title_id as to_id
   from title_relations r join title_external_ids x on x.provider = r.provider and x.external_id = r.external_id
   join titles a on a.id = r.title_id join titles b on b.id = x.title_id
   where r.kind <> 'other' and r.title_id <> x.title_id and a.is_listed and b.is_listed`,
);

/** Every stated relation between two listed titles. */
export function selectRelationEdges(db: Db<unknown>): Promise<{ from_id: number; to_id: number }[]> {
  return selectEdges(db, []);
}

/** What a title contributes to its franchise: its present one, and how much it stands for the whole. */
export interface MemberRow {
  readonly id: number;
  readonly slug: string;
  readonly main_title: string;
  readonly is_adult: boolean;
  readonly franchise_id: number | null;
  /** log10 of the audience. */
  readonly ranking: number;
  /** yyyymmdd of the first broadcast, 0 when unknown. */
  readonly aired_order: number;
}

const selectTitles = prepare<MemberRow>(
  'franchise_candidates',
  `select id, slug, main_title, is_adult, franchise_id, ranking, aired_order from titles
   where franchise_id is not null or id = any($1::integer[]) order by id`,
);

/** The titles of these ids, and all that are in a franchise now. */
export function selectCandidates(db: Db<unknown>, ids: readonly number[]): Promise<MemberRow[]> {
  return selectTitles(db, [ids]);
}

const upsert = prepare<{ id: number; slug: string; is_written: boolean }>(
  'upsert_franchises',
  `with given as (select * from unnest($1::text[], $2::text[]) as g (slug, name)),
   present as (select f.id, f.slug from franchises f join given g on g.slug = f.slug and g.name = f.name),
   written as (
     insert into franchises (slug, name) select slug, name from given g
     where not exists (select from present p where p.slug = g.slug)
     on conflict (slug) do update set name = excluded.name returning id, slug
   )
   select id, slug, false as is_written from present union all select id, slug, true from written`,
);

/** Makes or renames franchises where needed; returns their ids by slug, and whether anything had to be written. */
export async function upsertFranchises(
  db: Db<unknown>,
  franchises: readonly { slug: string; name: string }[],
): Promise<{ ids: ReadonlyMap<string, number>; isChanged: boolean }> {
  const rows = await upsert(db, [franchises.map((f) => f.slug), franchises.map((f) => f.name)]);
  return {
    ids: new Map(rows.map((row) => [row.slug, row.id])),
    isChanged: rows.some((row) => row.is_written),
  };
}

const updateMembers = prepare<never>(
  'assign_franchises',
  `with locked as materialized (
     select id from titles where id = any($1::integer[]) order by id for no key update
   )
   update titles t set franchise_id = r.franchise_id
   from locked join unnest($1::integer[], $2::integer[]) as r (id, franchise_id) using (id)
   where t.id = r.id`,
);

/**
 * Puts titles into franchises; null takes one out. Belonging to a franchise is derived: versions and dates stay. Rows
 * are locked in the order of their ids, as by every writer of titles.
 */
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
