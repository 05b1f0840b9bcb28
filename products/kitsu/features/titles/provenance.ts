/** The source that stands for what a human entered. It outranks every other. */
export const PERSON = 'person';

/** Sources from the weakest to the strongest; one that is not named ranks with the datasets. */
const WEAKEST_FIRST = ['demo', 'anime-offline-database', PERSON];
const UNNAMED_RANK = WEAKEST_FIRST.indexOf('anime-offline-database');

/** Field names as they stand in `provenance` and `locked_fields`: columns of a title, and the sets that hang on it. */
export type Provenance = Readonly<Record<string, string>>;

/**
 * Whether `source` may write `field`: never when a person wrote or locked it, else when nobody stronger did. A source
 * always may replace what it said itself.
 */
export function mayWrite(
  field: string,
  source: string,
  title: { readonly provenance: Provenance; readonly locked_fields: readonly string[] },
): boolean {
  if (title.locked_fields.includes(field)) return false;
  const present = title.provenance[field];
  return present === undefined || present === source || rankOf(source) >= rankOf(present);
}

/** Whether the field holds a person's value or is locked: then a source that says something else is in conflict. */
export function isProtected(
  field: string,
  title: { readonly provenance: Provenance; readonly locked_fields: readonly string[] },
): boolean {
  return title.locked_fields.includes(field) || title.provenance[field] === PERSON;
}

function rankOf(source: string): number {
  const rank = WEAKEST_FIRST.indexOf(source);
  return rank === -1 ? UNNAMED_RANK : rank;
}
