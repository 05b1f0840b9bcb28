import type { AuditFields, Trail } from '@seaworthy/platform/audit-trail';
import { conflict, invalidInput, notFound } from '@seaworthy/platform/errors';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { KITSU_ACTIONS } from '../audit-trail/index.ts';
import { nameProblem, normaliseName } from '../names/index.ts';
import { announceChange } from './announce-change.ts';
import { isNameField, personNames } from './person-names.ts';
import { authoriseEdit, type CatalogueActor } from './policy.ts';
import { PERSON } from './provenance.ts';
import { replaceNames, settleMainNames } from './set-queries.ts';
import type { StatedFields } from './source-record.ts';
import type { StoredTitle } from './tables.ts';
import { lockTitles, refreshProminence, updateTitles } from './write-queries.ts';

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
 * Changes fields of a title as a person wishes: they count as a person's from then on, and no source touches them
 * until somebody unlocks them. A title is found by the names a person gave it. Returns the new version.
 *
 * @throws AppError `forbidden` for a system, `not_found`, `conflict` (with the stored values of the asked-for fields)
 * when the title moved on since `version`, `invalid_input` for a name that cannot be one.
 */
export async function editTitle(
  deps: { readonly db: Db<unknown>; readonly trail: Trail },
  actor: CatalogueActor,
  edit: TitleEdit,
): Promise<{ version: number }> {
  authoriseEdit(actor);
  refuseBadNames(edit.fields ?? {});
  return inTransaction(deps.db, async (tx) => {
    const [title] = await lockTitles(tx, [edit.id]);
    if (title === undefined) throw notFound('There is no such title.');
    if (title.version !== edit.version) throw movedOn(title, edit);
    const edited = {
      ...title,
      ...edit.fields,
      provenance: nextProvenance(title, edit),
      locked_fields: nextLocks(title, edit),
    };
    const [written] = await updateTitles(tx, [
      { ...edited, title_order: normaliseName(edited.main_title).words },
    ]);
    if (written === undefined) throw notFound('There is no such title.');
    if (Object.keys(edit.fields ?? {}).some(isNameField)) {
      await replaceNames(tx, [title.id], personNames(edited), PERSON);
      await settleMainNames(tx, [title.id]);
      await refreshProminence(tx, [title.id]);
    }
    await deps.trail.record(tx, {
      action: KITSU_ACTIONS.editTitle,
      target: String(title.id),
      before: audited(title, edit),
      after: audited(edited, edit),
    });
    await announceChange(tx, 'person');
    return { version: written.version };
  });
}

/** The fields that were asked for, and which ones no source may touch. */
function audited(title: StoredTitle, edit: TitleEdit): AuditFields {
  const asked = Object.keys(edit.fields ?? {}) as (keyof StatedFields)[];
  const values = Object.fromEntries(asked.map((field) => [field, title[field]]));
  return { ...values, locked_fields: title.locked_fields };
}

function refuseBadNames(fields: StatedFields): void {
  const problems = Object.entries(fields).flatMap(([path, value]) => {
    if (!isNameField(path) || value === null) return [];
    const message = nameProblem(String(value));
    return message === null ? [] : [{ path, message }];
  });
  if (problems.length > 0) throw invalidInput('A name cannot be stored as it was entered.', problems);
}

/** What was edited is a person's; a person's field that is opened again is nobody's, so that any source may write it. */
function nextProvenance(title: StoredTitle, edit: TitleEdit): StoredTitle['provenance'] {
  const opened = new Set(edit.unlock);
  const kept = Object.entries(title.provenance).filter(
    ([field, source]) => source !== PERSON || !opened.has(field),
  );
  const edited = Object.keys(edit.fields ?? {}).map((field) => [field, PERSON]);
  return Object.fromEntries([...kept, ...edited]);
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
