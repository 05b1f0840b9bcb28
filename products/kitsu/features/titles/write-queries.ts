import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { ExternalId, StoredTitle, TitleFields } from './tables.ts';

/** The columns of a title that writers set, with their types for jsonb_to_recordset. */
const FIELD_TYPES: Readonly<Record<keyof TitleFields, string>> = {
  main_title: 'text',
  romaji_title: 'text',
  english_title: 'text',
  japanese_title: 'text',
  russian_title: 'text',
  title_order: 'text',
  kind: 'text',
  status: 'text',
  season: 'text',
  year: 'smallint',
  start_date: 'date',
  end_date: 'date',
  episode_count: 'integer',
  episode_duration_s: 'integer',
  age_rating: 'text',
  is_adult: 'boolean',
  score: 'numeric',
  score_count: 'integer',
  popularity: 'integer',
  poster_picture_url: 'text',
};
const FIELDS = Object.keys(FIELD_TYPES);
const TYPED_FIELDS = Object.entries(FIELD_TYPES)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

/** A title to be made. */
export interface NewTitle extends TitleFields {
  readonly slug: string;
  readonly state: string;
  readonly is_demo: boolean;
  readonly provenance: Readonly<Record<string, string>>;
  /** What its record states of it, to estimate its prominence by; {@link refreshProminence} goes by what is stored. */
  readonly id_count: number;
  readonly name_count: number;
  readonly relation_count: number;
}

/** A title's fields as they shall be; `locked_fields` included, since editing may change them. */
export interface ChangedTitle extends TitleFields {
  readonly id: number;
  readonly is_demo: boolean;
  readonly provenance: Readonly<Record<string, string>>;
  readonly locked_fields: readonly string[];
}

const takeWriterLock = prepare<never>(
  'lock_source_writers',
  `select pg_advisory_xact_lock(hashtext('kitsu: source records'))`,
);

/**
 * Lets one transaction at a time write what sources say. Two at once could each create the same unknown title; no
 * constraint can see that before the ids are in.
 */
export async function lockSourceWriters(db: Db<unknown>): Promise<void> {
  await takeWriterLock(db, []);
}

const selectOwners = prepare<{
  provider: string;
  external_id: string;
  title_id: number;
  payload_hash: string | null;
}>(
  'owners_of_external_ids',
  `select x.provider, x.external_id, x.title_id, s.payload_hash
   from unnest($1::text[], $2::text[]) as asked (provider, external_id)
   join title_external_ids x using (provider, external_id)
   left join title_sources s on s.title_id = x.title_id and s.source = $3`,
);

/** Which titles own the external ids, and what the source last said of them. */
export function selectOwnersOfIds(db: Db<unknown>, ids: readonly ExternalId[], source: string) {
  return selectOwners(db, [ids.map((id) => id.provider), ids.map((id) => id.externalId), source]);
}

const STORED_COLUMNS = `t.id, t.slug, t.state, t.version, t.is_demo, t.provenance, t.locked_fields,
  ${FIELDS.map((field) => (field === 'score' ? 't.score::double precision as score' : `t.${field}`)).join(', ')}`;

const selectForUpdate = prepare<StoredTitle>(
  'titles_for_update',
  `select ${STORED_COLUMNS} from titles t where t.id = any($1::integer[]) order by t.id for no key update`,
);

/** Titles with their rows locked until the transaction ends, always in the order of their ids so that writers never deadlock. */
export function lockTitles(db: Db<unknown>, ids: readonly number[]): Promise<StoredTitle[]> {
  return selectForUpdate(db, [ids]);
}

const selectSlugs = prepare<{ slug: string }>(
  'taken_slugs',
  'select slug from titles where slug = any($1::text[])',
);

/** The ones of these slugs that are taken. */
export async function selectTakenSlugs(db: Db<unknown>, slugs: readonly string[]): Promise<Set<string>> {
  return new Set((await selectSlugs(db, [slugs])).map((row) => row.slug));
}

/** Prominence of three counts, as SQL: how many sites keep a page for a title, its names, the relations it states. */
function prominenceOf(ids: string, names: string, relations: string): string {
  // A logarithm of double precision takes a fiftieth of the time of an exact one.
  return `(2.0 + 0.02 * ${ids} + 0.55 * ln((1 + ${names})::float8) + 0.20 * ln((1 + ${relations})::float8))`;
}

const insert = prepare<{ id: number; slug: string }>(
  'insert_titles',
  `insert into titles (slug, state, is_demo, provenance, prominence, ${FIELDS.join(', ')})
   select slug, state, is_demo, provenance, ${prominenceOf('id_count', 'name_count', 'relation_count')}, ${FIELDS.join(', ')}
   from jsonb_to_recordset($1::jsonb) as r (slug text, state text, is_demo boolean, provenance jsonb,
     id_count bigint, name_count bigint, relation_count bigint, ${TYPED_FIELDS})
   returning id, slug`,
);

/** Makes titles; returns their ids by slug. */
export async function insertTitles(
  db: Db<unknown>,
  titles: readonly NewTitle[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await insert(db, [JSON.stringify(titles)]);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

const update = prepare<{ id: number; version: number }>(
  'update_titles',
  `update titles t set version = t.version + 1, updated_at = now(), is_demo = r.is_demo, provenance = r.provenance,
     locked_fields = r.locked_fields, ${FIELDS.map((field) => `${field} = r.${field}`).join(', ')}
   from jsonb_to_recordset($1::jsonb)
     as r (id integer, is_demo boolean, provenance jsonb, locked_fields text[], ${TYPED_FIELDS})
   where t.id = r.id returning t.id, t.version`,
);

/** Writes all fields of titles that {@link lockTitles} has locked; each gets its next version, which is returned. */
export function updateTitles(
  db: Db<unknown>,
  titles: readonly ChangedTitle[],
): Promise<{ id: number; version: number }[]> {
  return update(db, [JSON.stringify(titles)]);
}

const updateProminence = prepare<never>(
  'update_prominence',
  `update titles t set prominence = estimate.prominence
   from unnest($1::integer[]) as asked (id)
   cross join lateral (select ${prominenceOf(
     '(select count(*) from title_external_ids x where x.title_id = asked.id)',
     '(select count(*) from title_names n where n.title_id = asked.id)',
     '(select count(*) from title_relations r where r.title_id = asked.id)',
   )} as prominence) as estimate
   where t.id = any($1::integer[]) and t.id = asked.id and t.prominence <> estimate.prominence`,
);

/**
 * Estimates how well known titles are, as log10 of their audience, from how many sites keep a page for them, how many
 * names they have and how many relations: fitted on titles whose audience is known, see decisions/0006. A title whose
 * estimate stands is not written.
 */
export async function refreshProminence(db: Db<unknown>, ids: readonly number[]): Promise<void> {
  await updateProminence(db, [ids]);
}
