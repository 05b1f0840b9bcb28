import { languageByScript, normaliseName } from '../names/index.ts';
import { PERSON } from './provenance.ts';
import type { NameRow } from './set-queries.ts';
import type { StoredTitle } from './tables.ts';

/** The columns of a title that hold names, with the language that each of them means. */
const NAME_FIELDS = {
  main_title: null,
  romaji_title: 'ja-Latn',
  english_title: 'en',
  japanese_title: 'ja',
  russian_title: 'ru',
} as const;

/** A field of a title that holds a name. */
export type NameField = keyof typeof NAME_FIELDS;

/** Whether a field of a title holds a name. */
export function isNameField(field: string): field is NameField {
  return field in NAME_FIELDS;
}

/** The names that no source stands for, since a person entered them: a title is found by these as well. */
export function personNames(title: Pick<StoredTitle, 'id' | 'provenance' | NameField>): NameRow[] {
  const rows = Object.entries(NAME_FIELDS).flatMap(([field, language]): NameRow[] => {
    const name = isNameField(field) ? title[field] : null;
    if (name === null || (title.provenance[field] ?? PERSON) !== PERSON) return [];
    const { words, compact } = normaliseName(name);
    const kind = field === 'main_title' ? 'main' : 'official';
    return [
      {
        title_id: title.id,
        name,
        kind,
        language: language ?? languageByScript(name),
        normalised: words,
        compact,
      },
    ];
  });
  return firstOfEachName(rows);
}

/** A title has each name once: what was said first of it counts. */
export function firstOfEachName<Row extends { readonly name: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.toReversed().map((row) => [row.name, row])).values()].toReversed();
}
