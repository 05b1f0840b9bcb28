import slugify from '@sindresorhus/slugify';
import type { SourceRecord } from './source-record.ts';

const SLUG_MAX = 80;
/** Words that stand where a slug would stand in an address. */
const RESERVED = new Set(['random', 'new', 'facets']);

/**
 * A slug for each new title, the nicest that is free. A slug is given once and never changes, since addresses out there
 * point at it. `takenOf` tells which ones of some slugs other titles have.
 */
export async function giveSlugs(
  records: readonly SourceRecord[],
  takenOf: (slugs: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  const candidates = records.map(slugCandidates);
  const used = new Set(await takenOf(candidates.flatMap(({ nice, sure }) => [...nice, sure])));
  const slugs: string[] = [];
  for (const { nice, sure } of candidates) {
    let slug = [...nice, sure].find((candidate) => !used.has(candidate));
    // The sure one is free unless another title is called like it.
    for (let number = 2; slug === undefined; number += 1) {
      const numbered = `${sure}-${number}`;
      if (!used.has(numbered) && !(await takenOf([numbered])).has(numbered)) slug = numbered;
    }
    used.add(slug);
    slugs.push(slug);
  }
  return slugs;
}

/** Slugs for a new title, the nicest first; the sure one holds an external id. */
function slugCandidates(record: SourceRecord): { nice: readonly string[]; sure: string } {
  const [firstId] = record.externalIds;
  const unique = slugify(`${firstId?.provider ?? 'title'} ${firstId?.externalId ?? ''}`);
  const base = slugify(record.fields.main_title, { preserveCharacters: [] })
    .slice(0, SLUG_MAX)
    .replace(/-+$/, '');
  const wished = record.slug === undefined ? [] : [record.slug];
  if (base === '') return { nice: wished, sure: unique };
  const { year, kind } = record.fields;
  return {
    nice: [
      ...wished,
      ...(RESERVED.has(base) || /^\d+$/.test(base) ? [] : [base]),
      ...(year ? [`${base}-${year}`] : []),
      ...(kind && kind !== 'unknown' ? [`${base}-${kind}`] : []),
    ],
    sure: `${base}-${unique}`,
  };
}
