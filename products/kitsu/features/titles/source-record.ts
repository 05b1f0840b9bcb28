import { createHash } from 'node:crypto';
import type { NameKind, RelationKind } from './contract.ts';
import type { ExternalId, TitleFields } from './tables.ts';

/** A name as a source states it; a null language means that neither the source nor the script tells. */
export interface SourceName {
  readonly name: string;
  readonly kind: NameKind;
  readonly language: string | null;
}

/** The scalar fields a source may state. One that is left out says nothing; null says "there is none". */
export type StatedFields = Partial<Omit<TitleFields, 'title_order'>>;

/**
 * What one source says of one title, in our terms. At least one external id names the title. A set that is left out
 * is not stated; an empty one says that there are none.
 */
export interface SourceRecord {
  readonly fields: StatedFields & { readonly main_title: string };
  /** Values that were inferred rather than stated: they fill a field that is empty and never replace anything. */
  readonly inferred?: StatedFields;
  readonly externalIds: readonly ExternalId[];
  /** The slug that a new title should have if it is free; else one is made of its name. */
  readonly slug?: string;
  readonly names?: readonly SourceName[];
  readonly descriptions?: Readonly<Record<string, string>>;
  readonly genres?: readonly string[];
  readonly studios?: readonly { readonly name: string; readonly role: 'studio' | 'producer' }[];
  readonly relations?: readonly (ExternalId & { readonly kind: RelationKind })[];
}

/** Changes when records are written in another way, so that unchanged files are applied once more. */
const FORMAT_VERSION = 2;

/** The same for equal records, so that a repeated import can pass over what it has already written. */
export function hashRecord(record: SourceRecord): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT_VERSION, record]))
    .digest('base64url');
}
