import { type Db, prepare } from '../../postgres/index.ts';

const insert = prepare<{ role: string }>(
  'identity_grant_role',
  `insert into identity.role_grants (account_id, role, granted_by) values ($1, $2, $3)
   on conflict (account_id, role) do nothing returning role`,
);

/** Writes a grant; false when it stood already. */
export async function insertGrant(
  db: Db<unknown>,
  grant: { readonly accountId: string; readonly role: string; readonly grantedBy: string | null },
): Promise<boolean> {
  return (await insert(db, [grant.accountId, grant.role, grant.grantedBy])).length > 0;
}

const lock = prepare<{ account_id: string; usable: boolean }>(
  'identity_lock_holders',
  `select g.account_id, a.suspended_at is null and a.deletion_due_at is null as usable
   from identity.role_grants g join identity.accounts a on a.id = g.account_id
   where g.role = $1 order by g.account_id for update of g`,
);

/** Who holds a role, with the grants locked in one order: of two who would each leave the other as the last, one waits. */
export function lockHolders(db: Db<unknown>, role: string) {
  return lock(db, [role]);
}

const remove = prepare<{ role: string }>(
  'identity_revoke_role',
  'delete from identity.role_grants where account_id = $1 and role = $2 returning role',
);

/** Takes a grant away; false when there was none. */
export async function deleteGrant(db: Db<unknown>, accountId: string, role: string): Promise<boolean> {
  return (await remove(db, [accountId, role])).length > 0;
}
