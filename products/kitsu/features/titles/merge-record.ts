import { isProtected, mayWrite } from './provenance.ts';
import type { SourceRecord, StatedFields } from './source-record.ts';
import type { StoredTitle, TitleFields } from './tables.ts';

/** The sets that hang on a title and are replaced as a whole. */
export const TITLE_SETS = ['names', 'descriptions', 'genres', 'studios', 'relations'] as const;
export type TitleSet = (typeof TITLE_SETS)[number];

/** What a record changes in a stored title. */
export interface Merge {
  readonly fields: Partial<TitleFields>;
  readonly sets: readonly TitleSet[];
  readonly provenance: Readonly<Record<string, string>>;
  /** Fields where the record contradicts what a person wrote or locked: kept as they are. */
  readonly conflicts: readonly string[];
}

/** Decides field by field what a source's record may change in a title. Pure: the write comes after. */
export function mergeRecord(title: StoredTitle, record: SourceRecord, source: string): Merge {
  const fields: Record<string, unknown> = {};
  const provenance: Record<string, string> = { ...title.provenance };
  const conflicts: string[] = [];
  for (const [field, value] of statedFields(record)) {
    if (value === title[field]) continue;
    if (mayWrite(field, source, title)) {
      fields[field] = value;
      provenance[field] = source;
    } else if (isProtected(field, title)) {
      conflicts.push(field);
    }
  }
  for (const [field, value] of definedEntries(record.inferred ?? {})) {
    if (title[field] !== null || !mayWrite(field, source, title)) continue;
    fields[field] = value;
    provenance[field] = source;
  }
  const sets = TITLE_SETS.filter((set) => record[set] !== undefined && mayWrite(set, source, title));
  for (const set of sets) provenance[set] = source;
  conflicts.push(...TITLE_SETS.filter((set) => record[set] !== undefined && isProtected(set, title)));
  return { fields: fields as Partial<TitleFields>, sets, provenance, conflicts };
}

/** The scalar fields that a record states, by column. */
export function statedFields(record: SourceRecord): [keyof TitleFields, unknown][] {
  return definedEntries(record.fields);
}

function definedEntries(fields: StatedFields): [keyof TitleFields, unknown][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined) as [keyof TitleFields, unknown][];
}
