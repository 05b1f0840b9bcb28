import { type Db, prepare } from '@seaworthy/platform/postgres';
import type { NameKind, RelationKind } from './contract.ts';

/** A name ready to be stored. */
export interface NameRow {
  readonly title_id: number;
  readonly name: string;
  readonly kind: NameKind;
  readonly language: string | null;
  readonly normalised: string;
  readonly compact: string;
}

const deleteNames = prepare<never>(
  'delete_names_of_source',
  'delete from title_names where title_id = any($1::integer[]) and source = $2',
);
const insertNames = prepare<never>(
  'insert_names',
  `insert into title_names (title_id, name, kind, language, normalised, compact, source)
   select title_id, name, kind, language, normalised, compact, $2 from jsonb_to_recordset($1::jsonb)
     as r (title_id integer, name text, kind text, language text, normalised text, compact text)
   on conflict (title_id, name) do update set source = excluded.source, kind = excluded.kind
   where title_names.source = 'person'`,
);

/**
 * Replaces the names that a source gave to these titles; names from elsewhere stay. A name that only a person had
 * entered becomes the source's when the source gives it as well.
 */
export async function replaceNames(
  db: Db<unknown>,
  titleIds: readonly number[],
  names: readonly NameRow[],
  source: string,
): Promise<void> {
  await deleteNames(db, [titleIds, source]);
  await addNames(db, names, source);
}

/** Adds names that the titles do not have yet; no name may come twice for a title. */
export async function addNames(db: Db<unknown>, names: readonly NameRow[], source: string): Promise<void> {
  if (names.length === 0) return;
  await insertNames(db, [JSON.stringify(names), source]);
}

const settleMain = prepare<never>(
  'settle_main_names',
  `update title_names n set kind = case when n.name = t.main_title then 'main' else 'synonym' end
   from titles t
   where t.id = n.title_id and t.id = any($1::integer[]) and (n.kind = 'main') <> (n.name = t.main_title)`,
);

/** Makes the main title, and no other name, the main one of these titles, whoever said so before. */
export async function settleMainNames(db: Db<unknown>, titleIds: readonly number[]): Promise<void> {
  await settleMain(db, [titleIds]);
}

const insertExternalIds = prepare<never>(
  'insert_external_ids',
  `insert into title_external_ids (title_id, provider, external_id, source)
   select title_id, provider, external_id, $4 from unnest($1::integer[], $2::text[], $3::text[])
     as r (title_id, provider, external_id)
   on conflict (provider, external_id) do nothing`,
);

/** Adds external ids to titles. One that belongs to a title already stays where it is. */
export async function addExternalIds(
  db: Db<unknown>,
  ids: readonly { title_id: number; provider: string; externalId: string }[],
  source: string,
): Promise<void> {
  await insertExternalIds(db, [
    ids.map((id) => id.title_id),
    ids.map((id) => id.provider),
    ids.map((id) => id.externalId),
    source,
  ]);
}

const deleteRelations = prepare<never>(
  'delete_relations_of_source',
  'delete from title_relations where title_id = any($1::integer[]) and source = $2',
);
const insertRelations = prepare<never>(
  'insert_relations',
  `insert into title_relations (title_id, provider, external_id, kind, source)
   select title_id, provider, "externalId", kind, $2 from jsonb_to_recordset($1::jsonb)
     as r (title_id integer, provider text, "externalId" text, kind text)
   on conflict (title_id, provider, external_id) do nothing`,
);

/** Replaces the relations that a source stated for these titles. */
export async function replaceRelations(
  db: Db<unknown>,
  titleIds: readonly number[],
  relations: readonly { title_id: number; provider: string; externalId: string; kind: RelationKind }[],
  source: string,
): Promise<void> {
  await deleteRelations(db, [titleIds, source]);
  await insertRelations(db, [JSON.stringify(relations), source]);
}

const upsertDescriptions = prepare<never>(
  'upsert_descriptions',
  `insert into title_descriptions (title_id, language, body, source)
   select title_id, language, body, $2 from jsonb_to_recordset($1::jsonb) as r (title_id integer, language text, body text)
   on conflict (title_id, language) do update set body = excluded.body, source = excluded.source`,
);

/** Writes descriptions; those in other languages stay. */
export async function writeDescriptions(
  db: Db<unknown>,
  descriptions: readonly { title_id: number; language: string; body: string }[],
  source: string,
): Promise<void> {
  await upsertDescriptions(db, [JSON.stringify(descriptions), source]);
}

const deleteGenres = prepare<never>(
  'delete_genres',
  'delete from title_genres where title_id = any($1::integer[])',
);
const insertGenres = prepare<never>(
  'insert_title_genres',
  `insert into title_genres (title_id, genre_id) select * from unnest($1::integer[], $2::integer[])
   on conflict do nothing`,
);

/** Replaces the genres of these titles. */
export async function replaceGenres(
  db: Db<unknown>,
  titleIds: readonly number[],
  genres: readonly { title_id: number; genre_id: number }[],
): Promise<void> {
  await deleteGenres(db, [titleIds]);
  await insertGenres(db, [genres.map((row) => row.title_id), genres.map((row) => row.genre_id)]);
}

const deleteStudios = prepare<never>(
  'delete_studios',
  'delete from title_studios where title_id = any($1::integer[])',
);
const insertStudios = prepare<never>(
  'insert_title_studios',
  `insert into title_studios (title_id, studio_id, role)
   select * from unnest($1::integer[], $2::integer[], $3::text[]) on conflict do nothing`,
);

/** Replaces the studios and producers of these titles. */
export async function replaceStudios(
  db: Db<unknown>,
  titleIds: readonly number[],
  studios: readonly { title_id: number; studio_id: number; role: string }[],
): Promise<void> {
  await deleteStudios(db, [titleIds]);
  await insertStudios(db, [
    studios.map((row) => row.title_id),
    studios.map((row) => row.studio_id),
    studios.map((row) => row.role),
  ]);
}

const upsertSources = prepare<never>(
  'upsert_title_sources',
  `insert into title_sources (title_id, source, payload_hash)
   select r.title_id, $3, r.payload_hash from unnest($1::integer[], $2::text[]) as r (title_id, payload_hash)
   on conflict (title_id, source) do update set payload_hash = excluded.payload_hash, imported_at = now()`,
);

/** Remembers what a source said of titles, so that the same again can be passed over. */
export async function rememberPayloads(
  db: Db<unknown>,
  payloads: readonly { title_id: number; hash: string }[],
  source: string,
): Promise<void> {
  await upsertSources(db, [payloads.map((row) => row.title_id), payloads.map((row) => row.hash), source]);
}
