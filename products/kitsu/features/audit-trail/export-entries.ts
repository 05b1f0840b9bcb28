import { type EntryFilter, type EntryRow, type Trail, walkEntries } from '@seaworthy/platform/audit-trail';
import { type Actor, authoriseAccount } from '@seaworthy/platform/identity';
import { type Db, inTransaction } from '@seaworthy/platform/postgres';
import { KITSU_ACTIONS } from './actions.ts';
import type { AuditFilter } from './contract.ts';
import { readFilter } from './view-entries.ts';

/** How an export is written. */
export type ExportForm = 'csv' | 'ndjson';

const COLUMNS = [
  'id',
  'at',
  'actor_kind',
  'actor',
  'action',
  'outcome',
  'target_kind',
  'target',
  'changes',
  'reason',
  'request_id',
  'address',
  'user_agent',
  'position',
] as const satisfies readonly (keyof EntryRow)[];

/**
 * The whole trail, or the part that fits, as text for a file, piece by piece, the newest first. That somebody took it along
 * stands in the trail itself.
 */
export async function exportEntries(
  deps: { readonly db: Db<unknown>; readonly trail: Trail },
  actor: Actor,
  query: AuditFilter,
  form: ExportForm,
): Promise<AsyncIterable<string>> {
  authoriseAccount(actor, 'audit.view');
  const filter = await readFilter(deps.db, query);
  const { actor: by, target } = filter;
  await inTransaction(deps.db, (tx) =>
    deps.trail.record(tx, {
      action: KITSU_ACTIONS.exportTrail,
      target: null,
      after: { form, ...query, ...(by && { actor: by }), ...(target && { target }) },
    }),
  );
  return write(deps.db, filter, form);
}

async function* write(db: Db<unknown>, filter: EntryFilter, form: ExportForm): AsyncGenerator<string> {
  if (form === 'csv') yield csvLine(COLUMNS);
  for await (const rows of walkEntries(db, filter)) {
    yield rows
      .map((row) => (form === 'csv' ? csvLine(COLUMNS.map((column) => row[column])) : jsonLine(row)))
      .join('');
  }
}

function jsonLine(row: EntryRow): string {
  return `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, row[column]])))}\n`;
}

function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front: it comes from strangers. */
function csvCell(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
