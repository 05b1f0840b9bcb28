import { invalidate } from '@seaworthy/platform/cache';
import { conflict, invalidInput, notFound } from '@seaworthy/platform/errors';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { normaliseName } from '../names/index.ts';
import { CATALOGUE_TAG } from './cache-tag.ts';
import { authoriseEdit, type CatalogueActor } from './policy.ts';
import { PERSON } from './provenance.ts';
import type { StatedFields } from './source-record.ts';
import type { StoredTitle } from './tables.ts';
import { lockTitles, updateTitles } from './write-queries.ts';

/** An edit by a person: new values, and fields to lock against or open to sources again. */
export interface TitleEdit {
  readonly id: number;
  /** The version that the editor saw; another one means that somebody was quicker. */
  readonly version: number;
  readonly fields?: StatedFields;
  readonly lock?: readonly string[];
  readonly unlock?: readonly string[];
}

/**
 * Changes fields of a title as a person wishes: they count as a person's from then on, and no source touches them.
 * Returns the new version.
 *
 * @throws AppError `forbidden` for a system, `not_found`, `conflict` (with the stored values of the asked-for fields)
 * when the title moved on since `version`, `invalid_input` for an empty main title.
 */
export async function editTitle(
  deps: { db: Db<unknown> },
  actor: CatalogueActor,
  edit: TitleEdit,
): Promise<{ version: number }> {
  authoriseEdit(actor);
  return inTransaction(deps.db, async (tx) => {
    const [title] = await lockTitles(tx, [edit.id]);
    if (title === undefined) throw notFound('There is no such title.');
    if (title.version !== edit.version) throw movedOn(title, edit);
    const fields = { ...title, ...edit.fields };
    if (fields.main_title.trim() === '') {
      throw invalidInput('A title needs a name.', [{ path: 'main_title', message: 'must not be empty' }]);
    }
    const edited = Object.keys(edit.fields ?? {}).map((field) => [field, PERSON]);
    const [written] = await updateTitles(tx, [
      {
        ...fields,
        title_order: normaliseName(fields.main_title).words,
        provenance: { ...title.provenance, ...Object.fromEntries(edited) },
        locked_fields: nextLocks(title, edit),
      },
    ]);
    if (written === undefined) throw notFound('There is no such title.');
    await invalidate(tx, [CATALOGUE_TAG]);
    return { version: written.version };
  });
}

function nextLocks(title: StoredTitle, edit: TitleEdit): string[] {
  const locks = new Set([...title.locked_fields, ...(edit.lock ?? [])]);
  for (const field of edit.unlock ?? []) locks.delete(field);
  return [...locks].sort();
}

function movedOn(title: StoredTitle, edit: TitleEdit) {
  const asked = new Set(Object.keys(edit.fields ?? {}));
  const stored = Object.fromEntries(Object.entries(title).filter(([field]) => asked.has(field)));
  return conflict('Somebody changed this title meanwhile. Look at both values and save again.', {
    version: title.version,
    stored,
  });
}
