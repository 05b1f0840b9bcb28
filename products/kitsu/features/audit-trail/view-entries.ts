import { type EntryFilter, type EntryRow, listEntries } from '@seaworthy/platform/audit-trail';
import {
  type Actor,
  authoriseAccount,
  type IdentityDeps,
  namesOfAccounts,
} from '@seaworthy/platform/identity';
import type { Db } from '@seaworthy/platform/postgres';
import { ALL_ACTIONS } from './actions.ts';
import type {
  AuditActionList,
  AuditEntryList,
  AuditEntryView,
  AuditFilter,
  ListAuditQuery,
} from './contract.ts';
import { idNamed } from './named-account.ts';

/** One page of the audit trail, the newest first. */
export async function viewEntries(
  { db }: Pick<IdentityDeps, 'db'>,
  actor: Actor,
  query: ListAuditQuery,
): Promise<AuditEntryList> {
  authoriseAccount(actor, 'audit.view');
  const { items, nextCursor } = await listEntries(db, {
    ...(await readFilter(db, query)),
    limit: query.limit,
    cursor: query.cursor,
  });
  const names = await namesOfAccounts({ db }, items.flatMap(accountsIn));
  return { items: items.map((row) => entryView(row, names)), nextCursor };
}

/** The actions there are, for who looks for some. */
export function viewActions(actor: Actor): AuditActionList {
  authoriseAccount(actor, 'audit.view');
  return { items: ALL_ACTIONS.map(({ name, target }) => ({ name, targetKind: target })) };
}

/** The filter of a query as the trail takes it: accounts that are named by an address become ids. */
export async function readFilter(
  db: Db<unknown>,
  { from, until, actor, target, actorKind, action, outcome, targetKind }: AuditFilter,
): Promise<EntryFilter> {
  return {
    actorKind,
    action,
    outcome,
    targetKind,
    actor: actor && (await idNamed(db, actor)),
    target: target && (await idNamed(db, target)),
    from: from ? new Date(from) : undefined,
    until: until ? new Date(until) : undefined,
  };
}

function accountsIn(row: EntryRow): string[] {
  const ids = [
    row.actor_kind === 'account' ? row.actor : null,
    row.target_kind === 'account' ? row.target : null,
  ];
  return ids.filter((id) => id !== null);
}

function entryView(row: EntryRow, names: ReadonlyMap<string, string>): AuditEntryView {
  const nameOf = (kind: string, id: string | null) =>
    (kind === 'account' ? names.get(id ?? '') : undefined) ?? null;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor, name: nameOf(row.actor_kind, row.actor) },
    action: row.action,
    outcome: row.outcome,
    target: { kind: row.target_kind, id: row.target, name: nameOf(row.target_kind, row.target) },
    changes: Object.entries(row.changes).map(([field, change]) =>
      'secret' in change
        ? { field, isSecret: true, before: null, after: null }
        : { field, isSecret: false, before: copy(change.before), after: copy(change.after) },
    ),
    reason: row.reason,
    requestId: row.request_id,
    address: row.address,
    userAgent: row.user_agent,
    position: row.position,
  };
}

type Value = AuditEntryView['changes'][number]['before'];

function copy(value: Value | readonly (string | number)[] | undefined): Value {
  return value !== null && typeof value === 'object' ? [...value] : (value ?? null);
}
