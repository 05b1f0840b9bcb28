import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { normaliseName } from '../names/index.ts';
import { announceChange } from './announce-change.ts';
import { type Match, matchRecords } from './match-records.ts';
import { mergeRecord, statedFields, TITLE_SETS } from './merge-record.ts';
import { personNames } from './person-names.ts';
import { authoriseImport, type CatalogueActor } from './policy.ts';
import { rememberPayloads } from './set-queries.ts';
import { giveSlugs } from './slug.ts';
import type { SourceRecord } from './source-record.ts';
import type { StoredTitle, TitleFields } from './tables.ts';
import {
  insertTitles,
  lockSourceWriters,
  lockTitles,
  type NewTitle,
  refreshProminence,
  selectTakenSlugs,
  updateTitles,
} from './write-queries.ts';
import { type SetWrite, writeSets } from './write-sets.ts';

/** What became of one record. `conflicts` are fields that stayed because a person wrote or locked them. */
export interface SaveOutcome {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly reason?: string;
  readonly conflicts?: readonly string[];
}

/**
 * Writes what a source says of titles, all of the records or none: unknown titles are created and published, known
 * ones changed in the fields that the source may write. The same record again changes nothing. A person's edits and
 * locks always stay. `taken` remembers, over the batches of one import, which titles had a record already.
 * The outcomes are in the order of the records.
 */
export async function saveSourceRecords(
  deps: { db: Db<unknown> },
  actor: CatalogueActor,
  input: { source: string; records: readonly SourceRecord[]; taken: Set<number> },
): Promise<SaveOutcome[]> {
  authoriseImport(actor);
  const { source, records } = input;
  const saved = await inTransaction(deps.db, async (tx) => {
    await lockSourceWriters(tx);
    const matches = await matchRecords(tx, records, source, input.taken);
    const created = await createTitles(tx, matches, source);
    const changed = await changeTitles(tx, matches, source);
    const writes = [...created, ...changed.writes];
    if (writes.length > 0) {
      await writeSets(tx, writes, source);
      await refreshProminence(
        tx,
        writes.map((write) => write.titleId),
      );
    }
    await rememberPayloads(
      tx,
      [...created, ...changed.remembered].map((row) => ({ title_id: row.titleId, hash: row.hash })),
      source,
    );
    if (writes.length > 0) await announceChange(tx, 'import');
    return {
      outcomes: matches.map((match) => outcomeOf(match, changed.conflicts)),
      titleIds: [...created.map((write) => write.titleId), ...matches.flatMap(knownTitle)],
    };
  });
  for (const id of saved.titleIds) input.taken.add(id);
  return saved.outcomes;
}

async function createTitles(
  tx: Db<unknown>,
  matches: readonly Match[],
  source: string,
): Promise<(SetWrite & { hash: string })[]> {
  const fresh = matches.filter((match) => match.outcome === 'new');
  if (fresh.length === 0) return [];
  const slugs = await giveSlugs(
    fresh.map((match) => match.record),
    (candidates) => selectTakenSlugs(tx, candidates),
  );
  const bySlug = new Map(
    fresh.flatMap((match, index) => {
      const slug = slugs[index];
      return slug === undefined ? [] : [[slug, match] as const];
    }),
  );
  const ids = await insertTitles(
    tx,
    [...bySlug].map(([slug, match]) => newTitle(slug, match.record, source)),
  );
  return [...bySlug].map(([slug, { record, hash }]) => {
    const titleId = ids.get(slug);
    if (titleId === undefined) throw new Error(`The title ${slug} was not inserted.`);
    return { titleId, record, hash, sets: TITLE_SETS.filter((set) => record[set] !== undefined) };
  });
}

function newTitle(slug: string, record: SourceRecord, source: string): NewTitle {
  const stated = [...Object.entries(record.inferred ?? {}), ...statedFields(record)].filter(
    ([, value]) => value != null,
  );
  const sets = TITLE_SETS.filter((set) => record[set] !== undefined);
  return {
    ...EMPTY_FIELDS,
    ...Object.fromEntries(stated),
    main_title: record.fields.main_title,
    title_order: normaliseName(record.fields.main_title).words,
    slug,
    state: 'published',
    is_demo: source === 'demo',
    id_count: record.externalIds.length,
    name_count: record.names?.length ?? 0,
    relation_count: record.relations?.length ?? 0,
    provenance: Object.fromEntries(
      [...stated.map(([field]) => field), ...sets].map((field) => [field, source]),
    ),
  };
}

const EMPTY_FIELDS: TitleFields = {
  main_title: '',
  romaji_title: null,
  english_title: null,
  japanese_title: null,
  russian_title: null,
  title_order: '',
  kind: 'unknown',
  status: 'unknown',
  season: null,
  year: null,
  start_date: null,
  end_date: null,
  episode_count: null,
  episode_duration_s: null,
  age_rating: null,
  is_adult: false,
  score: null,
  score_count: null,
  popularity: null,
  poster_picture_url: null,
};

async function changeTitles(tx: Db<unknown>, matches: readonly Match[], source: string) {
  const changed = matches.filter((match) => match.outcome === 'changed');
  const stored = new Map<number, StoredTitle>();
  if (changed.length > 0) {
    for (const title of await lockTitles(
      tx,
      changed.map((match) => match.titleId),
    ))
      stored.set(title.id, title);
  }
  const conflicts = new Map<number, readonly string[]>();
  const writes: SetWrite[] = [];
  const rows = changed.flatMap(({ titleId, record }) => {
    const title = stored.get(titleId);
    if (title === undefined) return [];
    const merge = mergeRecord(title, record, source);
    conflicts.set(titleId, merge.conflicts);
    const fields = { ...title, ...merge.fields, provenance: merge.provenance };
    writes.push({ titleId, record, sets: merge.sets, personNames: personNames(fields) });
    return [
      {
        ...fields,
        title_order: normaliseName(fields.main_title).words,
        is_demo: title.is_demo && source === 'demo',
      },
    ];
  });
  if (rows.length > 0) await updateTitles(tx, rows);
  return { writes, conflicts, remembered: changed };
}

function knownTitle(match: Match): number[] {
  return match.outcome === 'changed' || match.outcome === 'unchanged' ? [match.titleId] : [];
}

function outcomeOf(match: Match, conflicts: ReadonlyMap<number, readonly string[]>): SaveOutcome {
  if (match.outcome === 'new') return { outcome: 'created' };
  if (match.outcome === 'rejected') return { outcome: 'rejected', reason: match.reason };
  if (match.outcome === 'unchanged') return { outcome: 'unchanged' };
  return { outcome: 'updated', conflicts: conflicts.get(match.titleId) ?? [] };
}
