import slugify from '@sindresorhus/slugify';
import type { SourceRecord } from './source-record.ts';

const SLUG_MAX = 80;
/** Words that stand where a slug would stand in an address. */
const RESERVED = new Set(['random', 'new', 'facets']);

/**
 * Slugs for a new title, the nicest first; the last one holds an external id, so that no other title can have it.
 * A slug is given once and never changes, since addresses out there point at it.
 */
export function slugCandidates(record: SourceRecord): readonly string[] {
  const [firstId] = record.externalIds;
  const unique = slugify(`${firstId?.provider ?? 'title'} ${firstId?.externalId ?? ''}`);
  const base = slugify(record.fields.main_title, { preserveCharacters: [] })
    .slice(0, SLUG_MAX)
    .replace(/-+$/, '');
  if (base === '') return [unique];
  const year = record.fields.year;
  const kind = record.fields.kind;
  return [
    ...(RESERVED.has(base) || /^\d+$/.test(base) ? [] : [base]),
    ...(year ? [`${base}-${year}`] : []),
    ...(kind && kind !== 'unknown' ? [`${base}-${kind}`] : []),
    `${base}-${unique}`,
  ];
}
